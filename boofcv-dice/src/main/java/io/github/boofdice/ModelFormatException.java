package io.github.boofdice;

import java.io.IOException;

/** Says in one line why a file is no usable model: truncated, altered, of a later version, or something else altogether. */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one line that names the file and what is wrong with it
     */
    public ModelFormatException(String message) {
        super(message);
    }
}
