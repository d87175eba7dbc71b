package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class ResultFileTest {
    @Test
    void everyBenchmarkRunsAndItsResultIsKeptWithMachineAndCommit(@TempDir Path folder) throws Exception {
        Collection<RunResult> results = runEachOnce();
        Machine machine = new Machine("a CPU", 2, "an OS", "17.0.15+6", "a VM", "plain", List.of());

        Path file = ResultFile.write(
                folder,
                "",
                machine,
                new Commit("0123456789abcdef", false),
                Map.of("benchmarks", BenchmarkFigures.of(results)));

        assertThat(file.getFileName().toString())
                .matches("\\d{4}-\\d\\d-\\d\\d-\\d{4}-0123456-jdk"
                        + Runtime.version().feature() + "\\.json");
        JsonObject run = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(run.getAsJsonObject("machine").get("cpu").getAsString()).isEqualTo("a CPU");
        assertThat(run.getAsJsonObject("commit").get("hash").getAsString()).isEqualTo("0123456789abcdef");
        JsonArray benchmarks = run.getAsJsonArray("benchmarks");
        assertThat(benchmarks).hasSameSizeAs(results).isNotEmpty();
        assertThat(benchmarks).allSatisfy(benchmark -> {
            JsonObject measured = benchmark.getAsJsonObject();
            assertThat(measured.get("score").getAsDouble()).isPositive();
            assertThat(measured.get("median").getAsDouble()).isPositive();
            assertThat(measured.getAsJsonArray("forks").get(0).getAsJsonArray()).hasSize(1);
        });
    }

    @Test
    void theMedianOfAnEvenNumberLiesHalfWay() {
        assertThat(BenchmarkFigures.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
        assertThat(BenchmarkFigures.median(new double[] {9, 1, 3})).isEqualTo(3);
    }

    @Test
    void thisMachineNamesItsJdk() throws Exception {
        Machine here = Machine.here();

        assertThat(here.jdk()).startsWith(String.valueOf(Runtime.version().feature()));
        assertThat(here.processors()).isPositive();
        assertThat(here.cpu()).isNotBlank();
    }

    @Test
    void modifiedSourceIsMarkedInTheName() {
        assertThat(new Commit("0123456789abcdef", true).label()).isEqualTo("0123456-modified");
    }

    @Test
    void aFolderOutsideGitHasAnUnknownCommit(@TempDir Path folder) {
        assertThat(Commit.of(folder)).isEqualTo(new Commit("unknown", false));
    }

    /** One call of each benchmark, in this JVM: enough to show that it works, too little to learn how fast it is. */
    private static Collection<RunResult> runEachOnce() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        // Large pictures take seconds to draw, many to learn from, and each setting is set up anew.
                        .param("side", "64")
                        .param("lying", "turned")
                        .param("templates", "3")
                        .param("picture", "grey-128x128")
                        .param("pictures", "18")
                        .param("callers", "2")
                        .mode(Mode.SingleShotTime)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }
}
