/**
 * The seed project's difference method, to the letter: a baseline that the library is measured against, not a stage of it.
 *
 * <p>What enters are 8-bit pictures: good ones to make one template a pose
 * ({@link io.github.boofdice.classic.RunningAverage}, then once through a JPEG of quality 95, which {@code io} does), then any
 * picture to be judged ({@link io.github.boofdice.classic.DifferenceMethod}). What leaves is a
 * {@link io.github.boofdice.classic.DifferenceResult}: counts a template, two measures and a verdict. {@code evaluate} compares it
 * with the library's own inspector.
 *
 * <p>Nothing here aligns, masks or calibrates. The thresholds were tuned on one capture of dice and do not hold on the next.
 */
@NullMarked
package io.github.boofdice.classic;

import org.jspecify.annotations.NullMarked;
