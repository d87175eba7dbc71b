package io.github.boofdice;

import java.io.IOException;

/**
 * Says in one line why nothing can be learned from what was given: a folder without pictures, a single picture, a
 * false-reject rate that so few pictures cannot support.
 */
public final class LearningException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one line that names the folder or the argument, what is wrong with it and the rule
     */
    public LearningException(String message) {
        super(message);
    }
}
