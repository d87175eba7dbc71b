/**
 * Writes down what an evaluation found.
 *
 * <p>What enters: an {@link io.github.boofdice.evaluate.Evaluation}. What leaves: files that people and programs read.
 * The next stage, {@code cli}, hands them to the user.
 */
@NullMarked
package io.github.boofdice.report;

import org.jspecify.annotations.NullMarked;
