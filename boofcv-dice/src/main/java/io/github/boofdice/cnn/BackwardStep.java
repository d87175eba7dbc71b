package io.github.boofdice.cnn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One layer in training. Its weights are its own and change; passes of several threads read them between changes. */
interface BackwardStep {
    /**
     * Gives it the memory of one thread. Arrays may be longer than needed.
     *
     * @param in the values of the layer before
     * @param out where to put the layer's own
     * @param outGradient how the loss changes with each value of {@code out}
     * @param inGradient where to put how it changes with each value of {@code in}; null if nobody needs it
     */
    BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient);

    /** What it learns, the same arrays each time. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Takes note that parameters have changed. */
    default void weightsChanged() {}

    /** Whether the pass backward needs the pass forward to have been run just before. */
    default boolean needsForward() {
        return true;
    }

    /** The layer with its weights as they are now. */
    Layer layer();
}
