package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;

/** Means of 2 x 2 pixels; an odd last row or column is left out. */
final class Halving {
    private Halving() {}

    /**
     * Writes the means.
     *
     * @param in may be a sub-image; not modified
     * @param out half as wide and as high, rounded down
     * @param row as long as {@code in} is wide
     */
    static void halve(GrayF32 in, GrayF32 out, float[] row, float[] next) {
        for (int y = 0; y < out.height; y++) {
            // Rows are added first, arrays indexed alike: that is vector code, and what is left to do one by one is
            // half as much.
            int from = in.startIndex + 2 * y * in.stride;
            System.arraycopy(in.data, from, row, 0, in.width);
            System.arraycopy(in.data, from + in.stride, next, 0, in.width);
            add(row, next, in.width);
            int to = y * out.stride;
            for (int x = 0; x < out.width; x++) {
                out.data[to + x] = row[2 * x] + row[2 * x + 1];
            }
        }
    }

    private static void add(float[] row, float[] next, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = 0.25f * (row[x] + next[x]);
        }
    }
}
