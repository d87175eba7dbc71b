package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;

/** A way to tell good pictures from bad ones, learned and ready to judge: what {@link MethodComparison} sets side by side. */
public interface Method {
    /**
     * Names the method.
     *
     * @return one word, different from every other method's
     */
    String name();

    /**
     * Judges a picture.
     *
     * @param picture grey levels 0..255; not modified
     * @return verdict and score; the same for the same picture
     * @throws IllegalArgumentException when it cannot judge a picture of this size; the message says why
     */
    Judgement judge(GrayF32 picture);

    /**
     * Says what the method saw.
     *
     * @param picture as for {@link #judge}
     * @return one sentence or part of one, for people
     * @throws IllegalArgumentException as for {@link #judge}
     */
    String explain(GrayF32 picture);

    /**
     * Tells whether the method was learned from a file with exactly these bytes.
     *
     * @param file the fingerprint of a picture file
     * @return true when it was; false when not, or when it does not know
     */
    boolean learnedFrom(FileFingerprint file);
}
