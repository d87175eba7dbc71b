package io.github.boofdice.train;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import java.util.List;
import java.util.SplittableRandom;

/** Examples for a network that sees the picture itself, grey levels over 255, and says whether there is a defect: class 1. */
public final class PictureExamples implements TrainingExamples {
    private static final float WHITE = 255;

    private final Shots shots;
    private final Frame input;

    /**
     * Makes pictures of good parts ready to be shown.
     *
     * @param frame of the pictures
     * @param goods frame-sized pictures, grey levels 0..255, a list a face
     * @param input size of the network's input
     * @param seed of everything
     */
    public PictureExamples(Frame frame, List<List<GrayF32>> goods, Frame input, long seed) {
        shots = new Shots(goods, frame, seed);
        this.input = input;
    }

    @Override
    public void example(long number, float[] values, int[] classes) {
        SplittableRandom random = shots.random(number);
        Shots.Shot shot = shots.next(random);
        GrayF32 picture = FrameFit.fit(input, shot.picture());
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.data[i] / WHITE;
        }
        classes[0] = shot.defect() == null ? 0 : 1;
    }
}
