package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture on which not all methods give one verdict.
 *
 * @param path where it lies
 * @param file the same, relative to the labelled folder, with '/' between the parts
 * @param truth what the folder says
 * @param judgements what each method says, in the order of the methods
 */
public record Disagreement(Path path, String file, Verdict truth, List<Judgement> judgements) {
    /** Copies the list. */
    public Disagreement {
        judgements = List.copyOf(judgements);
    }
}
