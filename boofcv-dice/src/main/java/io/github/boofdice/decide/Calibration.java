package io.github.boofdice.decide;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the scores of good pictures say about a false-reject rate: the threshold, and the p-value of any score.
 *
 * <p>Scores are scaled (1 = a typical good picture) and come from pictures that the scoring template was not made from. Where at least five of them would be
 * rejected the threshold is an order statistic: the k-th largest, k = floor(rate (n + 1)), which a new exchangeable score exceeds with probability of at most
 * {@code rate} (V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World", 2005, doi:10.1007/b106715). Where fewer, a Pareto tail is fitted to
 * the logarithms of the largest twentieth, ten at least. Good pictures whose alignment failed count as rejected and do not set the threshold.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/ScoreAndThreshold.html">Tutorial: score and threshold</a>
 */
public final class Calibration {
    /** A tail is fitted to more scores than this. */
    public static final int FEWEST_FOR_A_TAIL = 10;

    private static final int ENOUGH_BEYOND = 5;
    private static final double TAIL_SHARE = 0.05;
    private static final double LEAST_SCORE = 1e-6;

    /** P-values are extrapolated to this share of 1 / (n + 1). */
    private static final double LEAST_SHARE = 0.1;

    /**
     * Where the scores stand: as learned, or moved to where good pictures score now.
     *
     * @param pictures later good pictures whose scores are among them, at least 0
     * @param factor all moves so far multiplied, &gt; 0
     */
    public record Level(int pictures, double factor) {
        /** Not moved. */
        public static final Level OF_LEARNING = new Level(0, 1);

        /** Checks both. */
        public Level {
            if (pictures < 0 || !(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the level must be of at least 0 pictures and a positive factor but is of " + pictures + " and "
                                + factor);
            }
        }
    }

    private final double[] sorted;
    private final int failed;
    private final double rate;
    private final double threshold;
    private final boolean heldOut;
    private final Level level;
    private final @Nullable ParetoTail tail;

    /**
     * Sets the threshold by scores of learning.
     *
     * @param scores scaled scores of good pictures, at least two, in any order, not modified
     * @param failed how many further good pictures did not align
     * @param rate stated false-reject rate, in (0, 1)
     * @param heldOut whether the scores come from pictures that the templates were not made from; otherwise the threshold is too tight
     */
    public Calibration(double[] scores, int failed, double rate, boolean heldOut) {
        this(scores, failed, rate, heldOut, Level.OF_LEARNING);
    }

    /**
     * Sets the threshold by scores at a level of their own.
     *
     * @param scores scaled scores of good pictures, at least two, in any order, not modified
     * @param failed how many further good pictures did not align
     * @param rate stated false-reject rate, in (0, 1)
     * @param heldOut whether the scores come from pictures that the templates were not made from; otherwise the threshold is too tight
     * @param level to which they were moved
     */
    public Calibration(double[] scores, int failed, double rate, boolean heldOut, Level level) {
        if (scores.length < 2) {
            throw new IllegalArgumentException("calibration needs at least two scores but has " + scores.length);
        }
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("false-reject rate must lie between 0 and 1 but is " + rate);
        }
        sorted = scores.clone();
        Arrays.sort(sorted);
        this.failed = failed;
        this.rate = rate;
        this.heldOut = heldOut;
        this.level = level;
        tail = fitTail(sorted);
        int beyond = (int) Math.floor(rate * (sorted.length + 1) + 1e-9);
        if (beyond >= ENOUGH_BEYOND) {
            threshold = sorted[sorted.length - beyond];
        } else if (tail != null) {
            // Never below the rank that the next larger rate would use: a smaller rate must not reject more.
            threshold = Math.max(
                    sorted[sorted.length - ENOUGH_BEYOND], StrictMath.exp(tail.quantile(Math.min(rate, tail.share()))));
        } else {
            threshold = sorted[sorted.length - 1];
        }
        if (Double.isInfinite(threshold)) {
            throw new IllegalArgumentException(
                    "no finite threshold follows from scores up to " + sorted[sorted.length - 1]);
        }
    }

    private static @Nullable ParetoTail fitTail(double[] sorted) {
        int exceedances = Math.max(FEWEST_FOR_A_TAIL, (int) Math.ceil(TAIL_SHARE * sorted.length));
        if (exceedances >= sorted.length) {
            return null;
        }
        double[] logs = Arrays.stream(sorted)
                .map(s -> StrictMath.log(Math.max(LEAST_SCORE, s)))
                .toArray();
        return ParetoTail.fit(logs, exceedances);
    }

    /**
     * The smallest false-reject rate that {@code pictures} good pictures can vouch for.
     *
     * @param pictures how many, at least 0
     * @return 1 / (n + 1)
     */
    public static double leastRate(int pictures) {
        return 1.0 / (pictures + 1);
    }

    /**
     * The rate chosen where the user states none: 0.001, or what the pictures can vouch for.
     *
     * @param pictures how many good ones were learned from
     * @return max(0.001, 1 / (n + 1))
     */
    public static double defaultRate(int pictures) {
        return Math.max(0.001, leastRate(pictures));
    }

    /**
     * The same scores under another rate, in (0, 1).
     *
     * @param otherRate stated false-reject rate, in (0, 1)
     * @return a new calibration
     * @throws IllegalArgumentException if the rate lies outside (0, 1)
     */
    public Calibration at(double otherRate) {
        return new Calibration(sorted, failed, otherRate, heldOut, level);
    }

    /**
     * The same with more scores, scaled and finite, of good pictures that were not learned from.
     *
     * @param more in any order; not modified
     * @return a new calibration
     */
    public Calibration with(double[] more) {
        double[] all = Arrays.copyOf(sorted, sorted.length + more.length);
        System.arraycopy(more, 0, all, sorted.length, more.length);
        return new Calibration(all, failed, rate, heldOut, level);
    }

    /** {@return the scaled score above which a picture is anomalous} */
    public double threshold() {
        return threshold;
    }

    /** {@return the stated false-reject rate} */
    public double rate() {
        return rate;
    }

    /** {@return how many good pictures did not align} */
    public int failed() {
        return failed;
    }

    /** {@return how many scores it rests on} */
    public int size() {
        return sorted.length;
    }

    /** {@return the scores, ascending; a copy} */
    public double[] scores() {
        return sorted.clone();
    }

    /** The logarithm of the score that a good picture which aligns exceeds with a small probability, by the fitted tail; empty where the scores are too few for one. */
    OptionalDouble tailQuantile(double probability) {
        return tail == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(tail.quantile(Math.min(probability, tail.share())));
    }

    /**
     * Probability that a good picture scores at least this much, in (0, 1]; by the fitted tail where it lies beyond most scores, and never less than a tenth of 1 / (n + 1): n pictures
     * cannot vouch for more.
     *
     * @param score scaled, at least 0
     * @return the probability
     */
    public double pValue(double score) {
        return Math.max(LEAST_SHARE / (sorted.length + 1), unboundedPValue(score));
    }

    private double unboundedPValue(double score) {
        double log = StrictMath.log(Math.max(LEAST_SCORE, score));
        if (tail != null && log > tail.start()) {
            double misaligned = failed / (double) (sorted.length + failed);
            return misaligned + (1 - misaligned) * tail.exceedance(log);
        }
        int below = 0;
        int above = sorted.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (sorted[middle] < score) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return (sorted.length - below + failed + 1.0) / (sorted.length + failed + 1.0);
    }

    /** {@return the probability that the alignment of a good picture fails, in (0, 1]} */
    public double pValueOfFailure() {
        return (failed + 1.0) / (sorted.length + failed + 1.0);
    }

    /** {@return whether the scores come from held-out pictures; if not, good pictures will be rejected more often than stated} */
    public boolean heldOut() {
        return heldOut;
    }

    /** {@return the level of the scores} */
    public Level level() {
        return level;
    }

    /** {@return how the threshold was found, in words} */
    public String source() {
        return level.pictures() == 0
                ? sourceOfThreshold()
                : String.format(
                        Locale.ROOT,
                        "%s; moved by a factor of %.3f to the level of %d later good pictures",
                        sourceOfThreshold(),
                        level.factor(),
                        level.pictures());
    }

    private String sourceOfThreshold() {
        int n = sorted.length;
        String kind = level.pictures() == 0 ? " cross-fitted scores" : " cross-fitted and later scores";
        if (!heldOut) {
            return n + " scores of turned copies, for no picture was held out: too tight, learn from more pictures";
        }
        int beyond = (int) Math.floor(rate * (n + 1) + 1e-9);
        if (beyond >= ENOUGH_BEYOND) {
            return "rank " + beyond + " from the top of " + n + kind;
        }
        if (tail == null) {
            return "largest of " + n + kind + ", which vouches for a rate of 1/" + (n + 1);
        }
        return String.format(
                Locale.ROOT,
                "%sPareto tail over the largest %d of %d%s (log score: start %.3f, scale %.3f, shape %.3f)",
                rate < leastRate(n) ? "extrapolated by a " : "",
                (int) Math.round(tail.share() * n),
                n,
                kind,
                tail.start(),
                tail.scale(),
                tail.shape());
    }
}
