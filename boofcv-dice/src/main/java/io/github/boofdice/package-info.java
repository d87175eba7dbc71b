/**
 * The public door: learn from a folder of good pictures, inspect any picture, read the answer.
 *
 * <p>What enters: a folder of good pictures ({@link io.github.boofdice.DiceInspector#builder()}) or a model file
 * ({@link io.github.boofdice.DiceInspector#load}), then pictures to judge. What leaves: one
 * {@link io.github.boofdice.Inspection} a picture. Everything here is an immutable value or, like
 * {@link io.github.boofdice.DiceInspector}, safe to share between threads. The stages underneath
 * ({@code image}, {@code template}, {@code align}, {@code score}, {@code decide}, {@code learn}) do not know this
 * package; the next stage, {@code evaluate}, measures an inspector on a labelled folder.
 */
@NullMarked
package io.github.boofdice;

import org.jspecify.annotations.NullMarked;
