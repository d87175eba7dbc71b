package io.github.boofdice.kernel;

/**
 * Loops over rows that C2 makes vector instructions of without being helped, and sums in a fixed order: there is one way to run them. Internal, as {@link Kernels}.
 *
 * <p>C2 does so where every array is indexed by exactly the loop's own variable, and with so many terms at most.
 */
public final class RowLoops {
    /** Values that {@link #total} takes at once. */
    public static final int LANES = 8;

    private static final int SIDE = 4;

    private RowLoops() {}

    /** {@code sum[i] += fa a[i]}. */
    public static void add(float[] sum, float[] a, float fa, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fa, a[i], sum[i]);
        }
    }

    /** {@code A' M} of a tile in each element, its 16 places row by row in as many arrays: what comes out is 2 x 4. */
    public static void halvesOfTiles(float[][][] tiles, int channel, float[][] halfway, int n) {
        for (int j = 0; j < SIDE; j++) {
            halves(
                    tiles[j][channel],
                    tiles[SIDE + j][channel],
                    tiles[2 * SIDE + j][channel],
                    tiles[3 * SIDE + j][channel],
                    halfway[j],
                    halfway[SIDE + j],
                    n);
        }
    }

    /** Likewise of the tiles of the only channel, times a factor for each place. */
    public static void halvesOfProducts(float[][][] tiles, float[][] factors, int output, float[][] halfway, int n) {
        for (int j = 0; j < SIDE; j++) {
            halves(
                    tiles[j][0],
                    factors[j][output],
                    tiles[SIDE + j][0],
                    factors[SIDE + j][output],
                    tiles[2 * SIDE + j][0],
                    factors[2 * SIDE + j][output],
                    tiles[3 * SIDE + j][0],
                    factors[3 * SIDE + j][output],
                    halfway[j],
                    halfway[SIDE + j],
                    n);
        }
    }

    /** Both rows of {@code A'} times four rows: a + b + c and b - c - d. */
    public static void halves(float[][] rows, int first, float[] upper, float[] lower, int n) {
        halves(rows[first], rows[first + 1], rows[first + 2], rows[first + 3], upper, lower, n);
    }

    private static void halves(float[] a, float[] b, float[] c, float[] d, float[] upper, float[] lower, int n) {
        for (int t = 0; t < n; t++) {
            upper[t] = a[t] + b[t] + c[t];
            lower[t] = b[t] - c[t] - d[t];
        }
    }

    private static void halves(
            float[] a,
            float fa,
            float[] b,
            float fb,
            float[] c,
            float fc,
            float[] d,
            float fd,
            float[] upper,
            float[] lower,
            int n) {
        for (int t = 0; t < n; t++) {
            upper[t] = fa * a[t] + fb * b[t] + fc * c[t];
            lower[t] = fb * b[t] - fc * c[t] - fd * d[t];
        }
    }

    /** The larger of both rows. */
    static void larger(float[][] rows, int first, float[] result, int n) {
        larger(rows[first], rows[first + 1], rows[first + 2], rows[first + 3], result, n);
    }

    private static void larger(float[] a, float[] b, float[] c, float[] d, float[] result, int n) {
        for (int t = 0; t < n; t++) {
            result[t] = Math.max(a[t] + b[t] + c[t], b[t] - c[t] - d[t]);
        }
    }

    /** The larger of two rows, and the bias, or the least that may come out. */
    static void largest(float[] result, float[] other, float bias, float least, int n) {
        for (int t = 0; t < n; t++) {
            result[t] = Math.max(Math.max(result[t], other[t]) + bias, least);
        }
    }

    /** {@code a[i] += bias}. */
    public static void plus(float[] a, float bias, int n) {
        for (int t = 0; t < n; t++) {
            a[t] += bias;
        }
    }

    /** The sum of so many values. */
    public static float total(float[] values, int from, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        // A single sum would wait for each addition.
        int to = from + count / LANES * LANES;
        for (int i = from; i < to; i += LANES) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        for (int i = to; i < from + count; i++) {
            a += values[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
