package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code learn --limits}, {@code --assumed-contamination} and {@code learn-on}, on small drawn dice. */
class LearnOnCommandTest {
    private static Path good;
    private static Path model;

    @BeforeAll
    static void learnOnce(@TempDir Path shared) throws IOException {
        good = shared.resolve("good");
        for (Face face : new Face[] {Face.FOUR, Face.SIX}) {
            for (int i = 0; i < 4; i++) {
                draw(good.resolve(face.folder()).resolve(i + ".png"), i, face);
            }
        }
        model = shared.resolve("dice.model");
        assertThat(Run.of("learn", good, "--model", model).code()).isZero();
    }

    private static Path draw(Path file, long seed, Face face) throws IOException {
        Files.createDirectories(file.getParent());
        DiceRenderer.render(Scenes.good(seed, face), 48).writePng(file);
        return file;
    }

    private static int pictures(Path file) {
        return Run.of("info", "--model", file, "--json")
                .json()
                .get(0)
                .get("pictures")
                .getAsInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "robust", "direct"})
    void learnTakesAMethodAndInfoTellsIt(String method, @TempDir Path dir) {
        Path file = dir.resolve("a.model");
        Run run = Run.of("learn", good, "--model", file, "--limits", method);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains(method + " limits");
        assertThat(Run.of("info", "--model", file, "--json")
                        .json()
                        .get(0)
                        .get("limits")
                        .getAsString())
                .isEqualTo(method);
    }

    @Test
    void anAssumedContaminationNamesWhatItLeavesOut(@TempDir Path dir) {
        Run run = Run.of(
                "learn",
                good,
                "--model",
                dir.resolve("a.model"),
                "--limits",
                "robust",
                "--assumed-contamination",
                0.125);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("7 pictures", "not learned from: ", "assumed contamination");
    }

    @Test
    void aWrongMethodOrContaminationIsNamedInOneLine(@TempDir Path dir) {
        Path file = dir.resolve("a.model");

        assertThat(Run.of("learn", good, "--model", file, "--limits", "loose")
                        .failsInOneLine()
                        .err())
                .contains("--limits", "it is loose but not standard, robust or direct");
        assertThat(Run.of("learn", good, "--model", file, "--limits", "robust", "--assumed-contamination", 0.5)
                        .failsInOneLine()
                        .err())
                .contains("--assumed-contamination must be at least 0 and below 0.5 but is 0.5");
        assertThat(Run.of("learn", good, "--model", file, "--assumed-contamination", 0.1)
                        .failsInOneLine()
                        .err())
                .contains("--assumed-contamination needs --limits robust but the limits are standard");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFurtherPictureIsLearnedOnceAndTheModelGrows(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("more.model");
        Path picture = draw(dir.resolve("four.png"), 900, Face.FOUR);
        Run run = Run.of("learn-on", "--model", model, "--output", file, "--face", Face.FOUR.folder(), picture);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("9 pictures", "threshold was", "model written to " + file);
        assertThat(pictures(file)).isEqualTo(pictures(model) + 1);
        assertThat(Run.of("learn-on", "--model", file, "--output", file, "--face", Face.FOUR.folder(), picture)
                        .failsInOneLine()
                        .err())
                .contains(picture + ": was learned from already");
    }

    @Test
    void whatCannotBeLearnedIsSaidInOneLineAndNoModelIsWritten(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("more.model");
        Path six = draw(dir.resolve("six.png"), 900, Face.SIX);

        assertThat(Run.of("learn-on", "--model", model, "--output", file, "--face", Face.FOUR.folder(), six)
                        .failsInOneLine()
                        .err())
                .contains(six + ": shows face " + Face.SIX.folder() + ", not " + Face.FOUR.folder());
        Run.of("learn-on", "--model", model, "--output", file, "--face", "seven", six)
                .failsInOneLine();
        Run.of("learn-on", "--model", model, "--output", file, "--face", "four", dir.resolve("none.png"))
                .failsInOneLine();
        Run.of("learn-on", "--model", model, "--output", file, six).failsInOneLine();
        Run.of("learn-on", "--model", model, "--output", file, "--face", "four").failsInOneLine();
        assertThat(file).doesNotExist();
    }
}
