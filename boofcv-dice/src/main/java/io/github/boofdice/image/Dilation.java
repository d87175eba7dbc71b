package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/** Widens a plane of spreads so that edges tolerate what is left of a shift. */
public final class Dilation {
    private Dilation() {}

    /**
     * The greatest value within a radius of each pixel (grey dilation by a disc).
     *
     * @param spread contiguous, not modified
     * @param radius in pixels, at least 0
     * @return a new plane of the same size
     */
    public static GrayF32 dilate(GrayF32 spread, double radius) {
        int reach = (int) Math.floor(radius);
        GrayF32 out = spread.clone();
        for (int y = 0; y < spread.height; y++) {
            for (int dy = -reach; dy <= reach; dy++) {
                int from = Math.min(spread.height - 1, Math.max(0, y + dy)) * spread.width;
                int half = (int) Math.floor(Math.sqrt(radius * radius - dy * dy));
                for (int dx = -half; dx <= half; dx++) {
                    raise(out.data, y * spread.width, spread.data, from, spread.width, dx);
                }
            }
        }
        return out;
    }

    /** A row to what another one, moved to the left by {@code dx} pixels, has more. */
    private static void raise(float[] most, int at, float[] values, int from, int width, int dx) {
        int last = Math.min(width, width - dx);
        for (int x = Math.max(0, -dx); x < last; x++) {
            most[at + x] = Math.max(most[at + x], values[from + dx + x]);
        }
    }
}
