package io.github.boofdice.cnn;

/**
 * The loops in which a network spends its time: weighted sums of rows, and what goes before and after them in {@link WinogradStep}.
 *
 * <p>C2 makes vector instructions of a loop in which every array is indexed by exactly the loop's own variable, and of so many terms at most; it does not fuse a multiplication with
 * an addition by itself. On a processor without such an instruction (before 2013) {@code Math.fma} is right, but slow.
 */
final class RowKernels {
    private static final int TERMS = 4;
    /** Values that {@link #total} takes at once. */
    static final int LANES = 8;

    private RowKernels() {}

    /**
     * {@code sum[i] = start + factors[from + 0] rows[0][i] + ... + factors[from + count - 1] rows[count - 1][i]}.
     *
     * @param n how many values each row has, at most the length of each
     */
    static void weightedSum(float[] sum, float start, float[][] rows, float[] factors, int from, int count, int n) {
        int c;
        if (count >= TERMS) {
            set(
                    sum,
                    start,
                    rows[0],
                    factors[from],
                    rows[1],
                    factors[from + 1],
                    rows[2],
                    factors[from + 2],
                    rows[3],
                    factors[from + 3],
                    n);
            c = TERMS;
        } else {
            set(sum, start, rows[0], factors[from], n);
            c = 1;
        }
        addWeighted(sum, rows, c, factors, from + c, count - c, n);
    }

    /** {@code sum[i] += factors[from] rows[first][i] + factors[from + 1] rows[first + 1][i] + ...}, so many rows. */
    static void addWeighted(float[] sum, float[][] rows, int first, float[] factors, int from, int count, int n) {
        int c = 0;
        for (; c + TERMS <= count; c += TERMS) {
            int f = from + c;
            int r = first + c;
            add(
                    sum,
                    rows[r],
                    factors[f],
                    rows[r + 1],
                    factors[f + 1],
                    rows[r + 2],
                    factors[f + 2],
                    rows[r + 3],
                    factors[f + 3],
                    n);
        }
        for (; c < count; c++) {
            add(sum, rows[first + c], factors[from + c], n);
        }
    }

    static void set(float[] sum, float start, float[] a, float fa, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fa, a[i], start);
        }
    }

    static void set(
            float[] sum,
            float start,
            float[] a,
            float fa,
            float[] b,
            float fb,
            float[] c,
            float fc,
            float[] d,
            float fd,
            int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], start))));
        }
    }

    static void add(float[] sum, float[] a, float fa, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fa, a[i], sum[i]);
        }
    }

    static void add(
            float[] sum, float[] a, float fa, float[] b, float fb, float[] c, float fc, float[] d, float fd, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], sum[i]))));
        }
    }

    /** {@code sum[i] += a[i] x[i] + b[i] y[i]}, and likewise a second sum of the same x and y; in two loops, as JDK 17 makes no vectors of one of eight arrays. */
    static void addProducts(
            float[] sum, float[] a, float[] b, float[] sum2, float[] a2, float[] b2, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(b[i], y[i], Math.fma(a[i], x[i], sum[i]));
        }
        for (int i = 0; i < n; i++) {
            sum2[i] = Math.fma(b2[i], y[i], Math.fma(a2[i], x[i], sum2[i]));
        }
    }

    /** {@code B'} of a column of a tile; in two loops, which JDK 17 computes faster than one of eight arrays. */
    static void combineRows(
            float[] a, float[] b, float[] c, float[] d, float[] v0, float[] v1, float[] v2, float[] v3, int n) {
        for (int t = 0; t < n; t++) {
            v0[t] = a[t] - c[t];
            v3[t] = b[t] - d[t];
        }
        for (int t = 0; t < n; t++) {
            v1[t] = b[t] + c[t];
            v2[t] = c[t] - b[t];
        }
    }

    /** Both rows of {@code A'}: a + b + c and b - c - d. */
    static void halves(float[] a, float[] b, float[] c, float[] d, float[] upper, float[] lower, int n) {
        for (int t = 0; t < n; t++) {
            upper[t] = a[t] + b[t] + c[t];
            lower[t] = b[t] - c[t] - d[t];
        }
    }

    /** Likewise of a, b, c and d times a factor each. */
    static void halves(
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

    /** The larger of the two rows of {@code A'}. */
    static void larger(float[] a, float[] b, float[] c, float[] d, float[] result, int n) {
        for (int t = 0; t < n; t++) {
            result[t] = Math.max(a[t] + b[t] + c[t], b[t] - c[t] - d[t]);
        }
    }

    /** The larger of two rows, and the bias. */
    static void largest(float[] result, float[] other, float bias, int n) {
        for (int t = 0; t < n; t++) {
            result[t] = Math.max(result[t], other[t]) + bias;
        }
    }

    /** {@code a[i] += bias}. */
    static void plus(float[] a, float bias, int n) {
        for (int t = 0; t < n; t++) {
            a[t] += bias;
        }
    }

    /** The sum of so many values. */
    static float total(float[] values, int from, int count) {
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
