package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;

/** Changes pictures before they are judged, to see what an inspector makes of it. */
@FunctionalInterface
public interface PictureChange {
    /** Leaves every picture as it is. */
    PictureChange NONE = (file, picture) -> picture;

    /**
     * Changes a picture.
     *
     * @param file the picture's name, relative to the labelled folder with '/' between the parts; a random change is
     *     seeded by it, so that the order of the pictures does not matter
     * @param picture grey levels 0..255; not modified
     * @return the changed picture, or the same one
     */
    GrayF32 change(String file, GrayF32 picture);
}
