package io.github.boofdice.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file beside the old one, which is replaced only once the new one is complete. A pipe or a device is written to as it is.
     *
     * @param file where to; its folder exists
     * @param bytes what to write; not modified
     * @throws IOException if it cannot be written; an old file is then untouched
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        // A link stays a link, and what it leads to is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, bytes); // a pipe or a device takes what comes
            return;
        }
        // Not createTempFile, whose file only its owner may read: others are to read what is written here.
        Path part = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
