package io.github.boofdice.cnn;

/** A {@link BackwardStep} bound to the memory of one thread, for one example at a time. Allocates nothing. */
interface BackwardPass {
    /** Computes the layer's values. */
    void forward();

    /**
     * Computes the gradients of what entered, and adds those of the parameters.
     *
     * @param gradients one array a parameter of the step
     */
    void backward(float[][] gradients);
}
