package io.github.boofdice;

import java.util.Objects;

/**
 * A picture that lay among the good ones but was not learned from.
 *
 * @param file the picture, relative to the folder that was learned from, with '/' between the parts
 * @param reason why, in words a user understands, for example {@code "shows face 06, not 05"}
 * @param readable false where the file could not be read as a picture
 */
public record ExcludedPicture(String file, String reason, boolean readable) {
    /** Checks that nothing is missing. */
    public ExcludedPicture {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }
}
