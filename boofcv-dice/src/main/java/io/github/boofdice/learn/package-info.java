/**
 * Many good pictures in, all that inspecting needs out: templates, scales, threshold.
 *
 * <p>{@link io.github.boofdice.learn.Learner} is the door and tells the order of the steps. It uses every stage ({@code image}, {@code align}, {@code score}, {@code decide}) as
 * inspecting does, and no stage knows it.
 */
@NullMarked
package io.github.boofdice.learn;

import org.jspecify.annotations.NullMarked;
