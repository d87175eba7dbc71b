package io.github.boofdice.io;

/** The one place that knows how large a picture may be. */
final class PictureSize {
    private PictureSize() {}

    static boolean isAllowed(int width, int height) {
        return Math.min(width, height) >= PictureReader.MIN_SIDE && Math.max(width, height) <= PictureReader.MAX_SIDE;
    }

    /** States the size and the rule, for a picture that {@link #isAllowed} refuses. */
    static String complaint(int width, int height) {
        return width + " x " + height + " pixels; a side must have " + PictureReader.MIN_SIDE + " to "
                + PictureReader.MAX_SIDE;
    }

    static void check(int width, int height) {
        if (!isAllowed(width, height)) {
            throw new IllegalArgumentException("image is " + complaint(width, height));
        }
    }
}
