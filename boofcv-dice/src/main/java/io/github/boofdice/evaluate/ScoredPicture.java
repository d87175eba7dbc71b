package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;

/** A picture whose truth is known, with a verdict and a score, whichever method they come from: what every figure is made of. */
public interface ScoredPicture {
    /**
     * Names the picture.
     *
     * @return the file, relative to the labelled folder, with '/' between the parts
     */
    String file();

    /**
     * Tells what the folder says.
     *
     * @return normal below {@code normal/}, anomalous below {@code anomalous/}
     */
    Verdict truth();

    /**
     * Tells which pictures show the same part in nearly the same frame; see {@link FrameRuns}.
     *
     * @return the number of the run that it belongs to, from 0
     */
    int run();

    /**
     * Tells what the method says.
     *
     * @return the verdict
     */
    Verdict verdict();

    /**
     * Tells how anomalous the method finds it.
     *
     * @return a number, the higher the more anomalous; never NaN. Scores of different methods have nothing in common
     */
    double score();

    /**
     * Compares verdict and truth.
     *
     * @return true when they agree
     */
    default boolean right() {
        return verdict() == truth();
    }
}
