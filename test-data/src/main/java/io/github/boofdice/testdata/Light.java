package io.github.boofdice.testdata;

import java.util.List;

/**
 * The light on a die and how the camera answers to it. All of it belongs to the picture: it stays when the die turns.
 *
 * <p>A surface of level v is seen as 255 * ((gain * (1 + gradientX * x / 64 + gradientY * y / 64) * v + offset) / 255) ^
 * gamma, where (x, y) is the place in picture coordinates, after the highlights have been added.
 *
 * @param gain factor of brightness, 0.1 .. 3
 * @param offset grey levels added, -100 .. 100
 * @param gamma exponent, 0.3 .. 3
 * @param gradientX how much brighter 64 pixels to the right is, as a share, -0.5 .. 0.5
 * @param gradientY how much brighter 64 pixels further down is, as a share, -0.5 .. 0.5
 * @param highlights bright patches; copied
 */
public record Light(
        double gain, double offset, double gamma, double gradientX, double gradientY, List<Highlight> highlights) {

    /** An even light, without highlights, that leaves the levels as they are. */
    public static final Light EVEN = new Light(1, 0, 1, 0, 0, List.of());

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public Light {
        Check.between("gain", gain, 0.1, 3);
        Check.between("offset", offset, -100, 100);
        Check.between("gamma", gamma, 0.3, 3);
        Check.between("gradientX", gradientX, -0.5, 0.5);
        Check.between("gradientY", gradientY, -0.5, 0.5);
        highlights = List.copyOf(highlights);
    }

    /**
     * {@return this light with another gain}
     *
     * @param newGain 0.1 .. 3
     */
    public Light withGain(double newGain) {
        return new Light(newGain, offset, gamma, gradientX, gradientY, highlights);
    }

    /**
     * {@return this light with another offset}
     *
     * @param newOffset -100 .. 100
     */
    public Light withOffset(double newOffset) {
        return new Light(gain, newOffset, gamma, gradientX, gradientY, highlights);
    }

    /**
     * {@return this light with another gamma}
     *
     * @param newGamma 0.3 .. 3
     */
    public Light withGamma(double newGamma) {
        return new Light(gain, offset, newGamma, gradientX, gradientY, highlights);
    }

    /**
     * {@return this light with other highlights}
     *
     * @param newHighlights copied
     */
    public Light withHighlights(List<Highlight> newHighlights) {
        return new Light(gain, offset, gamma, gradientX, gradientY, newHighlights);
    }
}
