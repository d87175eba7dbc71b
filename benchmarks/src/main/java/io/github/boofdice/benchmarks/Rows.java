package io.github.boofdice.benchmarks;

/**
 * A square plane of floating-point values as each kind of {@link ScoreLoops} takes it for {@link ScoreLoops#largestDeviation}.
 *
 * @param arrays for plain Java: some rows to an array, far from each other, so that a row's neighbours stand at the same place of the next arrays, and each array is long enough for a loop
 *     to be worth its start; the first row of each follows that of the one before, and {@value #MARGIN} zeros stand before each row and after it
 * @param stride from a row of such an array to its next
 * @param blocks for vectors: the plane falls into {@value #BLOCKS} x {@value #BLOCKS} blocks, and what stands at the same place of all of them stands together. There is an array for each row
 *     of a block. So a pixel's neighbours are the same element of other vectors, but at the edges of blocks
 */
record Rows(float[][] arrays, int stride, float[][] blocks) {
    static final int MARGIN = 2;
    /** The longest there is. */
    static final int VECTOR = 16;
    /** With so many more, and the header, an array of rows fills lines of the cache: those made one after the other lie in them alike, and fewer vectors straddle two. */
    private static final int FILL = 12;

    /** Next to each other, and below each other. */
    static final int BLOCKS = 4;

    private static final int LENGTH = 512;

    /** Of a square plane, row by row. */
    static Rows of(float[] values, int side) {
        Rows rows = zeros(side);
        int blockSide = side / BLOCKS;
        for (int y = 0; y < side; y++) {
            int from = y / rows.arrays.length * rows.stride + MARGIN;
            System.arraycopy(values, y * side, rows.arrays[y % rows.arrays.length], from, side);
            for (int x = 0; x < side; x++) {
                int block = y / blockSide * BLOCKS + x / blockSide;
                rows.blocks[y % blockSide][x % blockSide * VECTOR + block] = values[y * side + x];
            }
        }
        return rows;
    }

    static Rows zeros(int side) {
        int together = Math.max(1, LENGTH / side);
        int stride = side + 2 * MARGIN;
        int vectors = (together * stride + VECTOR - 1) / VECTOR;
        return new Rows(
                new float[side / together][vectors * VECTOR + FILL],
                stride,
                new float[side / BLOCKS][side / BLOCKS * VECTOR]);
    }
}
