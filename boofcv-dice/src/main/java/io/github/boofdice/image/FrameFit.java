package io.github.boofdice.image;

import boofcv.alg.filter.misc.AverageDownSampleOps;
import boofcv.struct.image.GrayF32;

/** Brings pictures of any size to the model's frame: middle upon middle, aspect kept, edge pixels replicated where the shapes differ. */
public final class FrameFit {
    private FrameFit() {}

    /**
     * Frame pixels a picture pixel, for a picture of this size.
     *
     * @param frame to be filled
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     * @return the factor, above 0
     */
    public static double scale(Frame frame, int width, int height) {
        return Math.min(frame.width() / (double) width, frame.height() / (double) height);
    }

    /**
     * Makes a picture smaller where it is too large.
     *
     * @param side longest side in pixels
     * @param picture not modified
     * @return a picture whose longest side is {@code side}, aspect kept; the same object where it is no longer than that, or too narrow
     */
    public static GrayF32 atMost(int side, GrayF32 picture) {
        double scale = side / (double) Math.max(picture.width, picture.height);
        int width = (int) Math.round(picture.width * scale);
        int height = (int) Math.round(picture.height * scale);
        return scale >= 1 || Math.min(width, height) < Frame.MIN_SIDE
                ? picture
                : fit(new Frame(width, height), picture);
    }

    /**
     * Brings a picture to the size of a frame.
     *
     * @param frame the size
     * @param picture not modified
     * @return a picture of that size; the same object where it has it already
     */
    public static GrayF32 fit(Frame frame, GrayF32 picture) {
        if (picture.width == frame.width() && picture.height == frame.height()) {
            return picture;
        }
        double scale = scale(frame, picture.width, picture.height);
        int width = Math.max(2, (int) Math.round(picture.width * scale));
        int height = Math.max(2, (int) Math.round(picture.height * scale));
        GrayF32 source = picture;
        if (width < picture.width || height < picture.height) {
            source = new GrayF32(Math.min(width, picture.width), Math.min(height, picture.height));
            AverageDownSampleOps.down(picture, source);
        }
        return place(frame, source, scale * picture.width / source.width, scale * picture.height / source.height);
    }

    private static GrayF32 place(Frame frame, GrayF32 source, double scaleX, double scaleY) {
        GrayF32 out = new GrayF32(frame.width(), frame.height());
        for (int y = 0; y < out.height; y++) {
            float v = (float) ((source.height - 1) / 2.0 + (y - frame.middleY()) / scaleY);
            for (int x = 0; x < out.width; x++) {
                float u = (float) ((source.width - 1) / 2.0 + (x - frame.middleX()) / scaleX);
                out.data[y * out.width + x] = Bilinear.sample(source, u, v);
            }
        }
        return out;
    }
}
