package io.github.boofdice.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;

/** Asks another program for one line. */
final class Command {
    private Command() {}

    /** The first line that a command prints; empty when it prints none, fails, or does not exist. */
    static Optional<String> firstLine(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (BufferedReader reader = process.inputReader()) {
                String line = reader.readLine();
                reader.transferTo(Writer.nullWriter());
                return process.waitFor() == 0
                        ? Optional.ofNullable(line).map(String::strip).filter(text -> !text.isEmpty())
                        : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
