package io.github.boofdice.cnn;

/**
 * Weighted sums of rows: the loops in which a network spends its time.
 *
 * <p>C2 makes vector instructions of a loop in which every array is indexed by exactly the loop's own variable, and of so many terms at most; it does not fuse a multiplication with
 * an addition by itself. On a processor without such an instruction (before 2013) {@code Math.fma} is right, but slow.
 */
final class RowKernels {
    private static final int TERMS = 4;

    private RowKernels() {}

    /**
     * {@code sum[i] = start + factors[from + 0] rows[0][i] + ... + factors[from + count - 1] rows[count - 1][i]}.
     *
     * @param n how many values each row has, at most the length of each
     */
    static void weightedSum(float[] sum, float start, float[][] rows, float[] factors, int from, int count, int n) {
        int c = 0;
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
        for (; c + TERMS <= count; c += TERMS) {
            int f = from + c;
            add(
                    sum,
                    rows[c],
                    factors[f],
                    rows[c + 1],
                    factors[f + 1],
                    rows[c + 2],
                    factors[f + 2],
                    rows[c + 3],
                    factors[f + 3],
                    n);
        }
        for (; c < count; c++) {
            add(sum, rows[c], factors[from + c], n);
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

    /** {@code sum[i] += a[i] x[i] + b[i] y[i]}, and likewise a second sum of the same x and y. */
    static void addProducts(
            float[] sum, float[] a, float[] b, float[] sum2, float[] a2, float[] b2, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(b[i], y[i], Math.fma(a[i], x[i], sum[i]));
            sum2[i] = Math.fma(b2[i], y[i], Math.fma(a2[i], x[i], sum2[i]));
        }
    }
}
