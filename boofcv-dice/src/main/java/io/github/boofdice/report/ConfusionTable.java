package io.github.boofdice.report;

import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Evaluation;

/**
 * Verdict against truth.
 *
 * @param caption what judged
 * @param normal how many good pictures
 * @param anomalous how many bad ones
 * @param accepted good ones called normal
 * @param rejected good ones called anomalous
 * @param missed bad ones called normal
 * @param found bad ones called anomalous
 * @param note what else is to be said of the counts; may be empty
 */
record ConfusionTable(
        String caption,
        String normal,
        String anomalous,
        String accepted,
        String rejected,
        String missed,
        String found,
        String note) {
    static ConfusionTable of(String caption, Confusion counts, String note) {
        return new ConfusionTable(
                caption,
                Numbers.count(counts.normal()),
                Numbers.count(counts.anomalous()),
                Numbers.count(counts.trueNegatives()),
                Numbers.count(counts.falsePositives()),
                Numbers.count(counts.falseNegatives()),
                Numbers.count(counts.truePositives()),
                note);
    }

    static ConfusionTable of(String caption, Evaluation evaluation) {
        long good = evaluation.failedAlignments(Verdict.NORMAL);
        long bad = evaluation.failedAlignments(Verdict.ANOMALOUS);
        String note = good + bad == 0
                ? "Every picture could be aligned."
                : "Not aligned, and therefore called anomalous: " + Numbers.count(good) + " good, " + Numbers.count(bad)
                        + " anomalous.";
        return of(caption, evaluation.confusion(), note);
    }
}
