package io.github.boofdice.testdata;

import java.util.List;
import java.util.Locale;

/** The six faces of the die: one to five black pips, and for the six a printed logo. */
public enum Face {
    /** One large pip in the middle. */
    ONE(15, 0, 0),
    /** Two pips, upper right and lower left. */
    TWO(12.9, 1, -1, -1, 1),
    /** Three pips, upper right, middle, lower left. */
    THREE(12.9, 1, -1, 0, 0, -1, 1),
    /** Four pips in the corners. */
    FOUR(12.9, -1, -1, 1, -1, -1, 1, 1, 1),
    /** Five pips, in the corners and the middle. */
    FIVE(12.9, -1, -1, 1, -1, 0, 0, -1, 1, 1, 1),
    /** The printed logo: an arrow that points up, and a dot under it. No turn maps it to itself. */
    SIX(0);

    /** Radius of the flat face round the middle of the die, in pixels of a 128 x 128 picture; defects lie within. */
    public static final double RADIUS = 52;

    private static final double SPACING = 29;

    private final List<Pip> pips;

    Face(double pipRadius, double... cells) {
        Pip[] at = new Pip[cells.length / 2];
        for (int i = 0; i < at.length; i++) {
            at[i] = new Pip(SPACING * cells[2 * i], SPACING * cells[2 * i + 1], pipRadius);
        }
        this.pips = List.of(at);
    }

    /** {@return the pips, in reading order; empty for the six} */
    public List<Pip> pips() {
        return pips;
    }

    /** {@return how many turns of the die give the same print: 0 where every turn does, else 2, 4 or 1} */
    public int symmetry() {
        return switch (this) {
            case ONE -> 0;
            case TWO, THREE -> 2;
            case FOUR, FIVE -> 4;
            case SIX -> 1;
        };
    }

    /** {@return the name of the folder for this face: "one" to "six"} */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return how far a point of the die is from the print, in pixels: negative within the print, positive on the white}
     *
     * @param x die coordinate in pixels, to the right
     * @param y die coordinate in pixels, down
     */
    public double distanceToPrint(double x, double y) {
        if (this == SIX) {
            return Logo.distance(x, y);
        }
        double nearest = Double.MAX_VALUE;
        for (Pip pip : pips) {
            nearest = Math.min(nearest, pip.distance(x, y));
        }
        return nearest;
    }

    /**
     * A round black dot.
     *
     * @param x middle in die coordinates, pixels to the right
     * @param y middle in die coordinates, pixels down
     * @param radius in pixels
     */
    public record Pip(double x, double y, double radius) {
        /**
         * {@return the distance of a die point from the rim in pixels, negative within the pip}
         *
         * @param px x
         * @param py y
         */
        public double distance(double px, double py) {
            double dx = px - x;
            double dy = py - y;
            return Math.sqrt(dx * dx + dy * dy) - radius;
        }
    }
}
