package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

class PerformancePageTest {
    private static final Path ROOT = Path.of("..");
    private static final AskedRow ROW =
            new AskedRow("a row", "A.ours[n=1]", "A.peer[n=1]", List.of(2.0, 6.0, 0.5, Double.NaN));

    @TempDir
    Path results;

    @Test
    void thePageAndItsChartsAreWhatTheCommandMakesOfTheRunsThatWereKept() throws Exception {
        assertThat(PerformancePage.texts(ROOT))
                .hasSize(4)
                .allSatisfy((file, text) -> assertThat(file)
                        .as("%s; the word draw makes it anew", file)
                        .content()
                        .isEqualTo(text));
    }

    /** A row whose name no benchmark has any more would stand on the page as not measured, for ever. */
    @Test
    void whatARowAsksForCanBeMeasured() throws Exception {
        for (AskedRow row : AskedRow.ALL) {
            for (String key : row.keys()) {
                if (key.startsWith("ColdStart.")) {
                    continue; // Not of JMH.
                }
                Matcher name = Pattern.compile("(\\w+)\\.(\\w+)(?:\\[(.*)])?").matcher(key);
                assertThat(name.matches()).as(key).isTrue();
                Class<?> benchmark = Class.forName(getClass().getPackageName() + "." + name.group(1));

                assertThat(Arrays.stream(benchmark.getMethods())
                                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                                .map(Method::getName))
                        .as(key)
                        .contains(name.group(2));
                assertThat(Arrays.stream(benchmark.getFields())
                                .filter(field -> field.isAnnotationPresent(Param.class))
                                .map(Field::getName))
                        .as(key)
                        .containsExactlyInAnyOrder(
                                name.group(3) == null
                                        ? new String[0]
                                        : name.group(3).replaceAll("=[^,]*", "").split(","));
            }
        }
    }

    @Test
    void aRowIsOfTheNewestRunThatMeasuredBothSides() throws Exception {
        keep("2026-01-01-0000-a-jdk17.json", "17.0.1", null, figures(4, 12));
        keep("2026-01-02-0000-a-jdk17.json", "17.0.1", "plain", figures(8, 12));
        keep("2026-01-03-0000-a-jdk17.json", "17.0.1", "plain", figure("ours", 1));
        keep("2026-01-04-0000-a-modified-jdk17.json", "17.0.1", "plain", figures(1, 12));
        keep("2026-01-05-0000-a-jdk17-vector.json", "17.0.1", "vector", figures(1000, 2000));
        keep("2026-01-06-0000-a-jdk17-accuracy.json", "17.0.1", "plain", "");

        KeptRuns runs = KeptRuns.in(results);

        assertThat(ROW.cell(runs, Configuration.PLAIN_17)).isEqualTo("1.50x (8.00 us / 12.0 us) **missed**");
        assertThat(ROW.cell(runs, Configuration.PLAIN_25)).isEqualTo("not measured");
        assertThat(ROW.cell(runs, Configuration.VECTOR_17)).isEqualTo("2.00x (1.00 ms / 2.00 ms)");
        assertThat(ROW.bounds()).isEqualTo(">= 2.00x / 6.00x / 0.50x / -");
        assertThat(runs.keys()).containsExactly("A.ours[n=1]", "A.peer[n=1]");
    }

    @Test
    void numbersAreInTheirOrder() throws Exception {
        keep(
                "2026-01-01-0000-a-jdk25.json",
                "25.0.1",
                "plain",
                figures(1, 1).replace("\"n\": \"1\"", "\"n\": \"100\"") + ", " + figures(1, 1));

        assertThat(KeptRuns.in(results).keys())
                .containsExactly("A.ours[n=1]", "A.ours[n=100]", "A.peer[n=1]", "A.peer[n=100]");
        keep(
                "2026-01-02-0000-a-jdk25.json",
                "25.0.1",
                "plain",
                figure("ours", 1).replace("\"1\"", "\"11\""));
        assertThat(KeptRuns.in(results).keys()).startsWith("A.ours[n=1]", "A.ours[n=11]", "A.ours[n=100]");
    }

    @Test
    void ofCallsASecondMoreIsBetter() throws Exception {
        keep(
                "2026-01-01-0000-a-jdk25.json",
                "25.0.1",
                "plain",
                figures(3000, 1500).replace("us/op", "ops/s"));

        assertThat(ROW.cell(KeptRuns.in(results), Configuration.PLAIN_25))
                .isEqualTo("2.00x (3,000/s / 1,500/s) **missed**");
    }

    @Test
    void aBarIsAsLongAsItsValueAndItsMarkStandsWhereWasAsked() {
        BarChart.Bar bar = new BarChart.Bar(Configuration.PLAIN_17, 4, "four <", 2);
        BarChart.Bar longest = new BarChart.Bar(Configuration.VECTOR_25, 8, "eight", Double.NaN);

        String svg = new BarChart("title", false, List.of(new BarChart.Group("group", List.of(bar, longest)))).svg();

        assertThat(svg)
                .contains("width=\"205.0\"", "width=\"410.0\"", "x1=\"502.5\"", "four &lt;")
                .doesNotContain("class=\"one\"");
    }

    @Test
    void aPageWithoutMarksIsNotOverwritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformancePage.rewritten("by hand", "asked", "table"))
                .withMessageContaining("asked:begin");
        assertThat(PerformancePage.rewritten("a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb", "x", "new\n"))
                .isEqualTo("a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb");
    }

    private void keep(String name, String jdk, @Nullable String kernels, String benchmarks) throws IOException {
        Files.writeString(results.resolve(name), """
                {"commit": {"hash": "0123456789", "modified": false}, "machine": {"cpu": "a CPU", "jdk": "%s"%s}%s}
                """.formatted(
                        jdk,
                        kernels == null ? "" : ", \"kernels\": \"" + kernels + "\"",
                        benchmarks.isEmpty() ? "" : ", \"benchmarks\": [" + benchmarks + "]"));
    }

    private static String figures(double ours, double peer) {
        return figure("ours", ours) + ", " + figure("peer", peer);
    }

    private static String figure(String method, double median) {
        return """
                {"benchmark": "io.github.A.%s", "params": {"n": "1"}, "unit": "us/op", "median": %s}""".formatted(method, median);
    }
}
