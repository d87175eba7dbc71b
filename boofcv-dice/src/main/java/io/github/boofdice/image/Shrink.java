package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;

/** Averages blocks of {@code factor} x {@code factor} pixels; the blocks lie symmetrically about the middle of the plane. */
final class Shrink {
    private Shrink() {}

    /** Returns the plane of block means, (width / factor) x (height / factor); {@code in} is not modified. */
    static GrayF32 by(int factor, GrayF32 in) {
        if (factor == 1) {
            return in;
        }
        GrayF32 out = new GrayF32(in.width / factor, in.height / factor);
        by(factor, in, out);
        return out;
    }

    /** Fills a plane of that size. */
    static void by(int factor, GrayF32 in, GrayF32 out) {
        int width = out.width;
        int height = out.height;
        int marginX = (in.width - width * factor) / 2;
        int marginY = (in.height - height * factor) / 2;
        float share = 1f / (factor * factor);
        for (int y = 0; y < height; y++) {
            if (factor == 2) {
                int from = in.startIndex + (marginY + 2 * y) * in.stride + marginX;
                halve(in.data, from, from + in.stride, share, out.data, y * width, width);
                continue;
            }
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int j = 0; j < factor; j++) {
                    int from = in.startIndex + (marginY + y * factor + j) * in.stride + marginX + x * factor;
                    sum = addRow(sum, in.data, from, factor);
                }
                out.data[y * width + x] = sum * share;
            }
        }
    }

    private static void halve(float[] in, int upper, int lower, float share, float[] out, int to, int count) {
        for (int x = 0; x < count; x++) {
            int a = upper + 2 * x;
            int b = lower + 2 * x;
            out[to + x] = (in[a] + in[a + 1] + in[b] + in[b + 1]) * share;
        }
    }

    /** The factors of the usual frames without a loop, which would cost more than they do. */
    private static float addRow(float sum, float[] values, int at, int count) {
        return switch (count) {
            case 4 -> sum + values[at] + values[at + 1] + values[at + 2] + values[at + 3];
            default -> {
                float all = sum;
                for (int i = 0; i < count; i++) {
                    all += values[at + i];
                }
                yield all;
            }
        };
    }
}
