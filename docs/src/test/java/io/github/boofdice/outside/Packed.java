package io.github.boofdice.outside;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project as it was packed, and commands that are started as a user would start them. */
final class Packed {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Packed() {}

    /** The library's jar; with "-cli" or "-sources" another one of the same build. */
    static Path jar(String classifier) {
        Path jar = ROOT.resolve("boofcv-dice/target/boofcv-dice-" + required("dice.version") + classifier + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: this test runs after package, in ./mvnw verify");
        }
        return jar;
    }

    /**
     * Runs the Maven of this build with an empty local repository. What others made comes from where this build has it, so that nothing is downloaded
     * twice; what is ours must have been installed into the empty one.
     */
    static String maven(Path folder, Path repository, List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(required("maven.home"), "bin", File.separatorChar == '/' ? "mvn" : "mvn.cmd")
                .toString());
        command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + repository));
        command.add("-Dmaven.repo.local.tail=" + required("dice.repository"));
        command.addAll(args);
        return run(folder, 0, command);
    }

    /** Runs a command, and gives what it said. */
    static String run(Path folder, int code, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().remove("MAVEN_ARGS");
            Process process = builder.start();
            process.getOutputStream().close();
            int ended = process.waitFor();
            String text = Files.readString(said, StandardCharsets.UTF_8);
            if (ended != code) {
                throw new AssertionError(command + " ended with " + ended + ", not " + code + ":\n" + text);
            }
            return text;
        } finally {
            Files.delete(said);
        }
    }

    /** Copies a folder with all that is in it. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
        return to;
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "system property " + property + " is missing: this test runs in ./mvnw verify, which sets it");
        }
        return value;
    }
}
