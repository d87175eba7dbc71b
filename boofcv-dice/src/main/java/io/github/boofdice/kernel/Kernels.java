package io.github.boofdice.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Loops over arrays, as fast as this Java can run them. Internal: may change with any release.
 *
 * <p>Plain Java is always there. The Vector API takes its place where a JVM is started with {@code --add-modules jdk.incubator.vector}, unless the system property {@value
 * #PROPERTY} is {@code plain}; that is decided once. The results are the same to the last bit: where numbers are rounded, both take the same steps in the same order.
 *
 * <p>Nothing is checked but what Java checks itself: arrays are as long as {@code n} says, or longer, and none that is read is written.
 */
public abstract class Kernels {
    /** Name of the system property that keeps plain kernels where it is {@code plain}. */
    public static final String PROPERTY = "io.github.boofdice.kernels";

    /** Rows that {@link #sumFour} takes together. */
    public static final int ROWS = 4;

    /** Neighbours in a row that {@link #sumFour} takes together. */
    public static final int PLACES = 64;

    /** Rows that {@link #addPairs} works on. */
    public static final int PAIR_ROWS = 5;

    Kernels() {}

    /** Those to use. */
    public static Kernels fastest() {
        return KernelChoice.FASTEST;
    }

    /** Those in plain Java. */
    public static Kernels plain() {
        return KernelChoice.PLAIN;
    }

    /** Those with the Vector API, whatever the property says; empty where this JVM has no such module or no vectors worth using. */
    public static Optional<Kernels> vector() {
        return KernelChoice.VECTOR;
    }

    /** {@return "plain" or "vector"} */
    public abstract String name();

    /**
     * How long rows should be of which {@code n} values count, where they can be filled up with what does not.
     *
     * @return {@code n} or more
     */
    public abstract int filled(int n);

    /**
     * What counts where pictures differ from templates by vectors, as many of it as there are threads; empty where {@link BitPlanes} must do it.
     *
     * @param templates at least one, levels row by row, all of one length; copied
     */
    public Optional<Supplier<LevelCounter>> levelCounters(byte[][] templates, int threshold) {
        return Optional.empty();
    }

    /**
     * {@code sum[i] = start + factors[from + 0] rows[0][i] + ... + factors[from + count - 1] rows[count - 1][i]}, each product added in one step that rounds once, in this order.
     *
     * @param n how many values each row has, at most the length of each
     */
    public abstract void weightedSum(
            float[] sum, float start, float[][] rows, float[] factors, int from, int count, int n);

    /**
     * Many such sums of the same rows, all starting at 0.
     *
     * @param factors by sum and row
     */
    public abstract void weightedSums(float[][] sums, float[][] rows, float[] factors, int n);

    /** Whether loops take what is shifted from where it lies; else it is copied first, since C2 makes vector instructions only of arrays that are indexed alike. */
    public abstract boolean shiftsFreely();

    /**
     * {@code sum[i] = rows[0][i + shifts[0]] + rows[1][i + shifts[1]] + ...} for i from {@code from} on, added in this order.
     *
     * @param room a row to work on, since C2 makes vector instructions only of arrays that are indexed alike
     * @param from at least what any shift lies below 0
     */
    public abstract void addShifted(float[] sum, float[][] rows, int[] shifts, float[] room, int from, int n);

    /**
     * The greatest and the least of 0 and sums: {@code most[i] = max(0, s, ...), least[i] = max(0, -s, ...)} with {@code s = before[p][i - apart[d]] + middle[p][i] + after[p][i + apart[d]]} for i from {@code from} on, added in this order, where
     * {@code p = made[d]}, for all d.
     *
     * @param room two rows to work on
     * @param from at least what any shift lies below 0
     */
    public abstract void keepLines(
            float[][] before,
            float[][] middle,
            float[][] after,
            int[] made,
            int[] apart,
            float[][] room,
            float[] most,
            float[] least,
            int from,
            int n);

    /**
     * {@code sum[to + i] = w[0] v[at + i] + w[1] (v[at - stride + i] + v[at + stride + i]) + w[2] (v[at - 2 stride + i] + v[at + 2 stride + i]) + ...}
     *
     * @param work {@link #PAIR_ROWS} rows to work on, unused where {@link #shiftsFreely}
     */
    public abstract void addPairs(
            float[] values, int at, int stride, float[] weights, float[][] work, float[] sum, int to, int n);

    /** {@code sum[i] += factors[from] rows[first][i] + factors[from + 1] rows[first + 1][i] + ...}, so many rows. */
    public abstract void addWeighted(
            float[] sum, float[][] rows, int first, float[] factors, int from, int count, int n);

    /** {@code sum[i] += a[i] x[i] + b[i] y[i]}. */
    public abstract void addProducts(float[] sum, float[] a, float[] x, float[] b, float[] y, int n);

    /** Whether weights that are more than a cache holds are best laid out for {@link #sumFour}; else for {@link #addProducts}, since C2 makes vector instructions only of arrays that are indexed alike. */
    public abstract boolean streams();

    /**
     * Four rows of sums: {@code sums[r * apart + to + i] = rows[first + r][at + i] x[at + i] + rows[first + r][at + 64 + i] x[at + 64 + i] + ...} for i below 64, so many terms, each product added in one step
     * that rounds once, in this order.
     */
    public abstract void sumFour(
            float[][] rows, int first, float[] x, int at, int terms, float[] sums, int to, int apart);

    /**
     * Of so many tiles of four by four values that begin at every second value: {@code d B} of one row d of each, an element of {@code c0} to {@code c3} from {@code at} on.
     *
     * @param row at least {@code 2 n + 2} values
     */
    public abstract void combineColumns(float[] row, float[] c0, float[] c1, float[] c2, float[] c3, int at, int n);

    /** {@code B'} of a column of a tile, a tile an element: {@code a - c}, {@code b + c}, {@code c - b} and {@code b - d}. */
    public abstract void combineRows(
            float[] a, float[] b, float[] c, float[] d, float[] v0, float[] v1, float[] v2, float[] v3, int n);

    /**
     * {@code max(A' M A) + bias} of tiles M, a tile an element, or the least that may come out.
     *
     * @param tiles by place in the tile, row by row, and channel
     * @param least 0 for a ReLU, or minus infinity
     * @param halfway nine rows to work on
     */
    public abstract void largestOfTiles(
            float[][][] tiles, int channel, float bias, float least, float[][] halfway, float[] result, int n);

    /** Likewise of tiles that are the only channel's times {@code factors[place][output]}. */
    public abstract void largestOfProducts(
            float[][][] tiles,
            float[][] factors,
            int output,
            float bias,
            float least,
            float[][] halfway,
            float[] result,
            int n);
}
