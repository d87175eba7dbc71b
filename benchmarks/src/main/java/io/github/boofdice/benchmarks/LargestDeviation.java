package io.github.boofdice.benchmarks;

/**
 * Of {@code |picture - mean| / spread}, averaged over 5 x 5 pixels with 0 beyond the edges, the maximum; for square planes of one size, each laid out as the loops want it. Either kind of {@link ScoreLoops}
 * has its own, and both give the same bits. One thread at a time.
 */
abstract class LargestDeviation {
    static final int REACH = 2;
    static final int SIDE = 2 * REACH + 1;

    /** Of a plane, row by row. */
    abstract float[][] layOut(float[] values);

    /** All three laid out. */
    abstract float of(float[][] picture, float[][] mean, float[][] overSpread);
}
