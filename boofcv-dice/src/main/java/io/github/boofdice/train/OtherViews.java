package io.github.boofdice.train;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Warp;
import io.github.boofdice.learn.OtherCapture;
import io.github.boofdice.learn.RandomTurns;
import io.github.boofdice.synth.Reflection;
import io.github.boofdice.synth.StrayPrint;
import java.util.SplittableRandom;

/** Shows a good picture as it might have been taken of another good part on another day: turned, its print a little aside, in other light and focus, with grain, reflections and specks of dust. */
public final class OtherViews {
    private static final double TURNED = 0.8;
    /** Grey levels, as a standard deviation. */
    private static final double MOST_GRAIN = 2.5;

    private static final int MOST_REFLECTIONS = 2;
    private static final double DUSTY = 0.5;
    private static final int MOST_SPECKS = 3;

    private OtherViews() {}

    /**
     * Shows a picture anew.
     *
     * @param picture frame-sized, grey levels 0..255, not modified
     * @param frame its size
     * @param random decides everything
     * @return a new picture, grey levels 0..255
     */
    public static GrayF32 of(GrayF32 picture, Frame frame, SplittableRandom random) {
        GrayF32 turned =
                random.nextDouble() < TURNED ? Warp.toTemplate(picture, RandomTurns.next(random, frame)) : picture;
        GrayF32 strayed = random.nextBoolean() ? StrayPrint.of(turned, frame, random) : turned;
        GrayF32 out = random.nextBoolean() ? OtherCapture.clean(strayed, frame, random) : strayed.clone();
        for (int i = random.nextInt(MOST_REFLECTIONS + 1); i > 0; i--) {
            Reflection.over(out, frame, random);
        }
        int specks = random.nextDouble() < DUSTY ? 1 + random.nextInt(MOST_SPECKS) : 0;
        for (int i = 0; i < specks; i++) {
            OtherCapture.dust(out, frame, random);
        }
        addGrain(out, MOST_GRAIN * Math.max(0, 2 * random.nextDouble() - 1), random);
        return out;
    }

    private static void addGrain(GrayF32 plane, double spread, SplittableRandom random) {
        for (int i = 0; i < plane.data.length; i++) {
            // The sum of three even numbers is near enough to a normal one; its standard deviation is a half.
            double grain = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            plane.data[i] = (float) Math.max(0, Math.min(255, plane.data[i] + 2 * spread * grain));
        }
    }
}
