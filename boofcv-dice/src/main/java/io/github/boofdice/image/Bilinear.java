package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/** Samples planes between pixels. Outside the plane the nearest edge pixel counts. */
public final class Bilinear {
    private Bilinear() {}

    /**
     * Value of {@code plane} at column {@code x}, row {@code y}, in pixels.
     *
     * @param plane not modified
     * @param x column in pixels; beyond an edge its pixels go on
     * @param y row in pixels, likewise
     * @return the interpolated value
     */
    public static float sample(GrayF32 plane, float x, float y) {
        int left = (int) x;
        int top = (int) y;
        if (x < 0 || y < 0 || left > plane.width - 2 || top > plane.height - 2) {
            x = Math.min(plane.width - 1, Math.max(0, x));
            y = Math.min(plane.height - 1, Math.max(0, y));
            left = Math.min(plane.width - 2, (int) x);
            top = Math.min(plane.height - 2, (int) y);
        }
        return sample(plane, x, y, left, top);
    }

    /**
     * Likewise where the place is known to lie within the plane.
     *
     * @param plane not modified
     * @param x column in pixels, in [0, width - 1)
     * @param y row in pixels, in [0, height - 1)
     * @return the interpolated value
     */
    public static float inside(GrayF32 plane, float x, float y) {
        return sample(plane, x, y, (int) x, (int) y);
    }

    private static float sample(GrayF32 plane, float x, float y, int left, int top) {
        float a = x - left;
        float b = y - top;
        int i = plane.startIndex + top * plane.stride + left;
        float[] data = plane.data;
        float upper = data[i] + a * (data[i + 1] - data[i]);
        int j = i + plane.stride;
        float lower = data[j] + a * (data[j + 1] - data[j]);
        return upper + b * (lower - upper);
    }
}
