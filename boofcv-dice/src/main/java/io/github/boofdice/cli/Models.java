package io.github.boofdice.cli;

import io.github.boofdice.DiceInspector;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the model that an option names. */
final class Models {
    private Models() {}

    static DiceInspector load(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a folder, not a model"); // Java says only which it is
        }
        return DiceInspector.load(file);
    }
}
