package io.github.boofdice.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The library's command line, as this build has packed it, in a process of its own. */
final class CommandLine {
    private CommandLine() {}

    /** Judges all pictures below a folder; one line of JSON each. */
    static void inspect(Path model, Path pictures, Path lines) throws IOException, InterruptedException {
        Path jar = Path.of("../../boofcv-dice/target/boofcv-dice-" + System.getProperty("dice.version") + "-cli.jar");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString(), "inspect", "--json", "--model", model.toString()));
        command.add(pictures.toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(lines.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        int unreadable = 2;
        int code = process.waitFor();
        if (code != unreadable) {
            throw new IllegalStateException(command + " ended with " + code + ", not " + unreadable + ":\n"
                    + Files.readString(lines).lines().limit(5).toList());
        }
    }
}
