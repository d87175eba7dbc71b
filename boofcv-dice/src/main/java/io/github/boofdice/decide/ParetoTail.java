package io.github.boofdice.decide;

import java.util.Arrays;

/**
 * A generalised Pareto tail fitted to the largest of many scores: P(S &gt; u + y | S &gt; u) = (1 + shape y / scale)^(-1 / shape).
 *
 * <p>Fitted by probability-weighted moments: steady with few exceedances. Source: J. R. M. Hosking and J. R. Wallis, "Parameter and quantile estimation
 * for the generalized Pareto distribution", Technometrics 29 (1987), doi:10.1080/00401706.1987.10488243.
 *
 * @param start the score u above which it holds
 * @param share of all scores above {@code start}, in 0..1
 * @param shape 0 = exponential, negative = a bounded tail
 * @param scale in units of the score, &gt; 0
 */
public record ParetoTail(double start, double share, double shape, double scale) {
    private static final double MOST_SHAPE = 0.5;

    /**
     * Fits to the upper {@code exceedances} scores.
     *
     * <p>The shape is kept in 0..0.5: a bounded tail would promise that no good picture ever exceeds some score, which a sample of this size cannot know.
     *
     * @param sorted all scores, ascending
     * @param exceedances how many of the largest to fit, at least 5, fewer than all
     * @return the tail
     * @throws IllegalArgumentException if there are too few scores
     */
    public static ParetoTail fit(double[] sorted, int exceedances) {
        int n = sorted.length;
        if (exceedances < 5 || exceedances >= n) {
            throw new IllegalArgumentException(
                    "exceedances is " + exceedances + " but must lie in 5.." + (n - 1) + " for " + n + " scores");
        }
        double start = sorted[n - exceedances - 1];
        double[] over = Arrays.copyOfRange(sorted, n - exceedances, n);
        double mean = 0;
        double weighted = 0;
        for (int i = 0; i < over.length; i++) {
            double y = over[i] - start;
            mean += y / over.length;
            weighted += y * (over.length - i - 0.65) / over.length / over.length;
        }
        double shape = 0;
        double scale = mean;
        if (mean - 2 * weighted > 1e-12) {
            shape = Math.min(MOST_SHAPE, Math.max(0, 2 - mean / (mean - 2 * weighted)));
            scale = mean * (1 - shape);
        }
        return new ParetoTail(start, exceedances / (double) n, shape, Math.max(1e-9, scale));
    }

    /**
     * Probability that a good picture scores above {@code score}; meaningful from {@link #start} on.
     *
     * @param score the logarithm of a scaled score
     * @return 0..1
     */
    public double exceedance(double score) {
        double y = Math.max(0, score - start) / scale;
        return share * (shape == 0 ? StrictMath.exp(-y) : StrictMath.pow(1 + shape * y, -1 / shape));
    }

    /**
     * Score that a good picture exceeds with probability {@code rate}, for a rate of at most {@link #share}.
     *
     * @param rate probability, above 0
     * @return the logarithm of a scaled score
     */
    public double quantile(double rate) {
        double ratio = share / rate;
        return start + scale * (shape == 0 ? StrictMath.log(ratio) : (StrictMath.pow(ratio, shape) - 1) / shape);
    }
}
