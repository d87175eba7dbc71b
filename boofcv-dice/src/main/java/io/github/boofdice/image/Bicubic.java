package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/**
 * Samples planes between pixels by Catmull-Rom cubic convolution (a = -0.5); outside the plane the nearest edge pixel counts.
 *
 * <p>Source: R. Keys, "Cubic convolution interpolation for digital image processing", IEEE Trans. ASSP 29 (1981), doi:10.1109/TASSP.1981.1163711.
 */
public final class Bicubic {
    private Bicubic() {}

    /**
     * Value of {@code plane} at column {@code x}, row {@code y}, in pixels.
     *
     * @param plane not modified
     * @param x column in pixels; beyond an edge its pixels go on
     * @param y row in pixels, likewise
     * @return the interpolated value
     */
    public static float sample(GrayF32 plane, float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float a = x - left;
        float b = y - top;
        float a0 = outer(a);
        float a1 = inner(a);
        float a2 = inner(1 - a);
        float a3 = outer(1 - a);
        float b0 = outer(b);
        float b1 = inner(b);
        float b2 = inner(1 - b);
        float b3 = outer(1 - b);
        if (left >= 1 && top >= 1 && left + 2 < plane.width && top + 2 < plane.height) {
            float[] d = plane.data;
            int i = plane.startIndex + (top - 1) * plane.stride + left - 1;
            float r0 = a0 * d[i] + a1 * d[i + 1] + a2 * d[i + 2] + a3 * d[i + 3];
            i += plane.stride;
            float r1 = a0 * d[i] + a1 * d[i + 1] + a2 * d[i + 2] + a3 * d[i + 3];
            i += plane.stride;
            float r2 = a0 * d[i] + a1 * d[i + 1] + a2 * d[i + 2] + a3 * d[i + 3];
            i += plane.stride;
            float r3 = a0 * d[i] + a1 * d[i + 1] + a2 * d[i + 2] + a3 * d[i + 3];
            return b0 * r0 + b1 * r1 + b2 * r2 + b3 * r3;
        }
        return b0 * edgeRow(plane, left, top - 1, a0, a1, a2, a3)
                + b1 * edgeRow(plane, left, top, a0, a1, a2, a3)
                + b2 * edgeRow(plane, left, top + 1, a0, a1, a2, a3)
                + b3 * edgeRow(plane, left, top + 2, a0, a1, a2, a3);
    }

    /** Weights of the four neighbours along a line, of places whose fractions are given; in loops of their own, which become vector instructions. */
    static void weigh(float[] fraction, float[][] weights, int n) {
        far(fraction, weights[0], weights[3], n);
        near(fraction, weights[1], weights[2], n);
    }

    private static void far(float[] t, float[] before, float[] after, int n) {
        for (int i = 0; i < n; i++) {
            before[i] = outer(t[i]);
            after[i] = outer(1 - t[i]);
        }
    }

    private static void near(float[] t, float[] left, float[] right, int n) {
        for (int i = 0; i < n; i++) {
            left[i] = inner(t[i]);
            right[i] = inner(1 - t[i]);
        }
    }

    private static float edgeRow(GrayF32 plane, int left, int y, float a0, float a1, float a2, float a3) {
        int row = plane.startIndex + clamp(y, plane.height) * plane.stride;
        return a0 * plane.data[row + clamp(left - 1, plane.width)]
                + a1 * plane.data[row + clamp(left, plane.width)]
                + a2 * plane.data[row + clamp(left + 1, plane.width)]
                + a3 * plane.data[row + clamp(left + 2, plane.width)];
    }

    private static int clamp(int i, int size) {
        return Math.min(size - 1, Math.max(0, i));
    }

    /** Weight of the near neighbour at distance {@code t} in 0..1. */
    private static float inner(float t) {
        return 1 + t * t * (1.5f * t - 2.5f);
    }

    /** Weight of the far neighbour at distance {@code 1 + t}, {@code t} in 0..1. */
    private static float outer(float t) {
        return t * (-0.5f + t * (1 - 0.5f * t));
    }
}
