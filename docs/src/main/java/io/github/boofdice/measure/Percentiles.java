package io.github.boofdice.measure;

import java.util.Arrays;

/** Order statistics. */
final class Percentiles {
    private Percentiles() {}

    /**
     * The value below which a share of the values lies, linear between neighbours.
     *
     * @param values at least one; not modified
     * @param share 0..1
     */
    static double of(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
