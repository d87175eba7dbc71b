package io.github.boofdice.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of what the library is to reach.
 *
 * @param words for the page
 * @param ours the benchmark, as {@link KeptRun#key} names it
 * @param peer what runs beside it; absent where the time itself is asked for
 * @param asked by configuration: the least ratio of the peer's time and ours, or the most microseconds; NaN where nothing is asked
 */
record AskedRow(String words, String ours, @Nullable String peer, List<Double> asked) {
    private static final double NONE = Double.NaN;

    /** Those of the plan; only 1,077 real pictures ({@code -p pictures=real}) make the last. */
    static final List<AskedRow> ALL = List.of(
            scoring("the seed's counts, 11 templates, beside OpenCV", "counts", 2, 6, 6, 6),
            scoring("tolerance, 11 templates, beside OpenCV", "tolerance", 0.8, 1.2, 4, 4),
            scoring("z map, 5 x 5 box, maximum, 11 templates, beside OpenCV", "deviation", 1.6, 1.6, 4, 4),
            scoring("SAD, 11 templates, beside OpenCV's `norm`", "sad", 0.5, 0.5, 0.9, 1.3),
            scoring("NCC at one position, 11 templates, beside OpenCV's fastest", "ncc", 0.25, 0.25, 0.6, 0.6),
            new AskedRow(
                    "refinement alone, beside `findTransformECC`",
                    "RefinementBenchmark.ours",
                    "RefinementBenchmark.opencv",
                    List.of(10.0, 10.0, 15.0, 15.0)),
            new AskedRow(
                    "whole inspection, any angle, six faces, beside a pipeline of OpenCV",
                    "InspectionBenchmark.ours[lying=turned]",
                    "InspectionBenchmark.opencv[lying=turned]",
                    List.of(5.0, 5.0, 10.0, 10.0)),
            new AskedRow(
                    "the same, the time itself",
                    "InspectionBenchmark.ours[lying=turned]",
                    null,
                    List.of(500.0, 500.0, 250.0, 250.0)),
            new AskedRow(
                    "CNN forward, beside ONNX Runtime, one thread",
                    "NetworkBenchmark.ours",
                    "NetworkBenchmark.onnxRuntime",
                    List.of(0.4, 0.4, 1.0, 1.0)),
            new AskedRow(
                    "CNN, two callers, beside ONNX Runtime's two threads",
                    "NetworkThroughputBenchmark.ours",
                    "NetworkThroughputBenchmark.onnxRuntimeTwoThreads",
                    List.of(0.4, 0.4, 0.8, 0.8)),
            new AskedRow(
                    "process start to verdict, beside OpenCV's score, unpacked before",
                    "ColdStart.ours",
                    "ColdStart.opencv",
                    List.of(3.0, 3.0, NONE, NONE)),
            new AskedRow(
                    "the same, OpenCV loaded as its Maven package does",
                    "ColdStart.ours",
                    "ColdStart.opencvPackaged",
                    List.of(NONE, NONE, NONE, NONE)),
            new AskedRow(
                    "learning from 1,077 pictures",
                    "LearningBenchmark.learn[pictures=real]",
                    null,
                    List.of(5e6, 5e6, 5e6, 5e6)));

    private static AskedRow scoring(String words, String method, double... asked) {
        String name = "ScoringBenchmark." + method;
        String params = "[side=128,templates=11]";
        return new AskedRow(
                words,
                name + "Ours" + params,
                name + "Opencv" + params,
                Arrays.stream(asked).boxed().toList());
    }

    /** The benchmarks that must have run together. */
    Set<String> keys() {
        return peer == null ? Set.of(ours) : Set.of(ours, peer);
    }

    /** How many times as fast as the peer; nothing where the time itself is asked for, or nothing was measured. */
    OptionalDouble ratio(KeptRuns runs, Configuration configuration) {
        if (peer == null) {
            return OptionalDouble.empty();
        }
        Optional<KeptRun> run = runs.newest(configuration, keys());
        return run.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(ratio(run.get(), peer));
    }

    private double ratio(KeptRun run, String beside) {
        double ratio = run.median(beside) / run.median(ours);
        return run.isThroughput(ours) ? 1 / ratio : ratio;
    }

    double asked(Configuration configuration) {
        return asked.get(configuration.ordinal());
    }

    /** What stands in the column of a configuration. */
    String cell(KeptRuns runs, Configuration configuration) {
        Optional<KeptRun> run = runs.newest(configuration, keys());
        return run.map(kept -> cell(kept, asked(configuration))).orElse("not measured");
    }

    private String cell(KeptRun run, double bound) {
        if (peer == null) {
            double time = run.median(ours);
            return Figures.time(time) + (time > bound ? " **missed**" : "");
        }
        double ratio = ratio(run, peer);
        boolean throughput = run.isThroughput(ours);
        return "%s (%s / %s)%s"
                .formatted(
                        Figures.ratio(ratio),
                        throughput ? Figures.rate(run.median(ours)) : Figures.time(run.median(ours)),
                        throughput ? Figures.rate(run.median(peer)) : Figures.time(run.median(peer)),
                        ratio < bound ? " **missed**" : "");
    }

    /** What is asked for, in the order of the columns; once where it is the same in all. */
    String bounds() {
        if (asked.stream().allMatch(bound -> bound.isNaN())) {
            return "-";
        }
        String sign = peer == null ? "<= " : ">= ";
        List<String> each = asked.stream()
                .map(bound -> bound.isNaN() ? "-" : peer == null ? Figures.time(bound) : Figures.ratio(bound))
                .toList();
        return sign + (Set.copyOf(each).size() == 1 ? each.get(0) : String.join(" / ", each));
    }
}
