package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
    @Test
    void allFindTheRightFaceOfThePictureAndWhatFailsIsNotTimed(@TempDir Path folder) throws Exception {
        ColdFiles files = ColdFiles.in(folder);
        Map<String, List<String>> commands = ColdStart.small(files);

        assertThat(ColdStart.measure(1, commands)).hasSize(3).allSatisfy(one -> {
            assertThat(one.median()).isPositive();
            assertThat(one.unit()).isEqualTo("ms/op");
        });
        Files.writeString(files.folder().resolve(ColdPeer.LIST), "none\n");
        assertThatIOException().isThrownBy(() -> ColdStart.measure(1, commands)).withMessageContaining("NoSuchFile");
    }
}
