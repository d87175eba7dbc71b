package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Turns each picture by a random angle and shifts it, as a die falls on the belt.
 *
 * <p>The angle is uniform over the full circle; the picture turns about a point whose x and y lie uniformly within
 * {@value #MIDDLE} pixels of the picture's middle, and is then shifted by an x and a y that are uniform within {@value
 * #SHIFT} pixels. Pixels are sampled by cubic convolution with a = -0.5 (Keys 1981, doi:10.1109/TASSP.1981.1163711),
 * edge pixels are replicated, and the result is limited to 0..255.
 *
 * @param seed makes the turns repeatable: a file gets the same turn whenever seed and name are the same
 */
public record TurnedPictures(long seed) implements PictureChange {
    /** How far the point that is turned about lies from the picture's middle at most, in pixels each way. */
    public static final double MIDDLE = 2;

    /** How far the turned picture is shifted at most, in pixels each way. */
    public static final double SHIFT = 3;

    /**
     * One turn: about a point, then a shift.
     *
     * @param angle in radians, clockwise as seen, in [-pi, pi)
     * @param aboutX the point, in pixels to the right of the picture's middle
     * @param aboutY the point, in pixels below the picture's middle
     * @param shiftX shift to the right, in pixels
     * @param shiftY shift down, in pixels
     */
    public record Turn(double angle, double aboutX, double aboutY, double shiftX, double shiftY) {
        /**
         * The same as a turn about the picture's middle and a shift.
         *
         * @return from the picture to the turned picture: a point at {@code q} from the middle of the one comes to lie at
         *     {@code R(theta) q + (x, y)} from the middle of the other
         */
        public RigidPose aboutMiddle() {
            RigidPose toPoint = new RigidPose(-aboutX, -aboutY, 0);
            return new RigidPose(aboutX + shiftX, aboutY + shiftY, 0)
                    .after(new RigidPose(0, 0, angle))
                    .after(toPoint);
        }
    }

    /**
     * Tells how a picture is turned.
     *
     * @param file the picture's name, relative to the labelled folder with '/' between the parts
     * @return the turn, a function of seed and name alone
     */
    public Turn turnOf(String file) {
        // FNV-1a: String.hashCode has 32 bits only, and similar names give similar values.
        long hash = 0xcbf29ce484222325L;
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() ^ hash);
        return new Turn(
                random.nextDouble(-Math.PI, Math.PI),
                random.nextDouble(-MIDDLE, MIDDLE),
                random.nextDouble(-MIDDLE, MIDDLE),
                random.nextDouble(-SHIFT, SHIFT),
                random.nextDouble(-SHIFT, SHIFT));
    }

    @Override
    public GrayF32 change(String file, GrayF32 picture) {
        return apply(turnOf(file), picture);
    }

    /** The turned picture, limited to 0..255: cubic convolution overshoots at edges. */
    static GrayF32 apply(Turn turn, GrayF32 picture) {
        GrayF32 turned = Warp.toTemplate(picture, turn.aboutMiddle().inverse());
        for (int i = 0; i < turned.data.length; i++) {
            turned.data[i] = Math.min(255, Math.max(0, turned.data[i]));
        }
        return turned;
    }
}
