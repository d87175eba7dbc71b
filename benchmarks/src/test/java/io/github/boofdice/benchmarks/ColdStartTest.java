package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.io.PictureReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
    @Test
    void bothFindTheSameFaceOfThePictureAndAWrongAnswerIsNotTimed(@TempDir Path folder) throws Exception {
        ColdFiles files = ColdFiles.in(folder);
        List<String> peer = ColdStart.peer(files);

        assertThat(DiceInspector.load(files.model())
                        .inspect(PictureReader.read(files.picture()))
                        .face())
                .isEqualTo(ColdFiles.FACE.folder());
        assertThat(ColdStart.measure(1, peer, peer)).hasSize(2).allSatisfy(one -> {
            assertThat(one.median()).isPositive();
            assertThat(one.unit()).isEqualTo("ms/op");
        });
        Files.delete(files.folder().resolve(ColdFiles.FACE.folder() + ColdPeer.MEAN));
        assertThatIOException()
                .isThrownBy(() -> ColdStart.measure(1, peer, peer))
                .withMessageContaining("NoSuchFile");
    }
}
