package io.github.boofdice.tutorials;

import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small folder to learn from quickly: the first twos and sixes of test-data. */
final class TwoFaces {
    private static final int PICTURES = 8;

    private TwoFaces() {}

    static Path copied(Path folder) throws IOException {
        for (Face face : new Face[] {Face.TWO, Face.SIX}) {
            Path to = Files.createDirectory(folder.resolve(face.folder()));
            for (Path file : SamplePictures.learn(face).subList(0, PICTURES)) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        return folder;
    }
}
