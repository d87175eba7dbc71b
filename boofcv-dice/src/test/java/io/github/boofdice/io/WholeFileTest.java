package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path dir;

    @Test
    void anOldFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(dir.resolve("page.html"), "something longer than the new text");

        WholeFile.write(file, "new".getBytes(StandardCharsets.UTF_8));

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("page.html");
    }

    @Test
    void whatCannotBePutInPlaceLeavesNothingBehind() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("page.html/full"));

        assertThatThrownBy(() -> WholeFile.write(dir.resolve("page.html"), new byte[3]))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WholeFile.write(dir.resolve("missing/page.html"), new byte[3]))
                .isInstanceOf(IOException.class);

        assertThat(folder).isDirectory();
        assertThat(names()).containsExactly("page.html");
    }

    private String[] names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
        }
    }
}
