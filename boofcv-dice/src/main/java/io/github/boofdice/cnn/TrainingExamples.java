package io.github.boofdice.cnn;

/** Where examples to learn from come: as many as are asked for, each told by its number alone. Called by several threads at once. */
@FunctionalInterface
public interface TrainingExamples {
    /**
     * Writes an example, the same for the same number whatever thread asks.
     *
     * @param number from 0
     * @param values as many as the network's input has, channel by channel and row by row; zeros when called
     * @param classes a class, counted from 0, for each cell of the network's output plane, row by row (a single one where the output is a vector), or -1 where a cell does not count; zeros when called
     */
    void example(long number, float[] values, int[] classes);
}
