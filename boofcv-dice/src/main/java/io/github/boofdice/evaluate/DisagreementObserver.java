package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import java.util.List;

/** Sees each picture on which the methods of a comparison disagree; the comparison itself keeps no picture. */
@FunctionalInterface
public interface DisagreementObserver {
    /** Sees and does nothing. */
    DisagreementObserver NONE = (picture, judged, judgements) -> {};

    /**
     * Called on the thread that compares, off the clock.
     *
     * @param picture the picture's name and its truth
     * @param judged the plane that was judged, after any {@link PictureChange}: grey levels 0..255; not to be modified, and to be copied
     *     if it is kept
     * @param judgements what each method says, in the order of the methods
     */
    void disagreed(LabelledPicture picture, GrayF32 judged, List<Judgement> judgements);
}
