package io.github.boofdice.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A mark of lines of one width: strokes, scratches, letters. */
final class Lines implements Mark {
    private final List<double[]> pieces = new ArrayList<>();
    private final double halfWidth;
    private final double softness;

    private Lines(double width, double softness) {
        halfWidth = width / 2;
        this.softness = softness;
    }

    /** A curve that wanders. */
    static Lines stroke(double length, double width, double bend, double softness, SplittableRandom random) {
        Lines lines = new Lines(width, softness);
        int steps = Math.max(2, (int) (length / 3));
        double way = 2 * Math.PI * random.nextDouble();
        double turn = bend * even(random);
        double x = -length / 2 * StrictMath.cos(way);
        double y = -length / 2 * StrictMath.sin(way);
        for (int i = 0; i < steps; i++) {
            double nextX = x + length / steps * StrictMath.cos(way);
            double nextY = y + length / steps * StrictMath.sin(way);
            lines.add(x, y, nextX, nextY);
            x = nextX;
            y = nextY;
            turn = 0.8 * turn + bend * even(random) * 0.6;
            way += turn;
        }
        return lines;
    }

    /** A row of signs, each of a few straight pieces between the points of a grid of three by four, at any angle. */
    static Lines letters(int count, double height, double width, double softness, SplittableRandom random) {
        Lines lines = new Lines(width, softness);
        double way = 2 * Math.PI * random.nextDouble();
        double c = StrictMath.cos(way);
        double s = StrictMath.sin(way);
        double pitch = height * (0.7 + 0.3 * random.nextDouble());
        for (int letter = 0; letter < count; letter++) {
            double left = (letter - count / 2.0) * pitch;
            int pieces = 2 + random.nextInt(4);
            int at = random.nextInt(12);
            for (int i = 0; i < pieces; i++) {
                int next = random.nextInt(12);
                double x0 = left + column(at) * height;
                double y0 = row(at) * height;
                double x1 = left + column(next) * height;
                double y1 = row(next) * height;
                lines.add(c * x0 - s * y0, s * x0 + c * y0, c * x1 - s * y1, s * x1 + c * y1);
                at = random.nextInt(4) == 0 ? random.nextInt(12) : next;
            }
        }
        return lines;
    }

    /** Of a point of the grid, in letter heights. */
    private static double column(int point) {
        return 0.28 * (point % 3);
    }

    private static double row(int point) {
        int down = point / 3;
        return (down - 1.5) / 3;
    }

    private static double even(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }

    @Override
    public double reach() {
        double far = 0;
        for (double[] piece : pieces) {
            far = Math.max(far, StrictMath.hypot(piece[0], piece[1]));
            far = Math.max(far, StrictMath.hypot(piece[0] + piece[2], piece[1] + piece[3]));
        }
        return far + halfWidth + softness;
    }

    private void add(double x0, double y0, double x1, double y1) {
        pieces.add(new double[] {x0, y0, x1 - x0, y1 - y0});
    }

    @Override
    public double covers(double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] piece : pieces) {
            double u = x - piece[0];
            double v = y - piece[1];
            double square = piece[2] * piece[2] + piece[3] * piece[3];
            double along = square == 0 ? 0 : Math.max(0, Math.min(1, (u * piece[2] + v * piece[3]) / square));
            double du = u - along * piece[2];
            double dv = v - along * piece[3];
            least = Math.min(least, du * du + dv * dv);
        }
        return Mark.edge(halfWidth - Math.sqrt(least), softness);
    }
}
