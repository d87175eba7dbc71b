package io.github.boofdice.benchmarks;

/** What {@link ScoreLoops#largestDeviation} works on, for planes of one size. */
final class DeviationRoom {
    static final int REACH = Rows.MARGIN;
    static final int SIDE = 2 * REACH + 1;
    /** Rows that two sums of {@value #SIDE} need. */
    private static final int TOGETHER = SIDE + 1;

    /** Of all rows, after {@value #REACH} arrays with the rows before the first and ahead of {@value #REACH} with those after the last. */
    final float[][] deviations;
    /** Of five rows, for two neighbouring rows; zeros after the last, since what is moved reaches beyond it. */
    final float[][] sums;
    /** Those sums, moved by 1, 2, and so on. */
    final float[][] moved;

    final float[] most;
    /**
     * Deviations in the layout of blocks, with {@value #REACH} rows before and after, and a vector before each and after it. Of most rows no more than {@value #TOGETHER} are there at once, so
     * that they stay at hand; the first and the last ones are found before the others.
     */
    final float[][] blockDeviations;
    /** Sums of five rows of them, for two neighbouring rows, with {@value #REACH} vectors before each and after it. */
    final float[][] blockSums;

    private final int stride;
    private final int kept;

    DeviationRoom(int side) {
        Rows rows = Rows.zeros(side);
        int length = rows.arrays()[0].length;
        stride = rows.stride();
        kept = side * stride / rows.arrays().length - stride;
        deviations = new float[rows.arrays().length + 2 * REACH][length];
        sums = new float[2][length + Rows.VECTOR];
        moved = new float[SIDE][length];
        most = new float[length];
        float[][] blocks = rows.blocks();
        blockDeviations = new float[blocks.length + 2 * REACH][blocks[0].length + 2 * Rows.VECTOR];
        for (int i = 2 * REACH + TOGETHER; i < blocks.length; i++) {
            blockDeviations[i] = blockDeviations[i - TOGETHER];
        }
        blockSums = new float[2][blocks[0].length + 2 * REACH * Rows.VECTOR];
    }

    /** What comes before the rows of the first array are those of the last, one further; with zeros before the first row and after the last. */
    void complete() {
        int arrays = deviations.length - 2 * REACH;
        for (int i = 0; i < REACH; i++) {
            System.arraycopy(deviations[arrays + i], 0, deviations[i], stride, kept);
            System.arraycopy(deviations[REACH + i], stride, deviations[REACH + arrays + i], 0, kept);
        }
    }
}
