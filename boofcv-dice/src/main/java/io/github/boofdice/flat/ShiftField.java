package io.github.boofdice.flat;

/**
 * Where each place of a template lies in a picture: a shift at the middle of every cell of a coarse grid, bilinear between them and going on in a straight line beyond
 * the outermost. Lengths are pixels of the template. One thread at a time.
 */
final class ShiftField {
    /** About so many pixels a cell. */
    private static final double CELL = 64;

    final int columns;
    final int rows;
    private final double cellWidth;
    private final double cellHeight;
    /** With one more knot on every side. */
    final int stride;

    final float[] dx;
    final float[] dy;

    ShiftField(int width, int height) {
        columns = Math.max(2, (int) Math.round(width / CELL));
        rows = Math.max(2, (int) Math.round(height / CELL));
        cellWidth = (double) width / columns;
        cellHeight = (double) height / rows;
        stride = columns + 2;
        dx = new float[stride * (rows + 2)];
        dy = new float[dx.length];
    }

    int knots() {
        return dx.length;
    }

    /** The knot of a cell. */
    int knot(int column, int row) {
        return (row + 1) * stride + column + 1;
    }

    /** The cell that a place lies in. */
    int cell(double x, double y) {
        int column = (int) Math.max(0, Math.min(columns - 1, (x + 0.5) / cellWidth));
        int row = (int) Math.max(0, Math.min(rows - 1, (y + 0.5) / cellHeight));
        return knot(column, row);
    }

    double middleX(int column) {
        return (column + 0.5) * cellWidth - 0.5;
    }

    double middleY(int row) {
        return (row + 0.5) * cellHeight - 0.5;
    }

    /** Column of the place in knots: its whole part is the knot before it. */
    float across(double x) {
        return (float) Math.max(0, Math.min(columns + 0.999, (x + 0.5) / cellWidth + 0.5));
    }

    float down(double y) {
        return (float) Math.max(0, Math.min(rows + 0.999, (y + 0.5) / cellHeight + 0.5));
    }

    static float at(float[] values, int stride, int knot, float a, float b) {
        float upper = values[knot] + a * (values[knot + 1] - values[knot]);
        int below = knot + stride;
        float lower = values[below] + a * (values[below + 1] - values[below]);
        return upper + b * (lower - upper);
    }

    /** Value of a plane of knots at a place. */
    float at(float[] values, double x, double y) {
        float across = across(x);
        float down = down(y);
        int column = (int) across;
        int row = (int) down;
        return at(values, stride, row * stride + column, across - column, down - row);
    }

    /** Goes on beyond the outermost middles. */
    void extend(float[] values) {
        for (int row = 1; row <= rows; row++) {
            int first = row * stride;
            values[first] = 2 * values[first + 1] - values[first + 2];
            int last = first + columns + 1;
            values[last] = 2 * values[last - 1] - values[last - 2];
        }
        int bottom = (rows + 1) * stride;
        for (int column = 0; column < stride; column++) {
            values[column] = 2 * values[column + stride] - values[column + 2 * stride];
            int last = bottom + column;
            values[last] = 2 * values[last - stride] - values[last - 2 * stride];
        }
    }
}
