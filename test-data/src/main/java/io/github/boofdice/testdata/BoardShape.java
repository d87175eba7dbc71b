package io.github.boofdice.testdata;

/**
 * A piece of copper, or of none: a rectangle at any angle whose corners are rounded.
 *
 * @param x middle in pixels from the left
 * @param y middle in pixels from the top
 * @param cos of its long side's angle
 * @param sin of it
 * @param a half length along that side, without the rounding
 * @param b half length across, without the rounding
 * @param radius of the rounding
 */
record BoardShape(double x, double y, double cos, double sin, double a, double b, double radius) {
    static BoardShape disc(double x, double y, double radius) {
        return new BoardShape(x, y, 1, 0, 0, 0, radius);
    }

    static BoardShape box(double x, double y, double halfWidth, double halfHeight, double rounding) {
        return new BoardShape(x, y, 1, 0, halfWidth - rounding, halfHeight - rounding, rounding);
    }

    /** A line with round ends. */
    static BoardShape line(double x0, double y0, double x1, double y1, double halfWidth) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.sqrt(dx * dx + dy * dy);
        double cos = length == 0 ? 1 : dx / length;
        double sin = length == 0 ? 0 : dy / length;
        return new BoardShape((x0 + x1) / 2, (y0 + y1) / 2, cos, sin, length / 2, 0, halfWidth);
    }

    /** How deep a place lies inside, in pixels; negative outside. */
    double depth(double px, double py) {
        double u = Math.abs(cos * (px - x) + sin * (py - y)) - a;
        double v = Math.abs(cos * (py - y) - sin * (px - x)) - b;
        double out = Math.max(u, 0) * Math.max(u, 0) + Math.max(v, 0) * Math.max(v, 0);
        return radius - (out > 0 ? Math.sqrt(out) : Math.max(u, v));
    }

    /** Half the width of an upright box that holds it. */
    double reachX() {
        return Math.abs(cos) * a + Math.abs(sin) * b + radius;
    }

    /** Half its height. */
    double reachY() {
        return Math.abs(sin) * a + Math.abs(cos) * b + radius;
    }
}
