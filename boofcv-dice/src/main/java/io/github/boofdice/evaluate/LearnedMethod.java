package io.github.boofdice.evaluate;

import java.util.Objects;

/**
 * A method and what it cost to learn it.
 *
 * @param method ready to judge
 * @param learningSeconds how long learning took by the clock, in seconds
 */
public record LearnedMethod(Method method, double learningSeconds) {
    private static final double SECOND = 1e9;

    /** Checks that nothing is missing. */
    public LearnedMethod {
        Objects.requireNonNull(method, "method");
    }

    /**
     * Notes that a method has just been learned.
     *
     * @param start what {@link System#nanoTime} said when learning began
     * @param method what was learned
     * @return the method with the time that has passed since
     */
    public static LearnedMethod since(long start, Method method) {
        return new LearnedMethod(method, (System.nanoTime() - start) / SECOND);
    }
}
