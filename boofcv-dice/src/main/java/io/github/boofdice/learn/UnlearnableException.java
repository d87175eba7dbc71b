package io.github.boofdice.learn;

/** Says in one line why nothing can be learned from pictures that are well in themselves. */
public final class UnlearnableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnlearnableException(String message) {
        super(message);
    }
}
