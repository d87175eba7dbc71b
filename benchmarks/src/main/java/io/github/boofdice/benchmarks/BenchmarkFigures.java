package io.github.boofdice.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What JMH measured of one benchmark with one choice of parameters.
 *
 * @param median of each fork's iterations the median, and of those the median: what a text quotes
 * @param score the mean over all iterations of all forks
 * @param error half the width of the mean's 99.9 % interval; absent with fewer than three iterations
 * @param bytes that a call allocates, on all threads; absent where it was not measured
 * @param forks the score of each iteration, fork by fork
 */
record BenchmarkFigures(
        String benchmark,
        Map<String, String> params,
        String mode,
        int threads,
        String unit,
        double median,
        double score,
        @Nullable Double error,
        @Nullable Double bytes,
        List<List<Double>> forks) {

    /** The figures of a whole run. */
    static List<BenchmarkFigures> of(Collection<RunResult> results) {
        return results.stream().map(BenchmarkFigures::of).toList();
    }

    private static BenchmarkFigures of(RunResult result) {
        BenchmarkParams params = result.getParams();
        Map<String, String> values = new TreeMap<>();
        params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
        Result<?> primary = result.getPrimaryResult();
        List<List<Double>> forks = result.getBenchmarkResults().stream()
                .map(fork -> fork.getIterationResults().stream()
                        .map(iteration -> iteration.getPrimaryResult().getScore())
                        .toList())
                .toList();
        double[] medians = forks.stream()
                .mapToDouble(fork ->
                        median(fork.stream().mapToDouble(Double::doubleValue).toArray()))
                .toArray();
        return new BenchmarkFigures(
                params.getBenchmark(),
                values,
                params.getMode().shortLabel(),
                params.getThreads(),
                primary.getScoreUnit(),
                median(medians),
                primary.getScore(),
                Double.isNaN(primary.getScoreError()) ? null : primary.getScoreError(),
                bytes(result),
                forks);
    }

    /** What JMH's profiler "gc" says, if it was there. Its name for it has begun with a dot in some releases. */
    private static @Nullable Double bytes(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            Result<?> secondary = result.getSecondaryResults().get(name);
            if (name.endsWith("gc.alloc.rate.norm") && Double.isFinite(secondary.getScore())) {
                return secondary.getScore();
            }
        }
        return null;
    }

    /** The middle of the values, or the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
