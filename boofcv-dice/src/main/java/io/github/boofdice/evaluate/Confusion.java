package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How often verdict and truth agree. The positive class is the anomalous one: a true positive is a bad die that was
 * found, a false positive a good die that was rejected.
 *
 * @param truePositives anomalous pictures called anomalous
 * @param falsePositives normal pictures called anomalous
 * @param trueNegatives normal pictures called normal
 * @param falseNegatives anomalous pictures called normal
 */
public record Confusion(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {
    /** Checks that no count is negative. */
    public Confusion {
        if (truePositives < 0 || falsePositives < 0 || trueNegatives < 0 || falseNegatives < 0) {
            throw new IllegalArgumentException("counts must be at least 0 but are " + truePositives + ", "
                    + falsePositives + ", " + trueNegatives + ", " + falseNegatives);
        }
    }

    /**
     * Counts.
     *
     * @param pictures judged pictures; may be empty
     * @return the four counts
     */
    public static Confusion of(Collection<? extends ScoredPicture> pictures) {
        long[] count = new long[4];
        for (ScoredPicture picture : pictures) {
            boolean called = picture.verdict() == Verdict.ANOMALOUS;
            boolean is = picture.truth() == Verdict.ANOMALOUS;
            count[is ? (called ? 0 : 3) : (called ? 1 : 2)]++;
        }
        return new Confusion(count[0], count[1], count[2], count[3]);
    }

    /**
     * Counts the normal pictures.
     *
     * @return TN + FP
     */
    public long normal() {
        return trueNegatives + falsePositives;
    }

    /**
     * Counts the anomalous pictures.
     *
     * @return TP + FN
     */
    public long anomalous() {
        return truePositives + falseNegatives;
    }

    /**
     * Which share of the pictures called anomalous is.
     *
     * @return TP / (TP + FP) in 0..1, NaN when no picture was called anomalous
     */
    public double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /**
     * Which share of the anomalous pictures was found.
     *
     * @return TP / (TP + FN) in 0..1, NaN when there is no anomalous picture
     */
    public double recall() {
        return share(truePositives, anomalous());
    }

    /**
     * The harmonic mean of precision and recall of the anomalous class.
     *
     * @return 2 TP / (2 TP + FP + FN) in 0..1; 0 when none was found though there are some; NaN when there is no
     *     anomalous picture and none was called so
     */
    public double f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /**
     * Which share of the good dice was rejected.
     *
     * @return FP / (FP + TN) in 0..1, NaN when there is no normal picture
     */
    public double falseRejectRate() {
        return share(falsePositives, normal());
    }

    /** One warning for each class without a picture. */
    List<String> missingClasses() {
        List<String> missing = new ArrayList<>();
        if (normal() == 0) {
            missing.add("no picture below normal/ was judged: the false-reject rate and the AUROC are undefined");
        }
        if (anomalous() == 0) {
            missing.add("no picture below anomalous/ was judged: recall, AUROC and average precision are undefined");
        }
        return missing;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
