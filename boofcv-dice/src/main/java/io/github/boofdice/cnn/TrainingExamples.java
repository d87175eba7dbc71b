package io.github.boofdice.cnn;

/** Where examples come from: any number of them, each told by its number alone. Called by several threads at once. */
public interface TrainingExamples {
    /**
     * Writes an example; the same for the same number, whatever thread asks.
     *
     * @param number 0, 1, 2 ...
     * @param values takes as many values as the network's input has
     * @param classes takes one class, 0 or more, a cell of the network's output plane (one for a vector), or -1 where a cell does not count
     */
    void example(long number, float[] values, int[] classes);
}
