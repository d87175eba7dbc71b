package io.github.boofdice.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the layers of a network from a text of the user's. */
final class LayersFile {
    private static final int MOST_BYTES = 1 << 20;

    private LayersFile() {}

    static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new FileSystemException(file.toString(), null, "layers are no longer than " + MOST_BYTES + " bytes");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "layers are a text in UTF-8, but this is none");
        }
    }
}
