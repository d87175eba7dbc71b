package io.github.boofdice;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says in one line why a file is no usable region: no picture and no polygons, a vertex outside the frame, or something else altogether. */
public final class RegionFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message one line that names the file, the line where there is one, and what is wrong with it
     * @param cause the failure below, or null
     */
    public RegionFormatException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
