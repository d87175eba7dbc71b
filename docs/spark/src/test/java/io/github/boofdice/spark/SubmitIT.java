package io.github.boofdice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.deploy.SparkSubmit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types the page's own command, with Spark's jars alone on the class path: the job's jar must bring the rest. */
class SubmitIT {
    private static final String SUBMIT = "spark-submit ";

    @Test
    void thePagesCommandWritesAVerdictAPicture(@TempDir Path folder) throws IOException, InterruptedException {
        String line = Files.readString(Path.of("README.md"))
                .replace("\\\n", " ")
                .lines()
                .filter(command -> command.startsWith(SUBMIT))
                .findFirst()
                .orElseThrow();
        List<String> words =
                List.of(line.substring(SUBMIT.length()).replace("'", "").split("\\s+"));
        Path jar = Path.of(
                words.stream().filter(word -> word.endsWith(".jar")).findFirst().orElseThrow());
        Files.createDirectories(folder.resolve(jar).getParent());
        Files.copy(Path.of("../..").resolve(jar), folder.resolve(jar));
        Belt.learn().save(folder.resolve("dice.model"));
        Belt.writeSome(folder.resolve("pictures"), 20);

        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-cp", sparkAlone(), SparkSubmit.class.getName()));
        command.addAll(words);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();

        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        assertThat(folder.resolve("results/_SUCCESS")).exists();
        assertThat(Files.readString(said)).doesNotContain("WARN TaskSetManager");
    }

    private static String sparkAlone() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.contains("boof"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
