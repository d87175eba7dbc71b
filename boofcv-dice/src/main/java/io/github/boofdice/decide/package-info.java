/**
 * Last stage: what a score means.
 *
 * <p>Scores of good pictures enter once, while learning; a threshold for a stated false-reject rate and the p-value of any score leave
 * ({@link io.github.boofdice.decide.Calibration}). Later good pictures move it ({@link io.github.boofdice.decide.Recalibration}), and
 * {@link io.github.boofdice.decide.DriftCharts} notice that accepted parts no longer come like those learned from.
 */
@NullMarked
package io.github.boofdice.decide;

import org.jspecify.annotations.NullMarked;
