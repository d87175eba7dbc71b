package io.github.boofdice.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When, of what and on what a row was measured; nothing that names this one computer.
 *
 * @param date an instant in UTC
 * @param commit hash of the source, with "-modified" where tracked files differed from it
 * @param jdk full version
 * @param cpu the processor's model as its system calls it
 * @param command measures the same again
 */
record Circumstances(String date, String commit, String jdk, String cpu, String command) {
    private static final Path LINUX_CPUS = Path.of("/proc/cpuinfo");

    /** What this command writes itself does not make the source another one. */
    private static final String[] CHANGES = {
        "git",
        "status",
        "--porcelain",
        "--untracked-files=no",
        "--",
        ".",
        ":!docs/measured.json",
        ":!docs/mutation.json",
        ":!docs/figures",
        ":!README.md"
    };

    /** Now and here; the source is what is checked out in the folder that this JVM was started in. */
    static Circumstances now(String command) throws IOException {
        String commit = firstLine("git", "rev-parse", "HEAD").orElse("unknown");
        return new Circumstances(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                firstLine(CHANGES).isPresent() ? commit + "-modified" : commit,
                Runtime.version().toString(),
                processor(),
                command);
    }

    /** The same run, the command for one of its rows. */
    Circumstances by(String otherCommand) {
        return new Circumstances(date, commit, jdk, cpu, otherCommand);
    }

    private static String processor() throws IOException {
        if (Files.isReadable(LINUX_CPUS)) {
            try (Stream<String> lines = Files.lines(LINUX_CPUS, StandardCharsets.UTF_8)) {
                Optional<String> model =
                        lines.filter(line -> line.startsWith("model name")).findFirst();
                if (model.isPresent()) {
                    return model.get().substring(model.get().indexOf(':') + 1).strip();
                }
            }
        }
        // Windows says it in a variable, macOS through a command.
        return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
                .or(() -> firstLine("sysctl", "-n", "machdep.cpu.brand_string"))
                .orElse("unknown");
    }

    /** The first line that a command prints; empty when it prints none, fails, or does not exist. */
    private static Optional<String> firstLine(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (BufferedReader reader = process.inputReader()) {
                String line = reader.readLine();
                reader.transferTo(Writer.nullWriter());
                return process.waitFor() == 0
                        ? Optional.ofNullable(line).filter(text -> !text.isBlank())
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
