package io.github.boofdice.kernel;

/**
 * Counts where one picture after the other differs from templates, for the seed project's difference method. Internal, as {@link Kernels}. One thread at a time.
 */
public interface LevelCounter {
    /** Where a picture's levels are written, row by row, before {@link #count}; those beyond the last are not touched. */
    byte[] levels();

    /**
     * Counts pixels that differ by more than the threshold.
     *
     * @param absDiff of each template, those that differ from it
     * @param subtract of each template, those that are, stretched, greater
     */
    void count(int[] absDiff, int[] subtract);
}
