package io.github.boofdice.evaluate;

import java.util.Arrays;

/**
 * Where a figure would fall in 95 of 100 captures like this one.
 *
 * @param low lower end, NaN where the figure is undefined
 * @param high upper end, NaN where the figure is undefined
 */
public record Interval(double low, double high) {
    /** The share of the resampled figures that lies inside. */
    public static final double CONFIDENCE = 0.95;

    /** The middle 95 % of the values, linear between neighbours; NaN values are left out. {@code values} is sorted. */
    static Interval percentile(double[] values) {
        Arrays.sort(values);
        int count = values.length;
        while (count > 0 && Double.isNaN(values[count - 1])) {
            count--;
        }
        double tail = (1 - CONFIDENCE) / 2;
        return new Interval(quantile(values, count, tail), quantile(values, count, 1 - tail));
    }

    private static double quantile(double[] sorted, int count, double share) {
        if (count == 0) {
            return Double.NaN;
        }
        double at = share * (count - 1);
        int below = (int) at;
        int above = Math.min(below + 1, count - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
