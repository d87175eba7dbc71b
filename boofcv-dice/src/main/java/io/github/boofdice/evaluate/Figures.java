package io.github.boofdice.evaluate;

import java.util.List;

/**
 * The figures of an evaluation, each in 0..1, NaN where it is undefined.
 *
 * @param precision share of the pictures called anomalous that are; undefined when none was called so
 * @param recall share of the anomalous pictures that were found; undefined when there is none
 * @param f1 harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); undefined when there is neither an anomalous
 *     picture nor one called so
 * @param falseRejectRate share of the normal pictures that were called anomalous; undefined when there is none
 * @param auroc area under the receiver operating characteristic; undefined when either class is empty
 * @param averagePrecision step-wise area under the precision-recall curve; undefined when no picture is anomalous
 */
public record Figures(
        double precision, double recall, double f1, double falseRejectRate, double auroc, double averagePrecision) {
    /** The figures of judged pictures, of which there may be none. */
    static Figures of(List<? extends ScoredPicture> pictures) {
        return of(Confusion.of(pictures), Ranking.of(pictures).all());
    }

    static Figures of(Confusion counts, Ranking.Areas areas) {
        return new Figures(
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.falseRejectRate(),
                areas.auroc(),
                areas.averagePrecision());
    }
}
