/**
 * Measures an inspector on pictures whose truth is known.
 *
 * <p>What enters: a folder with {@code normal/} and {@code anomalous/} and an inspector, or a recipe that learns one
 * ({@link io.github.boofdice.evaluate.CrossFit}), or several methods to be set side by side ({@link io.github.boofdice.evaluate.MethodComparison}). What leaves: an {@link io.github.boofdice.evaluate.Evaluation} with
 * every judged picture, the figures, their intervals, and what went wrong on the way. The next stage, {@code report},
 * writes it down.
 */
@NullMarked
package io.github.boofdice.evaluate;

import org.jspecify.annotations.NullMarked;
