package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/**
 * Mean over a square window by running sums; beyond the plane's edge everything counts as zero. One thread at a time.
 *
 * <p>Rows are copied to where a loop can take all its arrays at one index: only such loops become vector instructions. A running sum along a row cannot, as it waits for each of
 * its additions; four rows go side by side meanwhile.
 */
public final class BoxMean {
    private static final int TOGETHER = 4;

    private final int side;
    private final int reach;
    private final float[] entering;
    private final float[] leaving;
    /** Of the window's rows, column by column, and as many zeros behind as the window reaches beyond the edge. */
    private final float[] sums;
    /** The same, a window's side further on. */
    private final float[] passed;

    private final float[][] steps;
    private final float[][] means;

    /**
     * Makes a filter with the memory that it needs.
     *
     * @param width of the planes to come, in pixels
     * @param side of the window in pixels, odd
     */
    public BoxMean(int width, int side) {
        this.side = side;
        reach = side / 2;
        entering = new float[width];
        leaving = new float[width];
        sums = new float[width + reach];
        passed = new float[width + reach];
        steps = new float[TOGETHER][width + reach];
        means = new float[TOGETHER][width];
    }

    /**
     * Filters; both planes contiguous and of one size; {@code in} is not modified.
     *
     * @param in to be filtered
     * @param out takes the means
     */
    public void apply(GrayF32 in, GrayF32 out) {
        apply(in, out, 0, in.height);
    }

    /**
     * Filters some rows, as if those above and below were zero.
     *
     * @param in to be filtered
     * @param out takes the means; its other rows are left as they are
     * @param first of the rows
     * @param end behind the last
     */
    public void apply(GrayF32 in, GrayF32 out, int first, int end) {
        int w = in.width;
        Arrays.fill(sums, 0);
        for (int y = first - reach; y < first; y++) {
            moveDown(in, y, first, end);
        }
        for (int top = first; top < end; top += TOGETHER) {
            int rows = Math.min(TOGETHER, end - top);
            for (int r = 0; r < rows; r++) {
                moveDown(in, top + r, first, end);
                if (side < passed.length) {
                    System.arraycopy(sums, 0, passed, side, passed.length - side);
                }
                subtract(sums, passed, steps[r]);
            }
            across(1f / (side * side));
            for (int r = 0; r < rows; r++) {
                System.arraycopy(means[r], 0, out.data, (top + r) * w, w);
            }
        }
    }

    /** Sums up the rows round row {@code y} from those round the row above. */
    private void moveDown(GrayF32 in, int y, int first, int end) {
        copyRow(in, y + reach, first, end, entering);
        copyRow(in, y - reach - 1, first, end, leaving);
        for (int x = 0; x < entering.length; x++) {
            sums[x] = sums[x] + entering[x] - leaving[x];
        }
    }

    private static void copyRow(GrayF32 in, int y, int first, int end, float[] row) {
        if (y >= first && y < end) {
            System.arraycopy(in.data, y * in.width, row, 0, in.width);
        } else {
            Arrays.fill(row, 0);
        }
    }

    private static void subtract(float[] from, float[] what, float[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = from[x] - what[x];
        }
    }

    private void across(float share) {
        float[] in0 = steps[0];
        float[] in1 = steps[1];
        float[] in2 = steps[2];
        float[] in3 = steps[3];
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        for (int x = 0; x < reach; x++) {
            sum0 += in0[x];
            sum1 += in1[x];
            sum2 += in2[x];
            sum3 += in3[x];
        }
        float[] out0 = means[0];
        float[] out1 = means[1];
        float[] out2 = means[2];
        float[] out3 = means[3];
        for (int x = 0; x < out0.length; x++) {
            sum0 += in0[x + reach];
            sum1 += in1[x + reach];
            sum2 += in2[x + reach];
            sum3 += in3[x + reach];
            out0[x] = sum0 * share;
            out1[x] = sum1 * share;
            out2[x] = sum2 * share;
            out3[x] = sum3 * share;
        }
    }
}
