package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;

/**
 * How a picture differs from a template, in the template's pose.
 *
 * @param raw greatest value of the map
 * @param map at each pixel of the scored disc the strongest evidence of any filter, in limits of good pictures; 0 elsewhere: it decides
 * @param heat at each pixel of the scored disc how much speaks for a defect just there, in limits; 0 elsewhere: it shows where
 */
public record Difference(double raw, GrayF32 map, GrayF32 heat) {}
