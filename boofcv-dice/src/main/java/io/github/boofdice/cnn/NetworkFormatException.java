package io.github.boofdice.cnn;

import java.io.IOException;

/** Says in one line why a file holds no usable tensors or network: truncated, altered, with an operator that is not supported, or something else altogether. */
public final class NetworkFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one line that names the file and what is wrong with it
     */
    public NetworkFormatException(String message) {
        super(message);
    }
}
