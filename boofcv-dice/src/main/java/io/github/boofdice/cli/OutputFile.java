package io.github.boofdice.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out whether a file can be written before minutes are spent on what should go into it. */
final class OutputFile {
    private OutputFile() {}

    /** Tries the folder and leaves nothing behind; an existing file is not touched. */
    static void check(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "cannot be written (it is a folder)");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(
                    file.toString(), null, "cannot be written (" + folder + " is not an existing folder)");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new FileSystemException(file.toString(), null, "cannot be written (permission denied)");
        }
        try {
            // The access bits say nothing about a read-only file system, and nothing to an administrator.
            Files.delete(Files.createTempFile(folder, ".boofcv-dice", ".tmp"));
        } catch (IOException e) {
            throw new FileSystemException(
                    file.toString(), null, "cannot be written (no file can be made in " + folder + ")");
        }
    }
}
