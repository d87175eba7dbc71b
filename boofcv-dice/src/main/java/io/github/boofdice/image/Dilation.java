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
        int width = spread.width;
        GrayF32 out = spread.clone();
        float[] most = new float[width];
        float[] beside = new float[width];
        for (int y = 0; y < spread.height; y++) {
            System.arraycopy(spread.data, y * width, most, 0, width);
            for (int dy = -reach; dy <= reach; dy++) {
                int from = Math.min(spread.height - 1, Math.max(0, y + dy)) * width;
                int half = Math.min(width - 1, (int) Math.floor(Math.sqrt(radius * radius - dy * dy)));
                for (int dx = -half; dx <= half; dx++) {
                    // Beyond the edges stays what lies there already: a value of the window too.
                    System.arraycopy(most, 0, beside, 0, width);
                    System.arraycopy(
                            spread.data, from + Math.max(0, dx), beside, Math.max(0, -dx), width - Math.abs(dx));
                    raise(most, beside);
                }
            }
            System.arraycopy(most, 0, out.data, y * width, width);
        }
        return out;
    }

    /** Neighbours were copied to where they lie: a loop over arrays indexed alike becomes vector instructions. */
    private static void raise(float[] most, float[] values) {
        for (int x = 0; x < most.length; x++) {
            most[x] = Math.max(most[x], values[x]);
        }
    }
}
