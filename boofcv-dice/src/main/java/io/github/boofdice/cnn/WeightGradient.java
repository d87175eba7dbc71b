package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** How the loss changes with the weights of a convolution; bound to the memory of one thread. */
interface WeightGradient {
    /** Adds the gradients of one example. */
    void add(float[] weights, float @Nullable [] bias);

    /**
     * The fastest way to compute it.
     *
     * @param in where the convolution's input will stand
     * @param outGradient where the gradient of its output will
     */
    static WeightGradient of(Convolution layer, Shape input, float[] in, float[] outGradient) {
        return KernelWeightGradient.serves(layer, input)
                ? new KernelWeightGradient(layer, input, in, outGradient)
                : new PatchWeightGradient(layer, input, in, outGradient);
    }
}
