package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/**
 * Takes a plane's values where a pose carries the pixels of a disc, bilinear; outside the plane the nearest edge pixel counts. Holds what it works on and the values: one thread at a time.
 *
 * <p>Places are reckoned in loops of their own, of which C2 makes vector instructions; only the loop that fetches pixels must go one by one.
 */
public final class Samples {
    /** From here to twice of it a float has no fraction: adding it rounds, and leaves a whole number in the last bits. */
    private static final float WHOLE = 1 << 23;

    private static final int WHOLE_BITS = (1 << 23) - 1;
    /** More than one over the least difference of two numbers from half a pixel on. */
    private static final float STEEP = 1 << 25;

    private float[] values = {};
    private float[] x = {};
    private float[] y = {};
    private float[] left = {};
    private float[] top = {};

    /** Makes one without memory, which grows to what it is used for. */
    public Samples() {}

    /**
     * Takes the values.
     *
     * @param disc whose pixels are carried
     * @param plane of the disc's width and height, not modified
     * @param pose from the disc to the plane, in pixels of the plane
     * @return a value a pixel, in the disc's order, and perhaps more behind them; the next call overwrites them
     */
    public float[] of(PixelDisc disc, GrayF32 plane, RigidPose pose) {
        int n = disc.size();
        if (values.length < n) {
            values = new float[n];
            x = new float[n];
            y = new float[n];
            left = new float[n];
            top = new float[n];
        }
        float c = (float) pose.cos();
        float s = (float) pose.sin();
        turn(disc.dx, disc.dy, c, s, (float) ((disc.width() - 1) / 2.0 + pose.x()), x);
        turn(disc.dx, disc.dy, s, -c, (float) ((disc.height() - 1) / 2.0 + pose.y()), y);
        if (!disc.inside(pose) || !indexable(plane)) {
            for (int i = 0; i < n; i++) {
                values[i] = Bilinear.sample(plane, x[i], y[i]);
            }
            return values;
        }
        split(x, left, n);
        split(y, top, n);
        index(left, top, plane.stride, n);
        fetch(plane.data, plane.startIndex, plane.stride, left, x, y, values, n);
        return values;
    }

    private static void turn(float[] dx, float[] dy, float c, float s, float shift, float[] out) {
        for (int i = 0; i < dx.length; i++) {
            out[i] = shift + c * dx[i] - s * dy[i];
        }
    }

    /** Into whole pixels and what is left: {@code Math.floor}, but JDK 17 makes no vector instruction of a cast. */
    static void split(float[] places, float[] whole, int n) {
        for (int i = 0; i < n; i++) {
            float nearest = places[i] + WHOLE - WHOLE;
            float below = nearest - Math.min(1, Math.max(0, (nearest - places[i]) * STEEP));
            whole[i] = below;
            places[i] -= below;
        }
    }

    /** Leaves in the last bits of {@code left} where in the plane each pixel lies. */
    static void index(float[] left, float[] top, float stride, int n) {
        for (int i = 0; i < n; i++) {
            left[i] = top[i] * stride + left[i] + WHOLE;
        }
    }

    /** What {@link #index} has left in the last bits. */
    static int whole(float index) {
        return Float.floatToRawIntBits(index) & WHOLE_BITS;
    }

    /** Whether those bits hold the index of any pixel. */
    static boolean indexable(GrayF32 plane) {
        return plane.height * plane.stride <= WHOLE_BITS;
    }

    /** Begins with the furthest pixel of each row, which holds the nearer one to be within the plane too. */
    private static void fetch(
            float[] data, int start, int stride, float[] places, float[] x, float[] y, float[] values, int n) {
        for (int i = 0; i < n; i++) {
            int at = start + whole(places[i]);
            int below = at + stride;
            float b = data[at + 1];
            float a = data[at];
            float d = data[below + 1];
            float c = data[below];
            float upper = a + x[i] * (b - a);
            float lower = c + x[i] * (d - c);
            values[i] = upper + y[i] * (lower - upper);
        }
    }
}
