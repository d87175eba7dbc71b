package io.github.boofdice;

import java.util.List;
import java.util.Objects;

/**
 * One face that a model knows.
 *
 * @param name the folder it was learned from; the lexically first when several folders show this face
 * @param aliases the other folders that show this face, sorted; empty when there is none
 * @param pictures from how many pictures it was learned, at least 1
 * @param symmetry its rotational order (1, 2, 3, 4, ...), or 0 when it looks the same at every angle
 */
public record FaceInfo(String name, List<String> aliases, int pictures, int symmetry) {
    /** Checks that nothing is missing and copies the list. */
    public FaceInfo {
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
    }
}
