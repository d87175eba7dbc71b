package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How well the scores alone separate anomalous from normal pictures, whatever the threshold.
 *
 * <p>The pictures are sorted once; every figure is then one walk from the highest score to the lowest, in which each
 * picture may count any number of times. A resample of the {@link Bootstrap} is such a set of weights.
 *
 * <p>A picture whose alignment failed ranks by its score like any other.
 */
public final class Ranking {
    private final double[] scores;
    private final boolean[] anomalous;
    private final int[] order;

    private Ranking(double[] scores, boolean[] anomalous, int[] order) {
        this.scores = scores;
        this.anomalous = anomalous;
        this.order = order;
    }

    /**
     * Sorts pictures by their score.
     *
     * @param pictures judged pictures; may be empty
     * @return the ranking
     */
    public static Ranking of(Collection<? extends ScoredPicture> pictures) {
        List<ScoredPicture> list = List.copyOf(pictures);
        double[] scores = new double[list.size()];
        boolean[] anomalous = new boolean[list.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = list.get(i).score();
            anomalous[i] = list.get(i).truth() == Verdict.ANOMALOUS;
        }
        return of(scores, anomalous);
    }

    /**
     * Sorts scores.
     *
     * @param scores numbers, none NaN; higher means more anomalous; not modified
     * @param anomalous the truth of each; as long as the scores; not modified
     * @return the ranking
     * @throws IllegalArgumentException when the lengths differ or a score is NaN
     */
    public static Ranking of(double[] scores, boolean[] anomalous) {
        if (scores.length != anomalous.length) {
            throw new IllegalArgumentException(
                    "there are " + scores.length + " scores but " + anomalous.length + " truths");
        }
        Integer[] order = new Integer[scores.length];
        for (int i = 0; i < order.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("scores must be numbers but number " + i + " is NaN");
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        double[] sortedScores = new double[order.length];
        boolean[] sortedTruth = new boolean[order.length];
        int[] from = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            from[i] = order[i];
            // -0.0 and 0.0 are one score: adding 0.0 makes them one value.
            sortedScores[i] = scores[from[i]] + 0.0;
            sortedTruth[i] = anomalous[from[i]];
        }
        return new Ranking(sortedScores, sortedTruth, from);
    }

    /**
     * Area under the receiver operating characteristic: the chance that a random anomalous picture scores higher than a
     * random normal one, ties counting half.
     *
     * <p>Source: J. A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver operating
     * characteristic (ROC) curve", Radiology 143 (1982), doi:10.1148/radiology.143.1.7063747.
     *
     * @return the area in 0..1, NaN when either class is empty
     */
    public double auroc() {
        return all().auroc();
    }

    /**
     * Average precision: the sum over the distinct scores, from the highest down, of (R<sub>i</sub> -
     * R<sub>i-1</sub>) P<sub>i</sub>, where P<sub>i</sub> and R<sub>i</sub> are precision and recall when all pictures
     * that score at least so high are called anomalous. No interpolation; the definition of scikit-learn's {@code
     * average_precision_score}.
     *
     * @return the average precision in 0..1, NaN when there is no anomalous picture
     */
    public double averagePrecision() {
        return all().averagePrecision();
    }

    /**
     * The receiver operating characteristic: what share of each class scores at least as high as a threshold, for every threshold at which
     * that changes. Points inside a straight stretch are left out.
     *
     * @return points from (0, 0) to (1, 1), neither coordinate ever falling; empty when either class is empty
     */
    public List<RocPoint> roc() {
        long all = 0;
        for (boolean a : anomalous) {
            all += a ? 1 : 0;
        }
        double normals = scores.length - all;
        if (all == 0 || normals == 0) {
            return List.of();
        }
        List<RocPoint> points = new ArrayList<>(List.of(new RocPoint(0, 0)));
        long[] last = {0, 0};
        long[] step = {0, 0};
        long found = 0;
        long rejected = 0;
        for (int i = 0; i < scores.length; ) {
            double score = scores[i];
            for (; i < scores.length && scores[i] == score; i++) {
                found += anomalous[i] ? 1 : 0;
                rejected += anomalous[i] ? 0 : 1;
            }
            long[] next = {rejected - last[0], found - last[1]};
            if (step[0] * next[1] == step[1] * next[0] && points.size() > 1) {
                points.remove(points.size() - 1);
            }
            points.add(new RocPoint(rejected / normals, found / (double) all));
            step = next;
            last = new long[] {rejected, found};
        }
        return List.copyOf(points);
    }

    /** Both areas when picture {@code i}, in the order the ranking was made from, counts {@code weights[i]} times. */
    Areas areas(int[] weights) {
        double above = 0;
        double called = 0;
        double found = 0;
        double precisionSum = 0;
        for (int i = 0; i < scores.length; ) {
            double tiedNormal = 0;
            double tiedAnomalous = 0;
            double score = scores[i];
            for (; i < scores.length && scores[i] == score; i++) {
                if (anomalous[i]) {
                    tiedAnomalous += weights[order[i]];
                } else {
                    tiedNormal += weights[order[i]];
                }
            }
            // Each normal picture lies below the anomalous ones found so far, and level with the tied ones.
            above += tiedNormal * (found + tiedAnomalous / 2);
            found += tiedAnomalous;
            called += tiedAnomalous + tiedNormal;
            if (tiedAnomalous > 0) {
                precisionSum += tiedAnomalous * (found / called);
            }
        }
        double pairs = found * (called - found);
        return new Areas(pairs == 0 ? Double.NaN : above / pairs, found == 0 ? Double.NaN : precisionSum / found);
    }

    /** Both areas when every picture counts once. */
    Areas all() {
        int[] ones = new int[scores.length];
        Arrays.fill(ones, 1);
        return areas(ones);
    }

    /** The two areas of one set of weights. */
    record Areas(double auroc, double averagePrecision) {}
}
