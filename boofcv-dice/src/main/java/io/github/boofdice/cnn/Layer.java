package io.github.boofdice.cnn;

/** One layer with its weights: what is computed, not how. Immutable. */
sealed interface Layer
        permits Activation, BatchNormalization, Convolution, Dense, Flatten, GlobalAveragePool, Pool, Softmax {

    /** What it is called in files and messages; no other layer of the network has that name. */
    String name();

    /** Its kind and settings, as a summary says them. */
    String kind();

    /**
     * The shape that it makes of another.
     *
     * @throws IllegalArgumentException that names both sizes which do not go together
     */
    Shape output(Shape input);

    /** How many numbers were learned: none, unless the layer says so. */
    default long parameters() {
        return 0;
    }

    /** Multiplications with an addition each, for one picture: none, unless the layer says so. */
    default long multiplyAdds(Shape input) {
        return 0;
    }

    /** Makes the layer ready for inputs of a shape that {@link #output} accepts. */
    Step step(Shape input);

    /** Refuses what is no stack of planes. */
    static void requirePlanes(Shape input) {
        if (input.isVector()) {
            throw new IllegalArgumentException("it takes planes (channels x height x width)");
        }
    }
}
