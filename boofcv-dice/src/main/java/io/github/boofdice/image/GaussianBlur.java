package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/**
 * Separable Gaussian blur with replicated edge pixels. Immutable; safe for many threads.
 *
 * <p>Every inner loop runs over whole rows with all arrays indexed alike, which C2 turns into vector code; shifted rows are copied first, because arrays that are
 * indexed with an offset stay scalar.
 */
public final class GaussianBlur {
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

    /**
     * Blurs a plane.
     *
     * @param in not modified
     * @return a blurred copy, contiguous
     */
    public GrayF32 apply(GrayF32 in) {
        int width = in.width;
        int height = in.height;
        float[][] rows = new float[height][width];
        float[] padded = new float[width + 2 * radius];
        float[] left = new float[width];
        float[] right = new float[width];
        for (int y = 0; y < height; y++) {
            pad(in, y, padded);
            float[] row = rows[y];
            System.arraycopy(padded, radius, left, 0, width);
            scale(row, left, weights[0]);
            for (int k = 1; k <= radius; k++) {
                System.arraycopy(padded, radius - k, left, 0, width);
                System.arraycopy(padded, radius + k, right, 0, width);
                addPair(row, left, right, weights[k]);
            }
        }
        GrayF32 out = new GrayF32(width, height);
        float[] sum = new float[width];
        for (int y = 0; y < height; y++) {
            scale(sum, rows[y], weights[0]);
            for (int k = 1; k <= radius; k++) {
                addPair(sum, rows[Math.max(0, y - k)], rows[Math.min(height - 1, y + k)], weights[k]);
            }
            System.arraycopy(sum, 0, out.data, y * width, width);
        }
        return out;
    }

    private void pad(GrayF32 in, int y, float[] padded) {
        int start = in.startIndex + y * in.stride;
        Arrays.fill(padded, 0, radius, in.data[start]);
        System.arraycopy(in.data, start, padded, radius, in.width);
        Arrays.fill(padded, radius + in.width, padded.length, in.data[start + in.width - 1]);
    }

    private static void scale(float[] out, float[] row, float weight) {
        for (int x = 0; x < out.length; x++) {
            out[x] = weight * row[x];
        }
    }

    private static void addPair(float[] sum, float[] a, float[] b, float weight) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * (a[x] + b[x]);
        }
    }
}
