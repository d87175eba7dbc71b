package io.github.boofdice.learn;

import java.util.Arrays;

/**
 * The values that aligned pictures have at one pixel, in parts: values of given ranks and sums of squares, among all and among those outside one of the parts.
 *
 * <p>Ranks are exact: counts, made once for all such questions, tell between which two levels a value lies, and only what lies there is sorted. Several times as fast as taking the values apart step by step, where every step waits for a
 * guess at how a comparison will end. Holds what it works on: one thread at a time.
 */
final class PixelColumn {
    private static final int BINS_A_LEVEL = 4;
    /** Levels beyond this many either way share the outermost bins. */
    private static final int REACH = 64;

    private static final int BINS = 2 * REACH * BINS_A_LEVEL;

    private final int[][] counts;
    private final int[] total = new int[BINS];
    /** Where in the values each part begins, and where the last ends. */
    private final int[] begins;

    private float[] values = {};
    private int[] bins = {};
    /** The values between two levels, in order, with their parts in the last bits; many questions ask for the same. */
    private long[] near = {};

    private int nearBin;
    /** What is below the first or above the last holds no value. */
    private int first;

    private int last = BINS - 1;

    private double above;
    private double below;

    /** @param parts how many, at least 1 */
    PixelColumn(int parts) {
        counts = new int[parts][BINS];
        begins = new int[parts + 1];
    }

    /**
     * Begins with the values of a pixel.
     *
     * @param among finite, part by part; neither modified nor copied
     * @param from the first of them
     * @param sizes of the parts
     */
    void take(float[] among, int from, int[] sizes) {
        values = among;
        begins[0] = from;
        for (int k = 0; k < sizes.length; k++) {
            begins[k + 1] = begins[k] + sizes[k];
        }
        int all = begins[sizes.length] - from;
        if (bins.length < all) {
            bins = new int[all];
            near = new long[all];
        }
        clear();
        for (int i = 0; i < all; i++) {
            int bin = bin(among[from + i]);
            bins[i] = bin;
            first = Math.min(first, bin);
            last = Math.max(last, bin);
        }
        for (int k = 0; k < sizes.length; k++) {
            for (int i = begins[k] - from; i < begins[k + 1] - from; i++) {
                counts[k][bins[i]]++;
            }
            for (int b = first; b <= last; b++) {
                total[b] += counts[k][b];
            }
        }
    }

    private void clear() {
        Arrays.fill(total, first, last + 1, 0);
        for (int[] count : counts) {
            Arrays.fill(count, first, last + 1, 0);
        }
        nearBin = -1;
        first = BINS - 1;
        last = 0;
    }

    /**
     * The value of a rank.
     *
     * @param without the part to leave out, -1 leaves none out
     * @param rank among the others, 0 for the least
     */
    float select(int without, int rank) {
        int below = 0;
        int bin = first;
        while (below + outside(without, bin) <= rank) {
            below += outside(without, bin++);
        }
        if (bin != nearBin) {
            gather(bin);
        }
        int i = 0;
        for (int left = rank - below; left > 0 || part(near[i]) == without; i++) {
            left -= part(near[i]) == without ? 0 : 1;
        }
        return value(near[i]);
    }

    private void gather(int bin) {
        nearBin = bin;
        int n = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int i = begins[k]; i < begins[k + 1]; i++) {
                if (bins[i - begins[0]] == bin) {
                    near[n++] = (long) ordered(Float.floatToRawIntBits(values[i])) << Integer.SIZE | k;
                }
            }
        }
        Arrays.sort(near, 0, n);
    }

    /** Bits of numbers below zero the other way round: so they are in order, and the same once more gives them back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }

    private static float value(long near) {
        return Float.intBitsToFloat(ordered((int) (near >> Integer.SIZE)));
    }

    private static int part(long near) {
        return (int) near;
    }

    /** How many lie outside a part; of -1, all. */
    int size(int without) {
        int all = begins[counts.length] - begins[0];
        return without < 0 ? all : all - (begins[without + 1] - begins[without]);
    }

    /**
     * Adds up squared deviations, to be had from {@link #above} and {@link #below}.
     *
     * @param without the part to leave out, -1 leaves none out
     * @param middle from where they are measured
     */
    void addSquares(int without, float middle) {
        above = 0;
        below = 0;
        for (int k = 0; k < counts.length; k++) {
            if (k != without) {
                addSquares(begins[k], begins[k + 1], middle);
            }
        }
    }

    /** Two sums each way, as one waits for each of its additions. */
    private void addSquares(int from, int to, float middle) {
        double evenAbove = 0;
        double evenBelow = 0;
        double oddAbove = 0;
        double oddBelow = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            double even = values[i] - middle;
            double odd = values[i + 1] - middle;
            evenAbove += square(Math.max(0, even));
            evenBelow += square(Math.min(0, even));
            oddAbove += square(Math.max(0, odd));
            oddBelow += square(Math.min(0, odd));
        }
        double last = i < to ? values[i] - middle : 0;
        above += evenAbove + oddAbove + square(Math.max(0, last));
        below += evenBelow + oddBelow + square(Math.min(0, last));
    }

    private static double square(double v) {
        return v * v;
    }

    /** The sum of squared deviations of what is more. */
    double above() {
        return above;
    }

    /** The sum of squared deviations of what is less. */
    double below() {
        return below;
    }

    private int outside(int without, int bin) {
        return without < 0 ? total[bin] : total[bin] - counts[without][bin];
    }

    /** Never falls as the value rises. */
    private static int bin(float value) {
        return Math.max(0, Math.min(BINS - 1, (int) ((value + REACH) * BINS_A_LEVEL)));
    }
}
