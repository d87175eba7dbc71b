package io.github.boofdice.learn;

import io.github.boofdice.decide.Calibration;
import io.github.boofdice.image.Frame;
import java.util.List;

/**
 * All that was learned from good pictures.
 *
 * @param libraryVersion the version that learned it
 * @param frame the model's picture size
 * @param faces one or more, sorted by name
 * @param calibration scores of good pictures and the threshold
 * @param limits how the limits were learned
 * @param leftOut pictures that were not learned from
 */
public record Learned(
        String libraryVersion,
        Frame frame,
        List<LearnedFace> faces,
        Calibration calibration,
        LimitMethod limits,
        List<LeftOut> leftOut) {
    /** The version of this library. */
    public static final String THIS_VERSION = "0.1.0";

    /** Copies the lists. */
    public Learned {
        faces = List.copyOf(faces);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * The same under another calibration.
     *
     * @param other instead of the present one
     * @return a new value
     */
    public Learned with(Calibration other) {
        return new Learned(libraryVersion, frame, faces, other, limits, leftOut);
    }

    /**
     * The same with other faces.
     *
     * @param other instead of the present ones
     * @return a new value
     */
    public Learned with(List<LearnedFace> other) {
        return new Learned(libraryVersion, frame, other, calibration, limits, leftOut);
    }

    /**
     * The same, other pictures being named as left out.
     *
     * @param other instead of the present ones
     * @return a new value
     */
    public Learned leavingOut(List<LeftOut> other) {
        return new Learned(libraryVersion, frame, faces, calibration, limits, other);
    }

    /**
     * A picture that was not learned from.
     *
     * @param name of the picture
     * @param reason why, in words
     * @param readable false where the file is no picture at all
     */
    public record LeftOut(String name, String reason, boolean readable) {
        /**
         * A picture that shows something else than it should.
         *
         * @param name of the picture
         * @param reason why, in words
         */
        public LeftOut(String name, String reason) {
            this(name, reason, true);
        }

        /**
         * A file that is no picture.
         *
         * @param name of the file
         * @param reason why, in words
         * @return a value that says so
         */
        public static LeftOut unreadable(String name, String reason) {
            return new LeftOut(name, reason, false);
        }
    }
}
