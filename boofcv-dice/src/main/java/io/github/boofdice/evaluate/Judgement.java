package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.Objects;

/**
 * What a {@link Method} says about one picture.
 *
 * @param verdict normal or anomalous
 * @param score ranks pictures, the higher the more anomalous; not NaN, in units of the method's own
 */
public record Judgement(Verdict verdict, double score) {
    /**
     * Checks the score.
     *
     * @throws IllegalArgumentException when it is NaN
     */
    public Judgement {
        Objects.requireNonNull(verdict, "verdict");
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score must be a number but is NaN");
        }
    }
}
