package io.github.boofdice.benchmarks;

import java.util.Arrays;

/**
 * In plain Java. Some rows stand in an array, far from each other, so that a row's neighbours stand at the same place of the next arrays, and each array is long enough for a loop to be worth its start; the first row
 * of each follows that of the one before, and {@value #REACH} zeros stand before each row and after it.
 */
final class PlainLargestDeviation extends LargestDeviation {
    private static final int LENGTH = 512;
    /** Arrays are multiples of this and {@value #FILL}: with their header they fill lines of the cache, so that those made one after the other lie in them alike, and fewer vectors straddle two. */
    private static final int LINE = 16;

    private static final int FILL = 12;

    private final int side;
    private final int arrays;
    /** From a row of an array to its next. */
    private final int stride;

    private final int length;
    /** Of all rows, after {@value #REACH} arrays with the rows before the first and ahead of {@value #REACH} with those after the last. */
    private final float[][] deviations;
    /** Of five rows, for two neighbouring rows; zeros after the last, since what is moved reaches beyond it. */
    private final float[][] sums;
    /** Those sums, moved by 1, 2, and so on. */
    private final float[][] moved;

    private final float[] most;

    PlainLargestDeviation(int side) {
        this.side = side;
        int together = Math.max(1, LENGTH / side);
        arrays = side / together;
        stride = side + 2 * REACH;
        length = (together * stride + LINE - 1) / LINE * LINE + FILL;
        deviations = new float[arrays + 2 * REACH][length];
        sums = new float[2][length + LINE];
        moved = new float[SIDE][length];
        most = new float[length];
    }

    @Override
    float[][] layOut(float[] values) {
        float[][] rows = new float[arrays][length];
        for (int y = 0; y < side; y++) {
            System.arraycopy(values, y * side, rows[y % arrays], y / arrays * stride + REACH, side);
        }
        return rows;
    }

    @Override
    float of(float[][] picture, float[][] mean, float[][] overSpread) {
        float[][] rows = deviations;
        for (int i = 0; i < arrays; i++) {
            deviate(picture[i], mean[i], overSpread[i], rows[REACH + i]);
        }
        complete();
        Arrays.fill(most, 0);
        for (int i = 0; i < arrays; i += 2) {
            add(rows[i + 1], rows[i + 2], rows[i + 3], rows[i + 4], sums[0]);
            add(sums[0], rows[i + 5], sums[1]);
            add(sums[0], rows[i]);
            for (float[] sum : sums) {
                for (int by = 1; by < SIDE; by++) {
                    System.arraycopy(sum, by, moved[by], 0, length);
                }
                keepLargest(most, sum, moved[1], moved[2], moved[3], moved[4]);
            }
        }
        float largest = 0;
        for (float value : most) {
            // Math.max heeds NaN and signs of zero, and takes thrice as long.
            if (value > largest) {
                largest = value;
            }
        }
        return largest / (SIDE * SIDE);
    }

    /** What comes before the rows of the first array are those of the last, one further; with zeros before the first row and after the last. */
    private void complete() {
        int kept = side / arrays * stride - stride;
        for (int i = 0; i < REACH; i++) {
            System.arraycopy(deviations[arrays + i], 0, deviations[i], stride, kept);
            System.arraycopy(deviations[REACH + i], stride, deviations[REACH + arrays + i], 0, kept);
        }
    }

    private static void deviate(float[] x, float[] mean, float[] overSpread, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.abs(x[i] - mean[i]) * overSpread[i];
        }
    }

    private static void add(float[] a, float[] b, float[] c, float[] d, float[] out) {
        for (int i = 0; i < a.length; i++) {
            out[i] = a[i] + b[i] + c[i] + d[i];
        }
    }

    /** The sums are longer than rows. */
    private static void add(float[] a, float[] b, float[] out) {
        for (int i = 0; i < b.length; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private static void add(float[] to, float[] a) {
        for (int i = 0; i < a.length; i++) {
            to[i] += a[i];
        }
    }

    private static void keepLargest(float[] most, float[] a, float[] b, float[] c, float[] d, float[] e) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], (a[i] + b[i]) + (c[i] + d[i]) + e[i]);
        }
    }
}
