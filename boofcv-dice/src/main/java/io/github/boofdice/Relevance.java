package io.github.boofdice;

import io.github.boofdice.score.Polarity;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which of the places that differ count: below the smallest relevant defect lies dust.
 *
 * @param minArea smallest {@link DefectRegion#area()} that counts, in pixels of the picture, at least 0
 * @param minContrast smallest {@link DefectRegion#contrast()} that counts, in grey levels, 0..255
 * @param polarities which ways of differing count; not empty
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/WhatCounts.html">Tutorial: what counts</a>
 */
public record Relevance(int minArea, double minContrast, Set<Polarity> polarities) {
    /** Everything counts: what an inspector begins with. */
    public static final Relevance EVERYTHING = new Relevance(0, 0, EnumSet.allOf(Polarity.class));

    /**
     * Checks the limits and copies the set.
     *
     * @throws IllegalArgumentException when the area is negative, the contrast lies outside 0..255, or no polarity counts
     */
    public Relevance {
        if (minArea < 0) {
            throw new IllegalArgumentException("minArea must be at least 0 pixels but is " + minArea);
        }
        if (!(minContrast >= 0 && minContrast <= 255)) {
            throw new IllegalArgumentException("minContrast must lie in 0..255 grey levels but is " + minContrast);
        }
        if (polarities.isEmpty()) {
            throw new IllegalArgumentException("polarities must name light, dark or both but is empty");
        }
        polarities = Collections.unmodifiableSet(EnumSet.copyOf(polarities));
    }

    /**
     * The same with another smallest area.
     *
     * @param pixels of the picture, at least 0
     * @return a new value
     * @throws IllegalArgumentException when it is negative
     */
    public Relevance withMinArea(int pixels) {
        return new Relevance(pixels, minContrast, polarities);
    }

    /**
     * The same with another smallest contrast.
     *
     * @param greyLevels 0..255
     * @return a new value
     * @throws IllegalArgumentException when it lies outside 0..255
     */
    public Relevance withMinContrast(double greyLevels) {
        return new Relevance(minArea, greyLevels, polarities);
    }

    /**
     * The same, but only what differs this way counts.
     *
     * @param polarity lighter or darker than it should be
     * @return a new value
     */
    public Relevance only(Polarity polarity) {
        return new Relevance(minArea, minContrast, EnumSet.of(polarity));
    }

    /**
     * Tells whether a region counts.
     *
     * @param region of a picture
     * @return true when it is large and strong enough and differs in a way that counts
     */
    public boolean counts(DefectRegion region) {
        return region.area() >= minArea && region.contrast() >= minContrast && polarities.contains(region.polarity());
    }
}
