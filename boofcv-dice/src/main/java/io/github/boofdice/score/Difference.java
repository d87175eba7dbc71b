package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;

/**
 * How a picture differs from a template, in the template's pose.
 *
 * @param raw greatest local mean deviation inside the scored disc, in spreads
 * @param map local mean of the absolute deviations, in spreads; 0 outside the scored disc
 * @param deviation signed deviation of each pixel, in spreads: lighter is positive
 */
public record Difference(double raw, GrayF32 map, GrayF32 deviation) {}
