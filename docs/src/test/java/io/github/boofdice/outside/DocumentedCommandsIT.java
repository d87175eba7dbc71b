package io.github.boofdice.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types every line of the documents that calls the command line, in their order, into one shell: in a folder like the project's, but with two of the six
 * faces that are drawn there.
 */
class DocumentedCommandsIT {
    static final Pattern CALL = Pattern.compile("(java -jar boofcv-dice/|dice\\b).*");

    private static final String ENDED = "### ended with ";
    private static final List<Face> FACES = List.of(Face.TWO, Face.FIVE);

    @TempDir
    private Path folder;

    @Test
    void everyLineThatCallsTheCommandLineWorks() throws IOException, InterruptedException {
        layOut();
        List<String> lines = new ArrayList<>();
        for (Documents.Block block : Documents.blocks()) {
            block.commands().stream()
                    .filter(command -> CALL.matcher(command).matches())
                    .forEach(lines::add);
        }
        StringBuilder script =
                new StringBuilder("PATH=\"" + Path.of(System.getProperty("java.home"), "bin") + ":$PATH\"\n");
        lines.forEach(
                line -> script.append(line).append("\necho \"").append(ENDED).append("$?\"\n"));

        String said = Packed.run(folder, 0, List.of("sh", "-c", script.toString()));

        Matcher ends = Pattern.compile(ENDED + "(\\d+)").matcher(said);
        for (String line : lines) {
            assertThat(ends.find()).as(line).isTrue();
            assertThat(Integer.parseInt(ends.group(1)))
                    .as(line + "\n" + said)
                    .isBetween(0, line.matches(".* (inspect|diff) .*") ? 1 : 0);
        }
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(said)
                .contains("Usage: boofcv-dice", "\"verdict\":\"anomalous\"")
                .doesNotContain("error: ");
        for (String made : List.of("dice.model", "report.html", "judged.csv", "today.model", "own.safetensors")) {
            assertThat(folder.resolve(made)).isNotEmptyFile();
        }
    }

    private void layOut() throws IOException {
        for (Path file : List.of(
                Packed.jar("-cli"),
                Packed.ROOT.resolve("boofcv-dice/src/main/resources/io/github/boofdice/defects.safetensors"))) {
            Path copy = folder.resolve(Packed.ROOT.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path from = SamplePictures.root();
        Path to = folder.resolve("test-data/pictures");
        for (Face face : FACES) {
            for (String part : List.of("learn", "judge/normal")) {
                Path pictures = Path.of(part, face.folder());
                Packed.copy(
                        from.resolve(pictures.toString()), Files.createDirectories(to.resolve(pictures.toString())));
            }
            Path bad = Files.createDirectories(to.resolve("judge/anomalous"));
            try (Stream<Path> all = Files.list(from.resolve("judge/anomalous"))) {
                for (Path file : all.filter(f -> f.toString().endsWith("-" + face.folder() + ".png"))
                        .toList()) {
                    Files.copy(file, bad.resolve(file.getFileName().toString()));
                }
            }
        }
    }
}
