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
                for (int x = 0; x < spread.width; x++) {
                    float most = out.data[y * spread.width + x];
                    int last = Math.min(spread.width - 1, x + half);
                    for (int i = Math.max(0, x - half); i <= last; i++) {
                        most = Math.max(most, spread.data[from + i]);
                    }
                    out.data[y * spread.width + x] = most;
                }
            }
        }
        return out;
    }
}
