package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;

/** The places of a template that tell where it lies: the steepest of each small block, at one level of sizes. Immutable. */
final class EdgePoints {
    /** Gradients below this share of the contrast, a pixel of the level, tell nothing. */
    private static final double LEAST = 0.06;

    /** Pixels of the template a pixel of the level. */
    final int factor;

    final int size;
    /** Where, in pixels of the level. */
    final float[] x;

    final float[] y;
    final float[] value;
    /** Gradient in grey levels a pixel of the template. */
    final float[] gradientX;

    final float[] gradientY;
    /** The cell of the field, and the place between the knots. */
    final int[] cell;

    final int[] knot;
    final float[] across;
    final float[] down;

    /**
     * @param plane the template at this level
     * @param factor pixels of the template a pixel of it
     * @param block side of the blocks in pixels of the level
     * @param contrast of the template in grey levels
     */
    EdgePoints(GrayF32 plane, int factor, int block, double contrast, ShiftField field) {
        this.factor = factor;
        int most = ((plane.width + block - 1) / block) * ((plane.height + block - 1) / block);
        int[] chosen = new int[most];
        int n = 0;
        double least = Math.max(1e-3, LEAST * contrast);
        for (int top = 1; top < plane.height - 1; top += block) {
            for (int left = 1; left < plane.width - 1; left += block) {
                int best = steepest(plane, left, top, block, least * least);
                if (best >= 0) {
                    chosen[n++] = best;
                }
            }
        }
        size = n;
        x = new float[n];
        y = new float[n];
        value = new float[n];
        gradientX = new float[n];
        gradientY = new float[n];
        cell = new int[n];
        knot = new int[n];
        across = new float[n];
        down = new float[n];
        for (int i = 0; i < n; i++) {
            int at = chosen[i];
            int column = at % plane.width;
            int row = at / plane.width;
            x[i] = column;
            y[i] = row;
            value[i] = plane.data[at];
            gradientX[i] = (plane.data[at + 1] - plane.data[at - 1]) / (2 * factor);
            gradientY[i] = (plane.data[at + plane.width] - plane.data[at - plane.width]) / (2 * factor);
            double fullX = column * factor + (factor - 1) / 2.0;
            double fullY = row * factor + (factor - 1) / 2.0;
            cell[i] = field.cell(fullX, fullY);
            float inKnotsX = field.across(fullX);
            float inKnotsY = field.down(fullY);
            int knotX = (int) inKnotsX;
            int knotY = (int) inKnotsY;
            knot[i] = knotY * field.stride + knotX;
            across[i] = inKnotsX - knotX;
            down[i] = inKnotsY - knotY;
        }
    }

    private static int steepest(GrayF32 plane, int left, int top, int block, double least) {
        int best = -1;
        double most = least;
        for (int y = top; y < Math.min(plane.height - 1, top + block); y++) {
            for (int x = left; x < Math.min(plane.width - 1, left + block); x++) {
                int at = y * plane.width + x;
                double gx = (plane.data[at + 1] - plane.data[at - 1]) / 2;
                double gy = (plane.data[at + plane.width] - plane.data[at - plane.width]) / 2;
                double square = gx * gx + gy * gy;
                if (square > most) {
                    most = square;
                    best = at;
                }
            }
        }
        return best;
    }
}
