package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/**
 * A plane resampled in a pose, some rows at a time: the values that {@link Bilinear} and {@link Bicubic} give one by one, to the bit.
 *
 * <p>Places and weights are reckoned in loops of their own, of which C2 makes vector instructions; only the loop that fetches pixels must go one by one. In each row, what lies near the edges or beyond them, before and behind the rest, is left
 * to those two. Holds what it works on: one thread at a time.
 */
final class Resampling {
    /** About so many pixels go through a loop: with what it works on, they stay in the nearest cache. */
    private static final int TOGETHER = 512;

    private static final int WEIGHTS = 4;

    private final GrayF32 in;
    private final GrayF32 out;
    private final boolean cubic;
    private final int rows;
    /** Of a block's pixels: how far to the right of the middle each lies. */
    private final float[] across;
    /** Likewise, how far below the block's first row. */
    private final float[] down;

    private final float[] x;
    private final float[] y;
    private final float[] left;
    private final float[] top;
    private final float[][] weightsX;
    private final float[][] weightsY;
    /** By row: the first pixel that lies with its neighbours within the plane, and the end of those. */
    private final int[] first;

    private final int[] end;

    /**
     * @param in not modified
     * @param out of its size, contiguous
     * @param cubic whether by four by four neighbours instead of two by two
     */
    Resampling(GrayF32 in, GrayF32 out, boolean cubic) {
        this.in = in;
        this.out = out;
        this.cubic = cubic;
        rows = Math.max(1, TOGETHER / in.width);
        int block = rows * in.width;
        across = new float[block];
        down = new float[block];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < in.width; i++) {
                across[r * in.width + i] = i - (in.width - 1) / 2f;
                down[r * in.width + i] = r;
            }
        }
        x = new float[block];
        y = new float[block];
        left = new float[block];
        top = new float[block];
        weightsX = new float[cubic ? WEIGHTS : 0][block];
        weightsY = new float[cubic ? WEIGHTS : 0][block];
        first = new int[rows];
        end = new int[rows];
    }

    /** Fills the plane: {@code out(q) = in(pose(q))}. */
    void fill(RigidPose pose) {
        float c = (float) pose.cos();
        float s = (float) pose.sin();
        float middleX = (in.width - 1) / 2f;
        float middleY = (in.height - 1) / 2f;
        float shiftX = (float) (middleX + pose.x());
        float shiftY = (float) (middleY + pose.y());
        for (int row = 0; row < out.height; row += rows) {
            int count = Math.min(rows, out.height - row);
            float v = row - middleY;
            places(c, s, shiftX, v, x);
            places(s, -c, shiftY, v, y);
            for (int r = 0; r < count; r++) {
                edges(row * out.width, r);
            }
            inner(row, count);
        }
    }

    private void places(float slope, float less, float shift, float v, float[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = shift + slope * across[i] - less * (v + down[i]);
        }
    }

    /** As a straight line leaves a rectangle but once, what is not within it lies before and behind the rest. */
    private void edges(int block, int r) {
        int from = r * out.width;
        int to = from + out.width;
        while (from < to && !within(from)) {
            out.data[block + from] = one(from);
            from++;
        }
        while (from < to && !within(to - 1)) {
            to--;
            out.data[block + to] = one(to);
        }
        first[r] = from;
        end[r] = to;
    }

    private boolean within(int i) {
        int margin = cubic ? 1 : 0;
        return Samples.indexable(in)
                && x[i] >= margin
                && y[i] >= margin
                && x[i] < in.width - 1 - margin
                && y[i] < in.height - 1 - margin;
    }

    private float one(int i) {
        return cubic ? Bicubic.sample(in, x[i], y[i]) : Bilinear.sample(in, x[i], y[i]);
    }

    private void inner(int row, int count) {
        int n = count * out.width;
        Samples.split(x, left, n);
        Samples.split(y, top, n);
        Samples.index(left, top, in.stride, n);
        if (cubic) {
            Bicubic.weigh(x, weightsX, n);
            Bicubic.weigh(y, weightsY, n);
        }
        for (int r = 0; r < count; r++) {
            if (cubic) {
                fetchCubic(r, row * out.width);
            } else {
                fetch(r, row * out.width);
            }
        }
    }

    private void fetch(int r, int block) {
        float[] d = in.data;
        float[] values = out.data;
        int start = in.startIndex;
        int stride = in.stride;
        int last = end[r];
        for (int i = first[r]; i < last; i++) {
            int at = start + Samples.whole(left[i]);
            float upper = d[at] + x[i] * (d[at + 1] - d[at]);
            at += stride;
            float lower = d[at] + x[i] * (d[at + 1] - d[at]);
            values[block + i] = upper + y[i] * (lower - upper);
        }
    }

    private void fetchCubic(int r, int block) {
        float[] d = in.data;
        int stride = in.stride;
        float[] values = out.data;
        int start = in.startIndex - stride - 1;
        float[] a0 = weightsX[0];
        float[] a1 = weightsX[1];
        float[] a2 = weightsX[2];
        float[] a3 = weightsX[3];
        float[] b0 = weightsY[0];
        float[] b1 = weightsY[1];
        float[] b2 = weightsY[2];
        float[] b3 = weightsY[3];
        int last = end[r];
        for (int i = first[r]; i < last; i++) {
            int at = start + Samples.whole(left[i]);
            float r0 = a0[i] * d[at] + a1[i] * d[at + 1] + a2[i] * d[at + 2] + a3[i] * d[at + 3];
            at += stride;
            float r1 = a0[i] * d[at] + a1[i] * d[at + 1] + a2[i] * d[at + 2] + a3[i] * d[at + 3];
            at += stride;
            float r2 = a0[i] * d[at] + a1[i] * d[at + 1] + a2[i] * d[at + 2] + a3[i] * d[at + 3];
            at += stride;
            float r3 = a0[i] * d[at] + a1[i] * d[at + 1] + a2[i] * d[at + 2] + a3[i] * d[at + 3];
            values[block + i] = b0[i] * r0 + b1[i] * r1 + b2[i] * r2 + b3[i] * r3;
        }
    }
}
