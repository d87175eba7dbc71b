package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.List;

/**
 * A picture on which not all methods give one verdict.
 *
 * @param file the picture, relative to the labelled folder, with '/' between the parts
 * @param truth what the folder says
 * @param judgements what each method says, in the order of the methods
 */
public record Disagreement(String file, Verdict truth, List<Judgement> judgements) {
    /** Copies the list. */
    public Disagreement {
        judgements = List.copyOf(judgements);
    }

    /**
     * Tells who is right.
     *
     * @param method the place of a method in the comparison, from 0
     * @return true when its verdict is the truth
     */
    public boolean right(int method) {
        return judgements.get(method).verdict() == truth;
    }
}
