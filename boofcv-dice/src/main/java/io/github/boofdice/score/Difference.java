package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;

/**
 * How a picture differs from a template, in the template's pose.
 *
 * @param raw greatest value of the map
 * @param map at each pixel of the scored disc the strongest evidence of any filter, in limits of good pictures; 0 elsewhere
 */
public record Difference(double raw, GrayF32 map) {}
