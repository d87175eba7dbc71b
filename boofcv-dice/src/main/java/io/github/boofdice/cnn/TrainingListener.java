package io.github.boofdice.cnn;

/** Hears how training goes on, on the thread that trains. What it throws ends the training and reaches the caller. */
@FunctionalInterface
public interface TrainingListener {
    /**
     * Hears of the last steps.
     *
     * @param progress of the training
     */
    void step(TrainingProgress progress);

    /** {@return whether training shall end now with what it has learned; asked after every step} */
    default boolean stops() {
        return false;
    }
}
