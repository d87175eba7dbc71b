package io.github.boofdice.benchmarks;

/** Rows to work on for {@link ScoreLoops#largestDeviation}. */
final class DeviationRoom {
    static final int REACH = 2;
    static final int SIDE = 2 * REACH + 1;

    /** Of the last five rows, and one of zeros. */
    final float[][] deviations;
    /** Their sums, between zeros. */
    final float[] sums;

    final float[][] shifted;
    final float[] most;

    DeviationRoom(int width) {
        deviations = new float[SIDE + 1][width];
        sums = new float[width + 2 * REACH];
        shifted = new float[SIDE][width];
        most = new float[width];
    }

    /** Deviations of a row, zeros beyond the plane. */
    float[] row(int y, int height) {
        return y < 0 || y >= height ? deviations[SIDE] : deviations[y % SIDE];
    }
}
