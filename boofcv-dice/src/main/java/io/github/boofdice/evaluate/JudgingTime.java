package io.github.boofdice.evaluate;

import java.util.Arrays;

/**
 * How long a method takes to judge one decoded picture, by the clock, in one thread.
 *
 * @param median milliseconds, NaN where no picture was judged
 * @param mean milliseconds, NaN where no picture was judged; far above the median where the machine had other work
 */
public record JudgingTime(double median, double mean) {
    private static final double MILLISECOND = 1e6;

    /** The middle and the mean of times in nanoseconds, of which there may be none; not modified. */
    static JudgingTime of(long[] nanos) {
        if (nanos.length == 0) {
            return new JudgingTime(Double.NaN, Double.NaN);
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
        return new JudgingTime(
                middle / MILLISECOND, Arrays.stream(nanos).average().orElseThrow() / MILLISECOND);
    }
}
