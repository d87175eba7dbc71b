package io.github.boofdice.evaluate;

/**
 * A 95 % interval for each figure; see {@link Bootstrap}.
 *
 * @param precision interval of the precision
 * @param recall interval of the recall
 * @param f1 interval of the F1
 * @param falseRejectRate interval of the share of good dice rejected
 * @param auroc interval of the AUROC
 * @param averagePrecision interval of the average precision
 */
public record FigureIntervals(
        Interval precision,
        Interval recall,
        Interval f1,
        Interval falseRejectRate,
        Interval auroc,
        Interval averagePrecision) {}
