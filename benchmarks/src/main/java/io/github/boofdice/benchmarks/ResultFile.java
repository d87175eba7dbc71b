package io.github.boofdice.benchmarks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** One run of benchmarks as a JSON file that says when, on what and of which commit. JMH's own JSON says none of them. */
final class ResultFile {
    private static final DateTimeFormatter NAME_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResultFile() {}

    /** The whole file. */
    private record Run(String date, Commit commit, Machine machine, List<Measured> benchmarks) {}

    /**
     * One benchmark with one choice of parameters.
     *
     * @param score the mean over all iterations of all forks
     * @param error half the width of the mean's 99.9 % interval; absent with fewer than three iterations
     * @param forks the score of each iteration, fork by fork
     */
    private record Measured(
            String benchmark,
            Map<String, String> params,
            String mode,
            int threads,
            String unit,
            double score,
            @Nullable Double error,
            List<List<Double>> forks) {}

    /** Writes the file, named by date, commit and JDK, and returns where. */
    static Path write(Path folder, Machine machine, Commit commit, Collection<RunResult> results) throws IOException {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        Path file = folder.resolve("%s-%s-jdk%d.json"
                .formatted(
                        now.format(NAME_TIME), commit.label(), Runtime.version().feature()));
        List<Measured> measured = results.stream().map(ResultFile::measured).toList();
        Run run = new Run(now.format(DateTimeFormatter.ISO_INSTANT), commit, machine, measured);
        Files.writeString(file, GSON.toJson(run) + "\n", StandardCharsets.UTF_8);
        return file;
    }

    private static Measured measured(RunResult result) {
        BenchmarkParams params = result.getParams();
        Map<String, String> values = new TreeMap<>();
        params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
        Result<?> primary = result.getPrimaryResult();
        List<List<Double>> forks = result.getBenchmarkResults().stream()
                .map(fork -> fork.getIterationResults().stream()
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList())
                .toList();
        return new Measured(
                params.getBenchmark(),
                values,
                params.getMode().shortLabel(),
                params.getThreads(),
                primary.getScoreUnit(),
                primary.getScore(),
                Double.isNaN(primary.getScoreError()) ? null : primary.getScoreError(),
                forks);
    }
}
