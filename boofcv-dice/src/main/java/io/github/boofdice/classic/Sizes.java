package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;

/** The check of sizes that the classes here share. */
final class Sizes {
    private Sizes() {}

    static void check(String name, GrayU8 image, String otherName, GrayU8 other) {
        check(name, image, otherName, other.width, other.height);
    }

    static void check(String name, GrayU8 image, String otherName, int width, int height) {
        if (image.width != width || image.height != height) {
            throw new IllegalArgumentException(name + " is " + image.width + " x " + image.height + " but " + otherName
                    + " is " + width + " x " + height);
        }
    }
}
