package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import java.util.Objects;

/**
 * One good picture to learn from.
 *
 * @param name names the picture in messages and orders it inside its folder: pictures of one folder are cross-fitted in
 *     contiguous blocks in the order of the list they come in
 * @param folder the pose or face that it shows; every picture of one folder shows the same
 * @param picture grey levels 0..255; not modified, not copied
 */
public record GoodPicture(String name, String folder, GrayF32 picture) {
    /** Checks that nothing is missing. */
    public GoodPicture {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(picture, "picture");
    }
}
