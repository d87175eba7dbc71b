package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.Inspection;

/** Sees each picture of an evaluation go by with what was found in it; the evaluation itself keeps neither. */
@FunctionalInterface
public interface PictureObserver {
    /** Sees and does nothing. */
    PictureObserver NONE = (picture, judged, found) -> {};

    /**
     * Called on the thread that evaluates, once a picture that could be read.
     *
     * @param picture the picture's name and its truth
     * @param judged the plane that was inspected, after any {@link PictureChange}: grey levels 0..255; not to be modified, and to be copied
     *     if it is kept
     * @param found what was found in it
     */
    void judged(LabelledPicture picture, GrayF32 judged, Inspection found);
}
