package io.github.boofdice.kernel;

import java.util.Arrays;

/**
 * The loops in plain Java.
 *
 * <p>C2 makes vector instructions of a loop in which every array is indexed by exactly the loop's own variable, and of so many terms at most; it does not fuse a multiplication with
 * an addition by itself. On a processor without such an instruction (before 2013) {@code Math.fma} is right, but slow.
 */
class PlainKernels extends Kernels {
    private static final int TERMS = 4;
    private static final int SIDE = 4;
    /** Sums are few where there are this many times as many rows. */
    private static final int FEW = 4;

    @Override
    public String name() {
        return "plain";
    }

    /** C2 goes through what is left over by vectors too. */
    @Override
    public int filled(int n) {
        return n;
    }

    @Override
    public void weightedSum(float[] sum, float start, float[][] rows, float[] factors, int from, int count, int n) {
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

    @Override
    public void weightedSums(float[][] sums, float[][] rows, float[] factors, int n) {
        if (rows.length > FEW * sums.length) {
            // All sums stay in the cache, all rows would not.
            for (float[] sum : sums) {
                Arrays.fill(sum, 0, n, 0);
            }
            for (int r = 0; r < rows.length; r += TERMS) {
                int terms = Math.min(TERMS, rows.length - r);
                int o = 0;
                for (; terms == TERMS && o + 1 < sums.length; o += 2) {
                    int f = o * rows.length + r;
                    addToTwo(sums[o], factors, f, sums[o + 1], f + rows.length, rows, r, n);
                }
                for (; o < sums.length; o++) {
                    addWeighted(sums[o], rows, r, factors, o * rows.length + r, terms, n);
                }
            }
            return;
        }
        for (int o = 0; o < sums.length; o++) {
            weightedSum(sums[o], 0, rows, factors, o * rows.length, rows.length, n);
        }
    }

    @Override
    public void addWeighted(float[] sum, float[][] rows, int first, float[] factors, int from, int count, int n) {
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

    /** Four rows to two sums, which need each value but once. */
    private static void addToTwo(
            float[] sum, float[] factors, int from, float[] other, int fromOther, float[][] rows, int first, int n) {
        addToTwo(
                sum,
                factors[from],
                factors[from + 1],
                factors[from + 2],
                factors[from + 3],
                other,
                factors[fromOther],
                factors[fromOther + 1],
                factors[fromOther + 2],
                factors[fromOther + 3],
                rows[first],
                rows[first + 1],
                rows[first + 2],
                rows[first + 3],
                n);
    }

    private static void addToTwo(
            float[] sum,
            float fa,
            float fb,
            float fc,
            float fd,
            float[] other,
            float ga,
            float gb,
            float gc,
            float gd,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], sum[i]))));
            other[i] = Math.fma(gd, d[i], Math.fma(gc, c[i], Math.fma(gb, b[i], Math.fma(ga, a[i], other[i]))));
        }
    }

    private static void set(float[] sum, float start, float[] a, float fa, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fa, a[i], start);
        }
    }

    private static void set(
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

    private static void add(float[] sum, float[] a, float fa, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fa, a[i], sum[i]);
        }
    }

    private static void add(
            float[] sum, float[] a, float fa, float[] b, float fb, float[] c, float fc, float[] d, float fd, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], sum[i]))));
        }
    }

    @Override
    public boolean shiftsFreely() {
        return false;
    }

    @Override
    public void addShifted(float[] sum, float[][] rows, int[] shifts, float[] room, int from, int n) {
        System.arraycopy(rows[0], from + shifts[0], sum, from, n);
        for (int r = 1; r < rows.length; r++) {
            System.arraycopy(rows[r], from + shifts[r], room, from, n);
            add(sum, room, from, from + n);
        }
    }

    private static void add(float[] sum, float[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += row[i];
        }
    }

    @Override
    public void keepLines(
            float[][] before,
            float[][] middle,
            float[][] after,
            int[] made,
            int[] apart,
            float[][] room,
            float[] most,
            float[] least,
            int from,
            int n) {
        Arrays.fill(most, from, from + n, 0);
        Arrays.fill(least, from, from + n, 0);
        for (int d = 0; d < made.length; d++) {
            System.arraycopy(before[made[d]], from - apart[d], room[0], from, n);
            System.arraycopy(after[made[d]], from + apart[d], room[1], from, n);
            keepGreatest(room[0], middle[made[d]], room[1], most, least, from, from + n);
        }
    }

    private static void keepGreatest(float[] a, float[] b, float[] c, float[] most, float[] least, int from, int to) {
        for (int i = from; i < to; i++) {
            float sum = a[i] + b[i] + c[i];
            most[i] = Math.max(most[i], sum);
            least[i] = Math.max(least[i], -sum);
        }
    }

    @Override
    public void addPairs(
            float[] values, int at, int stride, float[] weights, float[][] work, float[] sum, int to, int n) {
        float[] before = work[0];
        float[] after = work[1];
        float[] furtherBefore = work[2];
        float[] furtherAfter = work[3];
        float[] own = work[4];
        System.arraycopy(values, at, own, 0, n);
        scale(own, weights[0], n);
        int k = 1;
        // Two pairs a loop: half as often the sum goes to memory and back.
        for (; k + 1 < weights.length; k += 2) {
            int far = k * stride;
            System.arraycopy(values, at - far, before, 0, n);
            System.arraycopy(values, at + far, after, 0, n);
            System.arraycopy(values, at - far - stride, furtherBefore, 0, n);
            System.arraycopy(values, at + far + stride, furtherAfter, 0, n);
            addTwoPairs(own, before, after, weights[k], furtherBefore, furtherAfter, weights[k + 1], n);
        }
        if (k < weights.length) {
            System.arraycopy(values, at - k * stride, before, 0, n);
            System.arraycopy(values, at + k * stride, after, 0, n);
            addPair(own, before, after, weights[k], n);
        }
        System.arraycopy(own, 0, sum, to, n);
    }

    private static void scale(float[] values, float weight, int n) {
        for (int i = 0; i < n; i++) {
            values[i] *= weight;
        }
    }

    private static void addTwoPairs(
            float[] sum, float[] a, float[] b, float weight, float[] c, float[] d, float further, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = sum[i] + weight * (a[i] + b[i]) + further * (c[i] + d[i]);
        }
    }

    private static void addPair(float[] sum, float[] a, float[] b, float weight, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += weight * (a[i] + b[i]);
        }
    }

    @Override
    public void addProducts(float[] sum, float[] a, float[] x, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(b[i], y[i], Math.fma(a[i], x[i], sum[i]));
        }
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public void sumFour(float[][] rows, int first, float[] x, int at, int terms, float[] sums, int to, int apart) {
        for (int r = 0; r < ROWS; r++) {
            for (int i = 0; i < PLACES; i++) {
                float sum = 0;
                for (int k = 0; k < terms; k++) {
                    int place = at + k * PLACES + i;
                    sum = Math.fma(rows[first + r][place], x[place], sum);
                }
                sums[r * apart + to + i] = sum;
            }
        }
    }

    @Override
    public void combineColumns(float[] row, float[] c0, float[] c1, float[] c2, float[] c3, int at, int n) {
        for (int t = 0; t < n; t++) {
            float a = row[2 * t];
            float b = row[2 * t + 1];
            float c = row[2 * t + 2];
            float d = row[2 * t + 3];
            c0[at + t] = a - c;
            c1[at + t] = b + c;
            c2[at + t] = c - b;
            c3[at + t] = b - d;
        }
    }

    /** In two loops, which JDK 17 computes faster than one of eight arrays. */
    @Override
    public void combineRows(
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

    @Override
    public void largestOfTiles(
            float[][][] tiles, int channel, float bias, float least, float[][] halfway, float[] result, int n) {
        RowLoops.halvesOfTiles(tiles, channel, halfway, n);
        largest(halfway, bias, least, result, n);
    }

    @Override
    public void largestOfProducts(
            float[][][] tiles,
            float[][] factors,
            int output,
            float bias,
            float least,
            float[][] halfway,
            float[] result,
            int n) {
        RowLoops.halvesOfProducts(tiles, factors, output, halfway, n);
        largest(halfway, bias, least, result, n);
    }

    private static void largest(float[][] halfway, float bias, float least, float[] result, int n) {
        float[] other = halfway[2 * SIDE];
        RowLoops.larger(halfway, 0, result, n);
        RowLoops.larger(halfway, SIDE, other, n);
        RowLoops.largest(result, other, bias, least, n);
    }
}
