package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.DefectTraining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @Test
    void helpNamesEveryCommandAndGivesExamples() {
        Run help = Run.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("learn", "info", "inspect", "evaluate", "compare", "Examples:", "Exit code");
        assertThat(help.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "learn,--model",
        "info,--model",
        "inspect,--model",
        "evaluate,--model",
        "compare,--learn",
        "train,--output"
    })
    void everyCommandExplainsItself(String command, String option) {
        Run help = Run.of(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: boofcv-dice " + command).contains("Example", option);
        assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(help.err()).isEmpty();
    }

    @Test
    void helpNamesTheUnits() {
        assertThat(Run.of("inspect", "--help").out())
                .contains("pixels", "radians", "0..1", "dimensionless", "limit")
                .contains("explanation", "--report=FILE", "at most 150")
                .contains("centroidX", "contrast in grey levels", "share", "dismissed")
                .contains("--roi=[FACE=]FILE", "--ignore=[FACE=]FILE", "x,y", "--min-area=PX", "--only=light|dark");
        assertThat(Run.of("train", "--help").out())
                .contains(DefectTraining.STEPS + " without it", "input 2 104 104", "--steps=N", "every 50 steps");
        assertThat(Run.of("learn", "--help").out()).contains("--method=METHOD", "difference, cnn or combined");
        assertThat(Run.of("evaluate", "--help").out()).contains("95 %", "null", "pixels", "radians", "--report=FILE");
    }

    @Test
    void whoNamesNoCommandIsToldOfAll() {
        List<String> commands = List.copyOf(Main.commandLine(new Screen(System.out, System.err, null))
                .getSubcommands()
                .keySet());

        assertThat(Run.of().err()).contains(commands);
        assertThat(Run.of("--help").out()).contains(commands);
    }

    @Test
    void versionIsTold() {
        Run version = Run.of("--version");

        assertThat(version.code()).isZero();
        assertThat(version.out()).startsWith("boofcv-dice ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                                  | name a command
                    frobnicate                                          | frobnicate
                    --json                                              | --json
                    learn                                               | --model=FILE
                    learn good                                          | --model=FILE
                    learn --model m                                     | DIR
                    learn good --model m --false-reject-rate 0          | between 0 and 1 but is 0.0
                    learn good --model m --false-reject-rate 1          | between 0 and 1 but is 1.0
                    learn good --model m --false-reject-rate NaN        | between 0 and 1 but is NaN
                    learn good --model m --false-reject-rate often      | often
                    learn good --model m --frobnicate                   | --frobnicate
                    info                                                | --model=FILE
                    inspect --model m                                   | PATH
                    inspect a.png                                       | --model=FILE
                    inspect --model m --min-area -1 a.png               | --min-area must be at least 0 but is -1
                    inspect --model m --min-area few a.png              | few
                    inspect --model m --min-contrast 256 a.png          | --min-contrast must lie in 0..255 but is 256.0
                    inspect --model m --min-contrast NaN a.png          | --min-contrast must lie in 0..255 but is NaN
                    inspect --model m --only grey a.png                 | --only must be light or dark but is grey
                    inspect --model m --watch --roi r.png a.png         | leave out --roi and --ignore
                    inspect --model m --roi                             | --roi
                    evaluate --cross-fit 3 --roi r.png dir              | --roi and --ignore need --model
                    evaluate --cross-fit 3 --ignore r.png dir           | --roi and --ignore need --model
                    evaluate --model m --only Light dir                 | --only must be light or dark but is Light
                    evaluate dir                                        | --cross-fit=K
                    evaluate --model m                                  | DIR
                    evaluate --model m --cross-fit 3 dir                | mutually exclusive
                    evaluate --model m --false-reject-rate 0.1 dir      | need --cross-fit
                    evaluate --cross-fit 1 dir                          | at least 2 folds but is 1
                    evaluate --cross-fit many dir                       | many
                    evaluate --cross-fit 3 dir --turned sideways        | sideways
                    recalibrate --model m --output n                    | name a DIR
                    recalibrate --model m dir                           | --output=FILE
                    recalibrate --output n dir                          | --model=FILE
                    recalibrate --model m --output n --false-reject-rate 1 | between 0 and 1 but is 1.0
                    compare --learn good                                | --test=DIR
                    compare --test labelled                             | --learn=DIR
                    compare --learn g --test t --false-reject-rate 2    | between 0 and 1 but is 2.0
                    """)
    void wrongUsageIsOneLineThatSaysWhatIsWrong(String line, String expected) {
        Run run = Run.of(line.isEmpty() ? new Object[0] : line.split(" ")).failsInOneLine();

        assertThat(run.err()).contains(expected, "--help");
    }

    @Test
    void aFaultOfOursIsOneLineToo() {
        assertThat(Problems.describe(new IllegalStateException("two\nlines")))
                .startsWith("internal error, please report it: java.lang.IllegalStateException: two lines at ")
                .doesNotContain("\n");
    }

    @Test
    void javasOwnFileExceptionsAreTranslated() {
        assertThat(List.of(
                        Problems.describe(new NoSuchFileException("a")),
                        Problems.describe(new AccessDeniedException("b")),
                        Problems.describe(new UncheckedIOException(new IOException("c is broken")))))
                .containsExactly("a: no such file or folder", "b: permission denied", "c is broken");
    }
}
