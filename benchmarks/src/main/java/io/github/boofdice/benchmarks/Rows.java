package io.github.boofdice.benchmarks;

/**
 * A plane of floating-point values as {@link ScoreLoops#largestDeviation} takes it: some rows to an array, far from each other, so that a row's neighbours stand at the same place of the
 * next arrays, and each array is long enough for a loop to be worth its start. {@value #MARGIN} zeros stand before each row and after it.
 *
 * @param arrays the first row of each follows that of the one before
 * @param stride from a row of an array to its next
 */
record Rows(float[][] arrays, int stride) {
    static final int MARGIN = 2;
    /** The longest there is; an array ends with one. */
    static final int VECTOR = 16;

    private static final int LENGTH = 512;

    /** Of a square plane, row by row. */
    static Rows of(float[] values, int side) {
        Rows rows = zeros(side);
        for (int y = 0; y < side; y++) {
            int from = y / rows.arrays.length * rows.stride + MARGIN;
            System.arraycopy(values, y * side, rows.arrays[y % rows.arrays.length], from, side);
        }
        return rows;
    }

    static Rows zeros(int side) {
        int together = Math.max(1, LENGTH / side);
        int stride = side + 2 * MARGIN;
        int vectors = (together * stride + VECTOR - 1) / VECTOR;
        return new Rows(new float[side / together][vectors * VECTOR], stride);
    }
}
