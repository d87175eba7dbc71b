package io.github.boofdice.testdata;

/**
 * The print on the six, a shape of our own in the manner of the real one: a broad arrow that points up, with a dot in
 * the shape of a D under it, tilted by an eighth of a turn so that the whole has no symmetry at all.
 */
final class Logo {
    private static final double ROOT_HALF = Math.sqrt(0.5);
    /** Half the width of the arrow's bars. */
    private static final double BAR = 10.4;
    /** The bars' middle line crosses the arrow's axis this far above the die's middle. */
    private static final double CROSSING = 24.6;
    /** How far along a bar, from the foot of the die's middle, its round end is centred. */
    private static final double BAR_END = 37.6;

    private static final double DOT_X = -6.4;
    private static final double DOT_Y = 17.2;
    private static final double DOT_RADIUS = 8.4;
    private static final double DOT_LENGTH = 18.5;

    private Logo() {}

    /** Signed distance to the print in pixels, negative within it; exact but for the inside of the corners. */
    static double distance(double x, double y) {
        return Math.min(arrow(x, y), dot(x, y));
    }

    static double arrow(double x, double y) {
        double a = -Math.abs(x);
        double across = (a + y + CROSSING) * ROOT_HALF;
        double beyond = (y - a) * ROOT_HALF - BAR_END;
        if (beyond > 0) {
            return Math.sqrt(across * across + beyond * beyond) - BAR;
        }
        return Math.abs(across) - BAR;
    }

    /** A bar with one square end (upper right) and one round end (lower left). */
    static double dot(double x, double y) {
        double dx = x - DOT_X;
        double dy = y - DOT_Y;
        double along = (dx - dy) * ROOT_HALF;
        double across = (dx + dy) * ROOT_HALF;
        if (along < 0) {
            return Math.sqrt(along * along + across * across) - DOT_RADIUS;
        }
        double past = along - DOT_LENGTH;
        double beside = Math.abs(across) - DOT_RADIUS;
        if (past > 0 && beside > 0) {
            return Math.sqrt(past * past + beside * beside);
        }
        return Math.max(past, beside);
    }
}
