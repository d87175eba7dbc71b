package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * What one method is worth on pictures that other methods judged too.
 *
 * @param name the method
 * @param pictures every picture that all methods judged, sorted by file: the same ones in every result of a comparison
 * @param confusion verdict against truth, as counts
 * @param figures the figures
 * @param intervals a 95 % interval for each figure; see {@link Bootstrap}
 * @param learningSeconds how long learning took by the clock, in seconds
 * @param time how long it takes to judge a picture
 */
public record MethodResult(
        String name,
        List<? extends ScoredPicture> pictures,
        Confusion confusion,
        Figures figures,
        FigureIntervals intervals,
        double learningSeconds,
        JudgingTime time) {
    /** Copies the list. */
    public MethodResult {
        pictures = List.copyOf(pictures);
    }

    /** A picture as this method judged it. */
    record Picture(String file, Verdict truth, int run, Verdict verdict, double score) implements ScoredPicture {}

    static MethodResult of(
            String name, List<? extends ScoredPicture> pictures, double learningSeconds, JudgingTime time) {
        List<? extends ScoredPicture> sorted = pictures.stream()
                .sorted(Comparator.comparing(ScoredPicture::file))
                .toList();
        return new MethodResult(
                name,
                sorted,
                Confusion.of(sorted),
                Figures.of(sorted),
                Bootstrap.intervals(sorted, Bootstrap.RESAMPLES, Bootstrap.SEED),
                learningSeconds,
                time);
    }
}
