/**
 * Last stage: what a score means.
 *
 * <p>Scores of good pictures enter once, while learning; a threshold for a stated false-reject rate and the p-value of any score leave.
 */
@NullMarked
package io.github.boofdice.decide;

import org.jspecify.annotations.NullMarked;
