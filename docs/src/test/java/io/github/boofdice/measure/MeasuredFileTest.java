package io.github.boofdice.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.boofdice.evaluate.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredFileTest {
    private static final Circumstances NOW =
            new Circumstances("2026-01-02T03:04:05Z", "0".repeat(40), "17", "cpu", "x");

    @TempDir
    private Path folder;

    @Test
    void rowsKeepTheirOrderWhateverTheOrderInWhichTheyAreMeasured() throws IOException {
        Path file = folder.resolve("measured.json");
        Row first = Rows.all().get(0);
        Row second = Rows.all().get(1);

        MeasuredFile.merge(file, second.name(), entry(second, 1));
        MeasuredFile.merge(file, first.name(), entry(first, 0.5));
        MeasuredFile.merge(file, second.name(), entry(second, 0.25));

        Map<String, MeasuredFile.Entry> read = MeasuredFile.read(file);
        assertThat(read.keySet()).containsExactly(first.name(), second.name());
        assertThat(read.get(first.name())).isEqualTo(entry(first, 0.5));
        assertThat(read.get(second.name())).isEqualTo(entry(second, 0.25));
    }

    @Test
    void aFigureThatMissesItsBoundIsWrittenAndSaidToMissIt() {
        MeasuredFile.Entry missed = entry(Rows.all().get(0), 0.5);

        assertThat(missed.reached()).isFalse();
        assertThat(FigureTable.all(Map.of("row", missed)))
                .contains("| AUROC | 0.5 (0.25 .. 0.75) | **missed:** >= 0.9 | 0.918 |");
    }

    @Test
    void whatIsNotOneIsNotWrittenAsOne() {
        assertThat(Unit.SHARE.number(0.9999968)).isEqualTo("0.999996");
        assertThat(Unit.SHARE.number(0.99994)).isEqualTo("0.9999");
        assertThat(Unit.SHARE.number(1)).isEqualTo("1");
        assertThat(Unit.COUNT.number(1000)).isEqualTo("1,000");
        assertThat(Unit.SECONDS.number(30)).isEqualTo("30");
    }

    @Test
    void aTextKeepsWhatStandsOutsideTheMarks() {
        String text = "before\n<!-- x:begin -->\nold\n<!-- x:end -->\nafter\n";

        assertThat(Tables.rewritten(text, "x", "new\n"))
                .isEqualTo("before\n<!-- x:begin -->\nnew\n<!-- x:end -->\nafter\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tables.rewritten("no marks", "x", "new\n"))
                .withMessageContaining("x:begin");
    }

    @Test
    void theSpeedsAreThoseOfTheOldestJdkWithoutFlagsInTheNewestRunThatMeasuredBoth() throws IOException {
        run(
                "2026-01-01-0000-a-jdk17.json",
                "Inspection",
                "opencv",
                "Refinement",
                "opencv",
                "Board",
                "opencv",
                "Network",
                "onnxRuntime");
        run("2026-01-02-0000-b-jdk17.json", "Network", "onnxRuntime");
        run("2026-01-04-0000-d-modified-jdk17.json", "Network", "onnxRuntime");
        run("2026-01-05-0000-e-jdk25.json", "Network", "onnxRuntime");
        run("2026-01-06-0000-f-jdk17-vector.json", "Network", "onnxRuntime");
        Files.writeString(folder.resolve("2026-01-03-0000-c-jdk17-accuracy.json"), "{\"refinement\": []}");

        assertThat(SpeedTable.of(folder))
                .contains(
                        "| 0.50 ms | 1.50 ms | ONNX Runtime | [2026-01-02, JDK 17](benchmarks/results/2026-01-02-0000-b-jdk17.json) |")
                .contains("[2026-01-01, JDK 17](benchmarks/results/2026-01-01-0000-a-jdk17.json)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpeedTable.of(Files.createDirectory(folder.resolve("none"))))
                .withMessageContaining("InspectionBenchmark.ours");
    }

    private void run(String file, String... pairs) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            for (String method : new String[] {"ours", pairs[i + 1]}) {
                text.append(text.isEmpty() ? "" : ",\n");
                text.append("{\"benchmark\": \"a.b.%sBenchmark.%s\", \"unit\": \"us/op\", \"median\": %s}"
                        .formatted(pairs[i], method, method.equals("ours") ? 500 : 1500));
            }
        }
        Files.writeString(folder.resolve(file), "{\"benchmarks\": [" + text + "]}");
    }

    @Test
    void anUnknownRowOrOptionIsRefusedBeforeAnythingIsMeasured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measure.rows("autumn,spring"))
                .withMessageContaining("spring");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Measure.options(new String[] {"--fast=1"}))
                .withMessageContaining("--fast=1");
        assertThat(Measure.options(new String[] {"--data=x", "--only="})).containsOnlyKeys("data");
    }

    private static MeasuredFile.Entry entry(Row row, double auroc) {
        Figure figure = Figure.of("AUROC", Unit.SHARE, auroc)
                .in(new Interval(0.25, 0.75))
                .atLeast(0.9)
                .besideSeed(0.918);
        return MeasuredFile.Entry.of(row, Outcome.empty().with("auroc", figure).note("a note"), NOW);
    }
}
