package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;

/**
 * How a picture differs from a template.
 *
 * @param raw greatest local mean deviation inside the scored disc, in spreads
 * @param map signed local mean deviations in the template's pose, in spreads: lighter is positive
 */
public record Difference(double raw, GrayF32 map) {}
