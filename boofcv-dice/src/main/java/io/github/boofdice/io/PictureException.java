package io.github.boofdice.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A picture file that cannot be used: missing, not a picture, damaged, of a size out of range, or in a colour model that
 * has no defined grey. The message is one line, {@code FILE: reason}.
 */
public final class PictureException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The file as the caller named it. */
    private final String file;
    /** What is wrong with it, in one line. */
    private final String reason;

    /**
     * Reports one unusable picture.
     *
     * @param file the file as the caller named it
     * @param reason what is wrong with it; line breaks become blanks
     */
    public PictureException(String file, String reason) {
        this(file, reason, null);
    }

    /**
     * Reports one unusable picture and what led to it.
     *
     * @param file the file as the caller named it
     * @param reason what is wrong with it; line breaks become blanks
     * @param cause the failure below, or null
     */
    public PictureException(String file, String reason, @Nullable Throwable cause) {
        super(oneLine(file) + ": " + oneLine(reason), cause);
        this.file = file;
        this.reason = oneLine(reason);
    }

    /** {@return the file as the caller named it} */
    public String file() {
        return file;
    }

    /** {@return what is wrong with the file, one line without its name} */
    public String reason() {
        return reason;
    }

    // Decoders put line breaks, and sometimes bytes of the damaged file, into their messages.
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
