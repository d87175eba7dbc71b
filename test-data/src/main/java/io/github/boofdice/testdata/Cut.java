package io.github.boofdice.testdata;

/**
 * A straight gash, widest in its middle and pointed at its ends. Where it is lighter than the print it bares the white
 * under it, and makes nothing lighter than that.
 *
 * @param x middle, die coordinate in pixels
 * @param y middle, die coordinate in pixels
 * @param angle direction in radians, clockwise from the die's right
 * @param length from end to end in pixels, 2 .. 110
 * @param width in its middle in pixels, 1.5 .. 20
 * @param contrast nominal contrast in grey levels
 */
public record Cut(double x, double y, double angle, double length, double width, double contrast) implements Defect {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public Cut {
        Check.defect(x, y, contrast);
        Check.finite("angle", angle);
        Check.between("length", length, 2, 110);
        Check.between("width", width, 1.5, 20);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.CUT;
    }

    @Override
    public double reach() {
        return Math.sqrt(length * length + width * width) / 2 + 1;
    }

    @Override
    public Footprint footprint() {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return (px, py) -> {
            double along = (cos * (px - x) + sin * (py - y)) / (length / 2);
            double across = cos * (py - y) - sin * (px - x);
            double half = width / 2 * (1 - along * along);
            return half > 0 ? Curves.band(Math.abs(across), half) : 0;
        };
    }

    @Override
    public boolean baresWhite() {
        return contrast > 0;
    }
}
