package io.github.boofdice.testdata;

/**
 * A bright cloudy patch of reflected light along the edge of the face. It belongs to the lamp, not to the die: it stays
 * where it is in the picture when the die turns.
 *
 * @param angle direction from the picture's middle in radians, clockwise from the right; upper left is -3 pi / 4
 * @param spread half the angle that it covers in radians, 0.05 .. pi
 * @param depth how far it reaches from the face's edge towards the middle in pixels, 0 .. 60
 * @param strength 0 (none) .. 1 (white burns out)
 */
public record Highlight(double angle, double spread, double depth, double strength) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public Highlight {
        Check.finite("angle", angle);
        Check.between("spread", spread, 0.05, Math.PI);
        Check.between("depth", depth, 0, 60);
        Check.between("strength", strength, 0, 1);
    }
}
