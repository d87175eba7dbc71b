package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.io.PictureWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes a picture of each face into a folder, to draw regions over. */
final class FacePictures {
    private FacePictures() {}

    /** Writes into a folder that is made, or is empty: among good pictures they would be learned from. */
    static void write(DiceInspector inspector, Path folder, Screen screen) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new FileSystemException(folder.toString(), null, "pictures go into a new or an empty folder");
                }
            }
        }
        Files.createDirectories(folder);
        List<FaceInfo> faces = inspector.info().faces();
        for (int f = 0; f < faces.size(); f++) {
            String name = faces.get(f).name();
            Path file = folder.resolve(fileName(name) + ".png");
            if (Files.exists(file)) {
                file = folder.resolve(fileName(name) + "-" + (f + 1) + ".png");
            }
            PictureWriter.writePng(inspector.picture(name), file);
            screen.say("picture of face %s written to %s", name, file);
        }
    }

    /** A model may come from a stranger: a face's name must not lead out of the folder. */
    static String fileName(String face) {
        String plain = face.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        return plain.substring(0, Math.min(plain.length(), 60));
    }
}
