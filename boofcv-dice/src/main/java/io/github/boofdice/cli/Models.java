package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the model that an option names. */
final class Models {
    private Models() {}

    /** The difference method of any model. */
    static DiceInspector load(Path file) throws IOException {
        requireFile(file);
        return DiceInspector.load(file);
    }

    /** Likewise, of a model that holds nothing else. */
    static DiceInspector loadWithoutNetwork(Path file) throws IOException {
        requireFile(file);
        if (CnnInspector.isModel(file)) {
            throw new FileSystemException(
                    file.toString(), null, "has a network, whose threshold would not follow: learn anew");
        }
        return DiceInspector.load(file);
    }

    static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a folder, not a model"); // Java says only which it is
        }
    }
}
