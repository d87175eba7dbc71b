package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/** Mean over a square window by running sums; beyond the plane's edge everything counts as zero. One thread at a time. */
public final class BoxMean {
    private final int side;
    private final float[] sums;

    /**
     * @param width of the planes to come, in pixels
     * @param side of the window in pixels, odd
     */
    public BoxMean(int width, int side) {
        this.side = side;
        sums = new float[width];
    }

    /** Filters; both planes contiguous and of one size; {@code in} is not modified. */
    public void apply(GrayF32 in, GrayF32 out) {
        int reach = side / 2;
        int w = in.width;
        int h = in.height;
        float share = 1f / (side * side);
        Arrays.fill(sums, 0);
        for (int y = -reach; y < h; y++) {
            if (y + reach < h) {
                add(sums, in.data, (y + reach) * w, 1);
            }
            if (y - reach - 1 >= 0) {
                add(sums, in.data, (y - reach - 1) * w, -1);
            }
            if (y >= 0) {
                acrossInto(sums, out.data, y * w, reach, share);
            }
        }
    }

    /** Running mean of a row; its chain of dependent additions is what this filter costs, so a step adds once. */
    private static void acrossInto(float[] sums, float[] out, int from, int reach, float share) {
        int w = sums.length;
        float sum = 0;
        for (int x = 0; x < Math.min(reach, w); x++) {
            sum += sums[x];
        }
        for (int x = 0; x < w; x++) {
            float enters = x + reach < w ? sums[x + reach] : 0;
            float leaves = x > reach ? sums[x - reach - 1] : 0;
            sum += enters - leaves;
            out[from + x] = sum * share;
        }
    }

    private static void add(float[] sums, float[] data, int from, float sign) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * data[from + x];
        }
    }
}
