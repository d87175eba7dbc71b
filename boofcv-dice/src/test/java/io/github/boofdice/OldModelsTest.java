package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.Face;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model file of each format from the first release on, kept for ever: whatever later libraries write, they read these.
 *
 * <p>{@code models/format-5.model} was saved by version 0.1.0, learned from {@code SmallModel.pictures(24)}: drawn dice of 48 x 48 pixels, 24 fours and 24 sixes.
 */
class OldModelsTest {
    private static DiceInspector load(String name) throws IOException {
        try (InputStream in = OldModelsTest.class.getResourceAsStream("/models/" + name)) {
            assertThat(in).as(name).isNotNull();
            return ModelFile.decode(in.readAllBytes(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "format-5.model")
    void everyFormatIsStillReadAndJudgesWell(String name) throws IOException {
        DiceInspector inspector = load(name);

        assertThat(inspector.info().faces())
                .containsExactly(new FaceInfo("four", List.of(), 24, 4), new FaceInfo("six", List.of(), 24, 1));
        assertThat(inspector.info().calibrationScores()).isEqualTo(48);
        assertThat(inspector.info().falseRejectRate()).isCloseTo(1 / 49.0, within(1e-12));
        for (Face face : List.of(Face.FOUR, Face.SIX)) {
            int rejected = 0;
            for (int seed = 100; seed < 120; seed++) {
                GrayF32 good = SmallModel.picture(seed, face);
                assertThat(inspector.inspect(good).face()).isEqualTo(face.folder());
                rejected += inspector.inspect(good).anomalous() ? 1 : 0;
                assertThat(inspector.inspect(spoilt(good)).verdict()).isEqualTo(Verdict.ANOMALOUS);
            }
            assertThat(rejected).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whatFormat5KeepsIsAllThere() throws IOException {
        DiceInspector inspector = load("format-5.model");

        assertThat(inspector.info().libraryVersion()).isEqualTo("0.1.0");
        assertThat(inspector.info().threshold()).isCloseTo(2.243471185724017, within(1e-9));
        assertThat(inspector.watch().report()).isEqualTo(new DriftReport(0, 0, List.of()));
        List<Inspection> good = List.of(
                inspector.inspect(SmallModel.picture(130, Face.FOUR)),
                inspector.inspect(SmallModel.picture(131, Face.SIX)),
                inspector.inspect(SmallModel.picture(132, Face.SIX)));
        assertThat(inspector.recalibrate(good).info().calibrationScores()).isEqualTo(51);
    }

    /** As long as format 5 is what is written, reading and writing again changes no byte. */
    @ParameterizedTest
    @ValueSource(strings = "format-5.model")
    void whatIsReadIsWrittenInFormat5(String name) throws IOException {
        try (InputStream in = OldModelsTest.class.getResourceAsStream("/models/format-5.model")) {
            assertThat(Arrays.equals(ModelFile.encode(load(name)), in.readAllBytes()))
                    .isTrue();
        }
    }

    /** Any byte behind the format, or all from one on. */
    @Property(tries = 100, seed = "1", shrinking = ShrinkingMode.OFF)
    void damageToFormat5IsNoticed(@ForAll long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (InputStream in = OldModelsTest.class.getResourceAsStream("/models/format-5.model")) {
            byte[] kept = in.readAllBytes();
            byte[] cut = Arrays.copyOf(kept, 12 + random.nextInt(kept.length - 12));
            kept[12 + random.nextInt(kept.length - 12)] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() -> ModelFile.decode(kept, "m"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessage("m: truncated or altered (checksum does not match)");
            assertThatThrownBy(() -> ModelFile.decode(cut, "m"))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith("m: truncated ");
        }
    }

    private static GrayF32 spoilt(GrayF32 picture) {
        GrayF32 spoilt = picture.clone();
        for (int y = 18; y < 25; y++) {
            Arrays.fill(spoilt.data, y * spoilt.width + 16, y * spoilt.width + 30, 255);
        }
        return spoilt;
    }
}
