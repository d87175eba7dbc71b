package io.github.boofdice.flat;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** What the points of each cell say of its shift: normal equations of two unknowns, solved for all cells as one affine map, or with springs between neighbours. */
final class CellEquations {
    /** A spring between neighbours is so stiff, as a share of what a cell's points weigh on average. */
    private static final double SPRING = 0.07;
    /** And one that pulls towards the affine map. */
    private static final double ANCHOR = 0.02;

    private static final int SWEEPS = 12;
    private static final int UNKNOWNS = 3;

    private final ShiftField field;
    final float[] xx;
    final float[] xy;
    final float[] yy;
    final float[] bx;
    final float[] by;
    /** How far each cell lies from where the affine map puts it. */
    private final float[] asideX;

    private final float[] asideY;
    private final float[] wantX;
    private final float[] wantY;

    CellEquations(ShiftField field) {
        this.field = field;
        xx = new float[field.knots()];
        xy = new float[field.knots()];
        yy = new float[field.knots()];
        bx = new float[field.knots()];
        by = new float[field.knots()];
        asideX = new float[field.knots()];
        asideY = new float[field.knots()];
        wantX = new float[field.knots()];
        wantY = new float[field.knots()];
    }

    void begin() {
        Arrays.fill(asideX, 0);
        Arrays.fill(asideY, 0);
        clear();
    }

    void clear() {
        Arrays.fill(xx, 0);
        Arrays.fill(xy, 0);
        Arrays.fill(yy, 0);
        Arrays.fill(bx, 0);
        Arrays.fill(by, 0);
    }

    private double meanWeight() {
        double sum = 0;
        for (int i = 0; i < xx.length; i++) {
            sum += xx[i] + yy[i];
        }
        return sum / (2.0 * field.columns * field.rows);
    }

    /** Moves the whole field by the affine map that suits all cells best; how far, in pixels at the most. */
    double moveAffine() {
        double weight = meanWeight();
        if (weight <= 0) {
            return 0;
        }
        DMatrixRMaj a = new DMatrixRMaj(2 * UNKNOWNS, 2 * UNKNOWNS);
        DMatrixRMaj b = new DMatrixRMaj(2 * UNKNOWNS, 1);
        double[] j = new double[UNKNOWNS];
        for (int row = 0; row < field.rows; row++) {
            for (int column = 0; column < field.columns; column++) {
                int k = field.knot(column, row);
                place(j, column, row);
                for (int p = 0; p < UNKNOWNS; p++) {
                    b.add(p, 0, j[p] * bx[k]);
                    b.add(UNKNOWNS + p, 0, j[p] * by[k]);
                    for (int q = 0; q < UNKNOWNS; q++) {
                        a.add(p, q, j[p] * j[q] * xx[k]);
                        a.add(p, UNKNOWNS + q, j[p] * j[q] * xy[k]);
                        a.add(UNKNOWNS + p, q, j[p] * j[q] * xy[k]);
                        a.add(UNKNOWNS + p, UNKNOWNS + q, j[p] * j[q] * yy[k]);
                    }
                }
            }
        }
        for (int p = 0; p < 2 * UNKNOWNS; p++) {
            // What no edge tells of stays as it is: the ridge weighs as a hundredth of one cell.
            a.add(p, p, 0.01 * weight);
        }
        DMatrixRMaj step = new DMatrixRMaj(2 * UNKNOWNS, 1);
        if (!CommonOps_DDRM.solve(a, b, step)) {
            return 0;
        }
        double most = 0;
        for (int row = 0; row < field.rows; row++) {
            for (int column = 0; column < field.columns; column++) {
                int k = field.knot(column, row);
                place(j, column, row);
                double sx = 0;
                double sy = 0;
                for (int p = 0; p < UNKNOWNS; p++) {
                    sx += j[p] * step.get(p);
                    sy += j[p] * step.get(UNKNOWNS + p);
                }
                field.dx[k] += (float) sx;
                field.dy[k] += (float) sy;
                most = Math.max(most, Math.max(Math.abs(sx), Math.abs(sy)));
            }
        }
        field.extend(field.dx);
        field.extend(field.dy);
        return most;
    }

    /** 1 and the cell's place in -1..1. */
    private void place(double[] j, int column, int row) {
        j[0] = 1;
        j[1] = (2.0 * column + 1) / field.columns - 1;
        j[2] = (2.0 * row + 1) / field.rows - 1;
    }

    /** Moves each cell where its points want it, held by its neighbours, no further than {@code most} pixels from the affine map. */
    void moveCells(double most) {
        float weight = (float) meanWeight();
        if (weight <= 0) {
            return;
        }
        float spring = (float) (SPRING * weight);
        float anchor = (float) (ANCHOR * weight);
        for (int k = 0; k < xx.length; k++) {
            wantX[k] = bx[k] + xx[k] * asideX[k] + xy[k] * asideY[k];
            wantY[k] = by[k] + xy[k] * asideX[k] + yy[k] * asideY[k];
            field.dx[k] -= asideX[k];
            field.dy[k] -= asideY[k];
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int row = 0; row < field.rows; row++) {
                for (int column = 0; column < field.columns; column++) {
                    relax(column, row, spring, anchor);
                }
            }
        }
        for (int row = 0; row < field.rows; row++) {
            for (int column = 0; column < field.columns; column++) {
                int k = field.knot(column, row);
                asideX[k] = (float) Math.max(-most, Math.min(most, asideX[k]));
                asideY[k] = (float) Math.max(-most, Math.min(most, asideY[k]));
                field.dx[k] += asideX[k];
                field.dy[k] += asideY[k];
            }
        }
        field.extend(field.dx);
        field.extend(field.dy);
    }

    /** One step of Gauss and Seidel. */
    private void relax(int column, int row, float spring, float anchor) {
        int k = field.knot(column, row);
        float sumX = 0;
        float sumY = 0;
        int neighbours = 0;
        if (column > 0) {
            sumX += asideX[k - 1];
            sumY += asideY[k - 1];
            neighbours++;
        }
        if (column < field.columns - 1) {
            sumX += asideX[k + 1];
            sumY += asideY[k + 1];
            neighbours++;
        }
        if (row > 0) {
            sumX += asideX[k - field.stride];
            sumY += asideY[k - field.stride];
            neighbours++;
        }
        if (row < field.rows - 1) {
            sumX += asideX[k + field.stride];
            sumY += asideY[k + field.stride];
            neighbours++;
        }
        float hold = spring * neighbours + anchor;
        float a = xx[k] + hold;
        float d = yy[k] + hold;
        float c = xy[k];
        float u = wantX[k] + spring * sumX;
        float v = wantY[k] + spring * sumY;
        float det = a * d - c * c;
        asideX[k] = (d * u - c * v) / det;
        asideY[k] = (a * v - c * u) / det;
    }
}
