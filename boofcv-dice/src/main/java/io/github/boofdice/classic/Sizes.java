package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;

/** The check of sizes that the classes here share. */
final class Sizes {
    private Sizes() {}

    static void check(String name, GrayU8 image, String otherName, GrayU8 other) {
        if (image.width != other.width || image.height != other.height) {
            throw new IllegalArgumentException(name + " is " + image.width + " x " + image.height + " but " + otherName
                    + " is " + other.width + " x " + other.height);
        }
    }
}
