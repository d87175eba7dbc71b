package io.github.boofdice.testdata;

/**
 * A stroke of a pen: bent like an S or a C, with round ends.
 *
 * @param x middle, die coordinate in pixels
 * @param y middle, die coordinate in pixels
 * @param angle direction in radians, clockwise from the die's right
 * @param length from end to end in pixels, 1 .. 110
 * @param width in pixels, 1 .. 40
 * @param contrast nominal contrast in grey levels
 * @param seed decides how it bends
 */
public record InkStroke(double x, double y, double angle, double length, double width, double contrast, long seed)
        implements Defect {
    private static final int CORNERS = 25;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public InkStroke {
        Check.defect(x, y, contrast);
        Check.finite("angle", angle);
        Check.between("length", length, 1, 110);
        Check.between("width", width, 1, 40);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.INK_STROKE;
    }

    @Override
    public double reach() {
        return 0.62 * length + width / 2 + 1;
    }

    @Override
    public Footprint footprint() {
        SeededRandom random = new SeededRandom(seed);
        double bow = 0.16 * random.uniform(-1, 1) * length;
        double wave = 0.12 * random.uniform(-1, 1) * length;
        double[] aside = new double[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double t = 2.0 * i / (CORNERS - 1) - 1;
            aside[i] = bow * (1 - 2 * t * t) + 2.6 * wave * t * (1 - t * t);
        }
        Polyline line = Polyline.along(x, y, angle, length, aside);
        return (px, py) -> Curves.band(line.distance(px, py), width / 2);
    }
}
