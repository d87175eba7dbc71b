package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Letters scratched into the die.
 *
 * @param x middle of the word, die coordinate in pixels
 * @param y middle of the word, die coordinate in pixels
 * @param angle in which the word runs in radians, clockwise from the die's right
 * @param letters one to eight capitals A .. Z
 * @param height of a letter in pixels, 3 .. 40, line width included
 * @param lineWidth in pixels, 1 .. half the height
 * @param contrast nominal contrast in grey levels
 */
public record Engraving(
        double x, double y, double angle, String letters, double height, double lineWidth, double contrast)
        implements Defect {
    /** The height of a letter where nothing else is asked for, in pixels. */
    public static final double HEIGHT = 8;

    /** The width of a line where nothing else is asked for, in pixels. */
    public static final double LINE_WIDTH = 1.5;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range, or a letter is none of A .. Z
     */
    public Engraving {
        Check.defect(x, y, contrast);
        Check.finite("angle", angle);
        if (!letters.matches("[A-Z]{1,8}")) {
            throw new IllegalArgumentException("letters is \"" + letters + "\" but must be one to eight of A .. Z");
        }
        Check.between("height", height, 3, 40);
        Check.between("lineWidth", lineWidth, 1, height / 2);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.ENGRAVING;
    }

    @Override
    public double reach() {
        double half = halfWord() + lineWidth;
        return Math.sqrt(half * half + height * height / 4) + 1;
    }

    @Override
    public Footprint footprint() {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        List<Polyline> strokes = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            double left = i * step() - halfWord();
            for (double[] points : Letters.strokes(letters.charAt(i))) {
                double[] xs = new double[points.length / 2];
                double[] ys = new double[points.length / 2];
                for (int k = 0; k < xs.length; k++) {
                    double u = left + points[2 * k] * letterWidth();
                    double v = (points[2 * k + 1] - 0.5) * (height - lineWidth);
                    xs[k] = x + cos * u - sin * v;
                    ys[k] = y + sin * u + cos * v;
                }
                strokes.add(new Polyline(xs, ys));
            }
        }
        return (px, py) -> {
            double nearest = Double.MAX_VALUE;
            for (Polyline stroke : strokes) {
                nearest = Math.min(nearest, stroke.distance(px, py));
            }
            return Curves.band(nearest, lineWidth / 2);
        };
    }

    /** From the middle of a letter's left line to that of its right line. */
    private double letterWidth() {
        return 0.55 * (height - lineWidth);
    }

    private double step() {
        return letterWidth() + lineWidth + 0.2 * height;
    }

    private double halfWord() {
        return ((letters.length() - 1) * step() + letterWidth()) / 2;
    }
}
