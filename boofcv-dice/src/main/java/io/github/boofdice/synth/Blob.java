package io.github.boofdice.synth;

import java.util.SplittableRandom;

/** A closed shape, round with waves or square, filled or an outline of some width. */
final class Blob implements Mark {
    private static final int WAVES = 4;

    private final double radius;
    private final double stretch;
    private final double c;
    private final double s;
    private final boolean square;
    private final double outline;
    private final double softness;
    private final double[] amplitude = new double[WAVES];
    private final double[] phase = new double[WAVES];

    /**
     * @param radius in pixels
     * @param square whether it has corners
     * @param outline width of its line, or 0 where it is filled
     * @param softness of its edge, in pixels
     */
    Blob(double radius, boolean square, double outline, double softness, SplittableRandom random) {
        this.radius = radius;
        this.square = square;
        this.outline = outline;
        this.softness = softness;
        stretch = 0.5 + 0.5 * random.nextDouble();
        double way = 2 * Math.PI * random.nextDouble();
        c = StrictMath.cos(way);
        s = StrictMath.sin(way);
        double rough = 0.25 * random.nextDouble();
        for (int k = 0; k < WAVES; k++) {
            amplitude[k] = rough * random.nextDouble();
            phase[k] = 2 * Math.PI * random.nextDouble();
        }
    }

    @Override
    public double reach() {
        double waves = 1;
        for (double a : amplitude) {
            waves += a;
        }
        return (square ? Math.sqrt(2) : waves) * radius + outline + softness;
    }

    @Override
    public double covers(double x, double y) {
        double u = c * x + s * y;
        double v = (c * y - s * x) / stretch;
        double far = square ? Math.max(Math.abs(u), Math.abs(v)) : Math.sqrt(u * u + v * v);
        double edge = radius;
        if (!square) {
            double angle = StrictMath.atan2(v, u);
            for (int k = 0; k < WAVES; k++) {
                edge += radius * amplitude[k] * StrictMath.cos((k + 2) * angle + phase[k]);
            }
        }
        double inside = outline > 0 ? outline / 2 - Math.abs(edge - far) : edge - far;
        return Mark.edge(inside, softness);
    }
}
