package io.github.boofdice.evaluate;

import io.github.boofdice.io.PictureException;
import java.io.IOException;
import java.util.Objects;

/**
 * A file of a labelled folder that could not be judged; it counts in no figure.
 *
 * @param file the file, relative to the evaluated folder, with '/' between the parts
 * @param reason why, one line
 */
public record UnreadablePicture(String file, String reason) {
    /** Checks that nothing is missing. */
    public UnreadablePicture {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    /** The file, and what went wrong without naming it again. */
    static UnreadablePicture of(LabelledPicture picture, IOException problem) {
        String reason =
                problem instanceof PictureException known ? known.reason() : String.valueOf(problem.getMessage());
        return new UnreadablePicture(picture.file(), reason);
    }
}
