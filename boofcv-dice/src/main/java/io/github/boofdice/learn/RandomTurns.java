package io.github.boofdice.learn;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import java.util.SplittableRandom;

/** Poses for turned copies: any angle, shifted by up to two pixels of a 128 x 128 picture. */
public final class RandomTurns {
    private static final double SHIFT = 2;

    private RandomTurns() {}

    /**
     * Draws one.
     *
     * @param random is drawn from
     * @param frame to which the shift belongs
     * @return any angle, and a shift of a few pixels
     */
    public static RigidPose next(SplittableRandom random, Frame frame) {
        double reach = SHIFT * frame.unit();
        return new RigidPose(
                reach * (2 * random.nextDouble() - 1),
                reach * (2 * random.nextDouble() - 1),
                2 * Math.PI * random.nextDouble());
    }
}
