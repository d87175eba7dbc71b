package io.github.boofdice.cnn;

/** A step bound to the memory of one caller; for one thread. */
@FunctionalInterface
interface Pass {
    /** Computes the results anew. Allocates nothing. */
    void run();
}
