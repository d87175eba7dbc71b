package io.github.boofdice.evaluate;

import java.io.IOException;

/** Says in one line why a folder cannot be evaluated: it is missing, holds no pictures, or too few for the folds asked for. */
public final class EvaluationException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one line that names the folder, what is wrong with it and the rule
     */
    public EvaluationException(String message) {
        super(message);
    }
}
