package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/** Mean over a square window by running sums; beyond the plane's edge everything counts as zero. */
public final class BoxMean {
    private BoxMean() {}

    /** Returns the means over {@code side} x {@code side} pixels, {@code side} odd; {@code in} is contiguous and not modified. */
    public static GrayF32 apply(GrayF32 in, int side) {
        int reach = side / 2;
        int w = in.width;
        int h = in.height;
        float[] sums = new float[w];
        GrayF32 out = new GrayF32(w, h);
        float share = 1f / (side * side);
        for (int y = -reach; y < h; y++) {
            if (y + reach < h) {
                add(sums, in.data, (y + reach) * w, 1);
            }
            if (y - reach - 1 >= 0) {
                add(sums, in.data, (y - reach - 1) * w, -1);
            }
            if (y >= 0) {
                float sum = 0;
                for (int x = -reach; x < w; x++) {
                    sum += x + reach < w ? sums[x + reach] : 0;
                    sum -= x - reach - 1 >= 0 ? sums[x - reach - 1] : 0;
                    if (x >= 0) {
                        out.data[y * w + x] = sum * share;
                    }
                }
            }
        }
        return out;
    }

    private static void add(float[] sums, float[] data, int from, float sign) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * data[from + x];
        }
    }
}
