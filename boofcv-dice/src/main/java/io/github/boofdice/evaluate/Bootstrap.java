package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap intervals that resample runs of near-identical frames, not frames.
 *
 * <p>Thirty frames of one die tell little more than one: an interval that resamples single pictures takes them for
 * thirty dice and comes out too narrow. Here whole runs ({@link ScoredPicture#run()}) are drawn with replacement, as
 * many as there are, the runs of normal and of anomalous pictures apart, so that no resample lacks a class. A resample
 * in which a figure is undefined (no picture called anomalous: no precision) is left out for that figure.
 *
 * <p>Where no resample holds an error the interval has no width. That says that this capture holds none, not that the
 * next one will hold none.
 *
 * <p>Source: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 8 and 13,
 * doi:10.1201/9780429246593; A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application" (1997), section
 * 3.8 (cluster resampling), doi:10.1017/CBO9780511802843.
 */
public final class Bootstrap {
    /** How many resamples {@link Evaluation} draws. */
    public static final int RESAMPLES = 2000;

    /** The seed that {@link Evaluation} draws them with: the same pictures always give the same intervals. */
    public static final long SEED = 20211025;

    private Bootstrap() {}

    /**
     * Draws the intervals.
     *
     * @param pictures judged pictures; may be empty (then every end is NaN)
     * @param resamples how many resamples to draw, at least 1
     * @param seed makes the draw repeatable
     * @return the 2.5 and 97.5 percentiles of every figure
     * @throws IllegalArgumentException when resamples is below 1
     */
    public static FigureIntervals intervals(List<? extends ScoredPicture> pictures, int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples must be at least 1 but is " + resamples);
        }
        List<int[]> normalRuns = runs(pictures, Verdict.NORMAL);
        List<int[]> anomalousRuns = runs(pictures, Verdict.ANOMALOUS);
        Ranking ranking = Ranking.of(pictures);
        SplittableRandom random = new SplittableRandom(seed);
        List<Figures> drawn = new ArrayList<>(resamples);
        for (int i = 0; i < resamples; i++) {
            int[] weights = new int[pictures.size()];
            draw(normalRuns, weights, random);
            draw(anomalousRuns, weights, random);
            drawn.add(Figures.of(confusion(pictures, weights), ranking.areas(weights)));
        }
        return new FigureIntervals(
                interval(drawn, Figures::precision),
                interval(drawn, Figures::recall),
                interval(drawn, Figures::f1),
                interval(drawn, Figures::falseRejectRate),
                interval(drawn, Figures::auroc),
                interval(drawn, Figures::averagePrecision));
    }

    /** The positions of the pictures of one class, run by run. */
    private static List<int[]> runs(List<? extends ScoredPicture> pictures, Verdict truth) {
        Map<Integer, List<Integer>> runs = new LinkedHashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.get(i).truth() == truth) {
                runs.computeIfAbsent(pictures.get(i).run(), run -> new ArrayList<>())
                        .add(i);
            }
        }
        return runs.values().stream()
                .map(run -> run.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static void draw(List<int[]> runs, int[] weights, SplittableRandom random) {
        for (int i = 0; i < runs.size(); i++) {
            for (int picture : runs.get(random.nextInt(runs.size()))) {
                weights[picture]++;
            }
        }
    }

    private static Confusion confusion(List<? extends ScoredPicture> pictures, int[] weights) {
        long[] count = new long[4];
        for (int i = 0; i < weights.length; i++) {
            boolean called = pictures.get(i).verdict() == Verdict.ANOMALOUS;
            boolean is = pictures.get(i).truth() == Verdict.ANOMALOUS;
            count[is ? (called ? 0 : 3) : (called ? 1 : 2)] += weights[i];
        }
        return new Confusion(count[0], count[1], count[2], count[3]);
    }

    private static Interval interval(List<Figures> drawn, ToDoubleFunction<Figures> figure) {
        return Interval.percentile(drawn.stream().mapToDouble(figure).toArray());
    }
}
