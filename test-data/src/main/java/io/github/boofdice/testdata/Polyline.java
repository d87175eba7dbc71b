package io.github.boofdice.testdata;

/** Straight pieces joined end to end. */
final class Polyline {
    private final double[] xs;
    private final double[] ys;

    /** The corners; not copied, at least two of them, and none upon the one before. */
    Polyline(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /** Corners at equal steps along a line of this length, moved aside by {@code aside[i]}; then turned and shifted. */
    static Polyline along(double x, double y, double angle, double length, double[] aside) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double[] xs = new double[aside.length];
        double[] ys = new double[aside.length];
        for (int i = 0; i < aside.length; i++) {
            double s = length * ((double) i / (aside.length - 1) - 0.5);
            xs[i] = x + cos * s - sin * aside[i];
            ys[i] = y + sin * s + cos * aside[i];
        }
        return new Polyline(xs, ys);
    }

    /** Distance in pixels from a point to the nearest piece. */
    double distance(double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < xs.length; i++) {
            least = Math.min(least, square(x, y, i));
        }
        return Math.sqrt(least);
    }

    private double square(double x, double y, int i) {
        double dx = xs[i] - xs[i - 1];
        double dy = ys[i] - ys[i - 1];
        double px = x - xs[i - 1];
        double py = y - ys[i - 1];
        double t = Curves.clamp((px * dx + py * dy) / (dx * dx + dy * dy));
        double ex = px - t * dx;
        double ey = py - t * dy;
        return ex * ex + ey * ey;
    }
}
