package io.github.boofdice.testdata;

/**
 * A thin scratch: nearly straight, with slight kinks.
 *
 * @param x middle, die coordinate in pixels
 * @param y middle, die coordinate in pixels
 * @param angle direction in radians, clockwise from the die's right
 * @param length from end to end in pixels, 1 .. 110
 * @param width in pixels, 1 .. 8
 * @param contrast nominal contrast in grey levels; at a width of 1 pixel half to all of it is seen, as the line falls
 * @param seed decides the kinks
 */
public record Scratch(double x, double y, double angle, double length, double width, double contrast, long seed)
        implements Defect {
    private static final int CORNERS = 7;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public Scratch {
        Check.defect(x, y, contrast);
        Check.finite("angle", angle);
        Check.between("length", length, 1, 110);
        Check.between("width", width, 1, 8);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.SCRATCH;
    }

    @Override
    public double reach() {
        return length / 2 + 0.1 * length + width / 2 + 1;
    }

    @Override
    public Footprint footprint() {
        SeededRandom random = new SeededRandom(seed);
        double[] aside = new double[CORNERS];
        double slope = 0;
        for (int i = 1; i < CORNERS; i++) {
            slope = 0.5 * slope + 0.006 * random.uniform(-1, 1) * length;
            aside[i] = aside[i - 1] + slope;
        }
        Polyline line = Polyline.along(x, y, angle, length, aside);
        return (px, py) -> Curves.band(line.distance(px, py), width / 2);
    }
}
