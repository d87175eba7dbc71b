package io.github.boofdice.image;

/**
 * The model's picture size and the geometry that follows from it. All lengths that were found on 128 x 128 pictures scale with {@link #unit()}.
 *
 * @param width in pixels, 32..{@value #MAX_SIDE}
 * @param height in pixels, 32..{@value #MAX_SIDE}
 */
public record Frame(int width, int height) {
    /** The longest side of a model frame, in pixels; larger pictures are scaled down to it. */
    public static final int MAX_SIDE = 512;

    /** The shortest side of a model frame, in pixels. */
    static final int MIN_SIDE = 32;

    private static final double DESIGN_SIDE = 128;

    /**
     * Checks the sides.
     *
     * @throws IllegalArgumentException if a side lies outside 32..{@value #MAX_SIDE}
     */
    public Frame {
        if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
            throw new IllegalArgumentException("frame is " + width + " x " + height
                    + " pixels but each side must lie in " + MIN_SIDE + ".." + MAX_SIDE);
        }
    }

    /** {@return the column of the middle, in pixels: (width - 1) / 2} */
    public double middleX() {
        return (width - 1) / 2.0;
    }

    /** {@return the row of the middle, in pixels: (height - 1) / 2} */
    public double middleY() {
        return (height - 1) / 2.0;
    }

    /** {@return how many pixels of this frame make one pixel of a 128 x 128 picture} */
    public double unit() {
        return Math.min(width, height) / DESIGN_SIDE;
    }

    /**
     * The odd number of pixels nearest to a length given in pixels of a 128 x 128 picture.
     *
     * @param pixelsOf128 the length
     * @return pixels of this frame
     */
    public int odd(int pixelsOf128) {
        return 2 * (int) Math.round((pixelsOf128 * unit() - 1) / 2) + 1;
    }

    /** {@return the radius in pixels of the disc in which the face lies (52 of 128): alignment looks here} */
    public double faceRadius() {
        return 52 * unit();
    }

    /** {@return the radius in pixels of the disc that is scored (50 of 128)} */
    public double scoredRadius() {
        return 50 * unit();
    }

    /** {@return the first row of the box round the disc in which the face lies; as many rows as lie above it lie below} */
    public int faceTop() {
        return (int) Math.max(0, Math.floor(middleY() - faceRadius()));
    }
}
