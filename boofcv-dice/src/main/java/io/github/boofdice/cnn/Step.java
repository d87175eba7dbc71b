package io.github.boofdice.cnn;

/** One layer, or several fused into one, ready to be computed. Immutable but for its weights, which training changes. */
@FunctionalInterface
interface Step {
    /**
     * Gives it the memory of one caller. All that is needed is allocated here.
     *
     * @param in where the values of the step before will stand
     * @param out where to put the results; not the same array
     */
    Pass open(float[] in, float[] out);

    /** Takes note that the numbers in the layer's own tensors are others now. Only a {@link Trainer} changes them, in layers that nobody else sees, while no pass runs. */
    default void weightsChanged() {}
}
