package io.github.boofdice.learn;

import java.util.Arrays;

/**
 * Finds the value of a given rank among many grey levels, exactly: counts tell between which two levels it lies, and only what lies there is sorted. Several times as fast as taking the values apart step by step, where every step waits
 * for a guess at how a comparison will end. Holds what it works on: one thread at a time.
 */
final class OrderStatistic {
    private static final int BINS_A_LEVEL = 4;
    /** Levels beyond this many either way share the outermost bins. */
    private static final int REACH = 64;

    private static final int LAST = 2 * REACH * BINS_A_LEVEL - 1;

    private final int[] counts = new int[LAST + 1];
    private float[] near = {};

    /**
     * @param values finite, not modified
     * @param from the first of them
     * @param count how many, at least 1
     * @param rank 0 for the least to count - 1 for the greatest
     */
    float select(float[] values, int from, int count, int rank) {
        Arrays.fill(counts, 0);
        for (int i = from; i < from + count; i++) {
            counts[bin(values[i])]++;
        }
        int below = 0;
        int bin = 0;
        while (below + counts[bin] <= rank) {
            below += counts[bin++];
        }
        near = near.length < counts[bin] ? new float[counts[bin]] : near;
        int n = 0;
        for (int i = from; i < from + count; i++) {
            if (bin(values[i]) == bin) {
                near[n++] = values[i];
            }
        }
        Arrays.sort(near, 0, n);
        return near[rank - below];
    }

    /** Never falls as the value rises. */
    private static int bin(float value) {
        return Math.max(0, Math.min(LAST, (int) ((value + REACH) * BINS_A_LEVEL)));
    }
}
