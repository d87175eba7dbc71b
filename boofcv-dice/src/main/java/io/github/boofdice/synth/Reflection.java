package io.github.boofdice.synth;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import java.util.SplittableRandom;

/** A patch of reflected light towards the rim of the face, with soft edges: no defect, wherever it lies. */
public final class Reflection {
    private static final double NEAREST = 28;
    private static final double MOST = 0.4;

    private Reflection() {}

    /**
     * Brightens a patch of a picture.
     *
     * @param picture frame-sized, grey levels from 0; modified
     * @param frame its size
     * @param random decides everything
     */
    public static void over(GrayF32 picture, Frame frame, SplittableRandom random) {
        double softness = 2.5 + 6 * random.nextDouble();
        Mark patch = new Blob(4 + 12 * random.nextDouble(), random.nextBoolean(), 0, softness, random);
        double far = (NEAREST + (52 - NEAREST) * random.nextDouble()) * frame.unit();
        GrayF32 coverage = Cover.of(patch, picture, frame, far, 2 * Math.PI * random.nextDouble());
        float strength = (float) (MOST * random.nextDouble());
        for (int i = 0; i < picture.data.length; i++) {
            picture.data[i] *= 1 + strength * coverage.data[i];
        }
    }
}
