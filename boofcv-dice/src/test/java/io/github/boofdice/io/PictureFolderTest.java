package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFolderTest {
    @TempDir
    private Path folder;

    @Test
    void picturesOfAllFoldersComeSortedByPath() throws IOException {
        for (String name :
                List.of("b/2.png", "b/10.JPG", "a.tif", "b.jpg", "B/z.bmp", "b/c/d.gif", "notes.txt", "jpg")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        Files.createDirectories(folder.resolve("folder.png"));

        assertThat(PictureFolder.list(folder).stream()
                        .map(file -> folder.relativize(file).toString().replace('\\', '/')))
                .containsExactly("B/z.bmp", "a.tif", "b.jpg", "b/10.JPG", "b/2.png", "b/c/d.gif");
    }

    @Test
    void emptyFolderHoldsNoPictures() throws IOException {
        assertThat(PictureFolder.list(folder)).isEmpty();
    }

    @Test
    void missingFolderIsAnError() {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> PictureFolder.list(none))
                .isInstanceOf(IOException.class)
                .hasMessage(none + ": no such folder");
    }

    @Test
    void fileInPlaceOfAFolderIsAnError() throws IOException {
        Path file = Files.createFile(folder.resolve("one.jpg"));

        assertThatThrownBy(() -> PictureFolder.list(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": not a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.JPEG", "a.Png", "a.bmp", "a.GIF", "a.tif", "a.TIFF", "x/b.c.jpg", ".jpg"})
    void namesOfPicturesAreKnownByTheirEnding(String name) {
        assertThat(PictureFolder.isPicture(Path.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "jpg", "a.jpg.txt", "a.jpg/b", "a.jp", "a.", "/", ""})
    void otherNamesAreNot(String name) {
        assertThat(PictureFolder.isPicture(Path.of(name))).isFalse();
    }

    @Test
    void capitalEndingsAreKnownInATurkishLocaleToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(PictureFolder.isPicture(Path.of("A.GIF"))).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }
}
