package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/** Separable Gaussian blur with replicated edge pixels. Immutable; safe for many threads. */
final class GaussianBlur {
    private final float[] kernel;
    private final int radius;

    /** @param sigma standard deviation in pixels, &gt; 0; the kernel is cut at three sigma */
    GaussianBlur(double sigma) {
        radius = Math.max(1, (int) Math.ceil(3 * sigma));
        kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-0.5 * i * i / (sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (Math.exp(-0.5 * i * i / (sigma * sigma)) / sum);
        }
    }

    /** Returns a blurred copy, contiguous; {@code in} is not modified. */
    GrayF32 apply(GrayF32 in) {
        GrayF32 across = new GrayF32(in.width, in.height);
        float[] padded = new float[in.width + 2 * radius];
        float[] row = new float[in.width];
        for (int y = 0; y < in.height; y++) {
            pad(in, y, padded);
            convolve(padded, row);
            System.arraycopy(row, 0, across.data, y * in.width, in.width);
        }
        GrayF32 out = new GrayF32(in.width, in.height);
        for (int y = 0; y < in.height; y++) {
            java.util.Arrays.fill(row, 0);
            for (int k = -radius; k <= radius; k++) {
                int from = Math.min(in.height - 1, Math.max(0, y + k)) * in.width;
                System.arraycopy(across.data, from, padded, 0, in.width);
                addScaled(row, padded, kernel[k + radius]);
            }
            System.arraycopy(row, 0, out.data, y * in.width, in.width);
        }
        return out;
    }

    private void pad(GrayF32 in, int y, float[] padded) {
        int start = in.startIndex + y * in.stride;
        java.util.Arrays.fill(padded, 0, radius, in.data[start]);
        System.arraycopy(in.data, start, padded, radius, in.width);
        java.util.Arrays.fill(padded, radius + in.width, padded.length, in.data[start + in.width - 1]);
    }

    private void convolve(float[] padded, float[] row) {
        for (int x = 0; x < row.length; x++) {
            float sum = 0;
            for (int k = 0; k < kernel.length; k++) {
                sum += kernel[k] * padded[x + k];
            }
            row[x] = sum;
        }
    }

    private static void addScaled(float[] sum, float[] row, float weight) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * row[x];
        }
    }
}
