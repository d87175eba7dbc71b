package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.kernel.Kernels;
import java.util.Arrays;

/**
 * Separable Gaussian blur with replicated edge pixels. Immutable; safe for many threads.
 *
 * <p>Some rows go through a loop at once, since one over a single row is hardly worth its start.
 */
public final class GaussianBlur {
    private static final Kernels KERNELS = Kernels.fastest();

    /** About so many pixels go through a loop: with what it works on, they stay in the nearest cache. */
    private static final int TOGETHER = 512;
    /** In whole fours, which share what they load. */
    private static final int ROWS = 4;

    /** weights[k]: of the two pixels {@code k} away from the middle. */
    private final float[] weights;

    private final int radius;

    /**
     * Makes the kernel.
     *
     * @param sigma standard deviation in pixels, &gt; 0; the kernel is cut at three sigma
     */
    public GaussianBlur(double sigma) {
        radius = Math.max(1, (int) Math.ceil(3 * sigma));
        weights = new float[radius + 1];
        double sum = 1;
        for (int k = 1; k <= radius; k++) {
            sum += 2 * StrictMath.exp(-0.5 * k * k / (sigma * sigma));
        }
        for (int k = 0; k <= radius; k++) {
            weights[k] = (float) (StrictMath.exp(-0.5 * k * k / (sigma * sigma)) / sum);
        }
    }

    /** What one thread works on; grows to what it is used for. */
    public static final class Memory {
        private float[] padded = {};
        private float[] blurred = {};
        /** With as many copies of the first and the last row as the kernel reaches beyond them. */
        private float[] across = {};

        private final float[][] work = new float[Kernels.PAIR_ROWS][0];

        /** Makes one without memory. */
        public Memory() {}

        private void grow(int paddedRows, int plane) {
            padded = grown(padded, paddedRows);
            blurred = grown(blurred, paddedRows);
            across = grown(across, plane);
            for (int i = 0; i < work.length; i++) {
                work[i] = grown(work[i], paddedRows);
            }
        }

        private static float[] grown(float[] values, int length) {
            return values.length < length ? new float[length] : values;
        }
    }

    /**
     * Blurs a plane.
     *
     * @param in not modified
     * @return a blurred copy, contiguous
     */
    public GrayF32 apply(GrayF32 in) {
        GrayF32 out = new GrayF32(in.width, in.height);
        apply(in, new Memory(), out);
        return out;
    }

    /**
     * Blurs a plane.
     *
     * @param in not modified
     * @param memory to work on
     * @param out of the same size, contiguous; takes the blurred plane
     */
    public void apply(GrayF32 in, Memory memory, GrayF32 out) {
        int pitch = in.width + 2 * radius;
        int rows = Math.max(ROWS, TOGETHER / pitch / ROWS * ROWS);
        memory.grow(rows * pitch, (in.height + 2 * radius) * in.width);
        alongRows(in, KERNELS.shiftsFreely() ? 1 : rows, memory);
        int length = in.width * in.height;
        for (int from = 0; from < length; from += rows * in.width) {
            int count = Math.min(rows * in.width, length - from);
            KERNELS.addPairs(
                    memory.across, radius * in.width + from, in.width, weights, memory.work, out.data, from, count);
        }
    }

    private void alongRows(GrayF32 in, int rows, Memory m) {
        int width = in.width;
        int pitch = width + 2 * radius;
        for (int top = 0; top < in.height; top += rows) {
            int count = Math.min(rows, in.height - top);
            for (int r = 0; r < count; r++) {
                pad(in, top + r, m.padded, r * pitch);
            }
            int to = (radius + top) * width;
            if (rows == 1) {
                KERNELS.addPairs(m.padded, radius, 1, weights, m.work, m.across, to, width);
                continue;
            }
            KERNELS.addPairs(m.padded, radius, 1, weights, m.work, m.blurred, 0, count * pitch - 2 * radius);
            for (int r = 0; r < count; r++) {
                System.arraycopy(m.blurred, r * pitch, m.across, to + r * width, width);
            }
        }
        for (int r = 0; r < radius; r++) {
            System.arraycopy(m.across, radius * width, m.across, r * width, width);
            int last = radius + in.height - 1;
            System.arraycopy(m.across, last * width, m.across, (last + 1 + r) * width, width);
        }
    }

    private void pad(GrayF32 in, int y, float[] padded, int at) {
        int start = in.startIndex + y * in.stride;
        Arrays.fill(padded, at, at + radius, in.data[start]);
        System.arraycopy(in.data, start, padded, at + radius, in.width);
        Arrays.fill(padded, at + radius + in.width, at + in.width + 2 * radius, in.data[start + in.width - 1]);
    }
}
