package io.github.boofdice.synth;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bicubic;
import io.github.boofdice.image.Frame;
import java.util.SplittableRandom;

/** Print that lies a little aside, here one way and there another, as it does from one good part to the next. */
public final class StrayPrint {
    /** Points a side between which the print is carried along. */
    private static final int POINTS = 8;
    /** Pixels of a 128 x 128 picture, each way. */
    private static final double MOST = 0.9;

    private StrayPrint() {}

    /**
     * Moves the print of a picture by up to a pixel.
     *
     * @param picture frame-sized, not modified
     * @param frame its size
     * @param random decides everything
     * @return a new picture
     */
    public static GrayF32 of(GrayF32 picture, Frame frame, SplittableRandom random) {
        double most = MOST * frame.unit() * random.nextDouble();
        GrayF32 right = field(most, random);
        GrayF32 down = field(most, random);
        GrayF32 out = new GrayF32(frame.width(), frame.height());
        float stepX = (POINTS - 3) / (frame.width() - 1f);
        float stepY = (POINTS - 3) / (frame.height() - 1f);
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                float u = 1 + x * stepX;
                float v = 1 + y * stepY;
                out.data[y * out.width + x] =
                        Bicubic.sample(picture, x + Bicubic.sample(right, u, v), y + Bicubic.sample(down, u, v));
            }
        }
        return out;
    }

    private static GrayF32 field(double most, SplittableRandom random) {
        GrayF32 field = new GrayF32(POINTS, POINTS);
        for (int i = 0; i < field.data.length; i++) {
            field.data[i] = (float) (most * (2 * random.nextDouble() - 1));
        }
        return field;
    }
}
