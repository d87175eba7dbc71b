package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A picture file whose folder says what it shows.
 *
 * @param path where it lies
 * @param file the same, relative to the labelled folder, with '/' between the parts
 * @param folder what {@code file} holds before the last '/'
 * @param truth normal below {@code normal/}, anomalous below {@code anomalous/}
 */
public record LabelledPicture(Path path, String file, String folder, Verdict truth) {
    /** Checks that nothing is missing. */
    public LabelledPicture {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(truth, "truth");
    }
}
