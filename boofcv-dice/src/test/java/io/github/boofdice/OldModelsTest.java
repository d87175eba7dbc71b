package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/**
 * A model file of each format, kept for ever: whatever later libraries write, they read these.
 *
 * <p>{@code models/format-1.model} was saved before 0.1.0 was released, by a score that is no longer known; it alone is refused.
 */
class OldModelsTest {
    private static DiceInspector load(String name) throws IOException {
        try (InputStream in = OldModelsTest.class.getResourceAsStream("/models/" + name)) {
            assertThat(in).as(name).isNotNull();
            return ModelFile.decode(in.readAllBytes(), name);
        }
    }

    @Test
    void whatWasSavedBeforeTheFirstReleaseIsRefusedByName() {
        assertThatThrownBy(() -> load("format-1.model"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(
                        "format-1.model: model format 1 was written before version 0.1.0 was released, by a score that is no"
                                + " longer known; learn again");
    }
}
