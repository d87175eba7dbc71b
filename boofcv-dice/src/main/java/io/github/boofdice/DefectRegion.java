package io.github.boofdice;

import io.github.boofdice.score.Polarity;
import java.util.Locale;
import java.util.Objects;

/**
 * One place where a picture differs from what was learned, in the picture's own pixels. Pieces of one polarity with four pixels or fewer (of 128) between them are
 * one place: a broken line, the letters of a word.
 *
 * @param x column of the box's left edge, 0 at the left of the picture
 * @param y row of the box's top edge, 0 at the top of the picture
 * @param width width of the box in pixels, at least 1
 * @param height height of the box in pixels, at least 1
 * @param area how many pixels belong to the region, 1 to width x height
 * @param centroidX column of the middle of these pixels, their mean; whole numbers are the middles of pixels, and it lies in the box: x - 0.5 to x + width - 0.5
 * @param centroidY row of it, likewise
 * @param polarity whether the region is lighter or darker than it should be
 * @param contrast greatest difference from its surroundings, compared with the good pictures, in grey levels of theirs after a slight smoothing, at least 0: a wide
 *     mark has its own contrast, a line of one pixel about half of it
 * @param peak the strongest evidence inside the region over the limit of what good pictures show there, at least 0
 * @param share the region's part of the evidence of all regions of the picture, {@link Inspection#dismissed()} ones too, 0..1; together they make 1
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/HeatMapAndRegions.html">Tutorial: heat map, regions and report</a>
 */
public record DefectRegion(
        int x,
        int y,
        int width,
        int height,
        int area,
        double centroidX,
        double centroidY,
        Polarity polarity,
        double contrast,
        double peak,
        double share) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when the corner is negative, the box is empty, the area or the centroid does not fit into it, the contrast or the peak is
     *     negative or not finite, or the share lies outside 0..1
     */
    public DefectRegion {
        Objects.requireNonNull(polarity, "polarity");
        if (x < 0 || y < 0) {
            throw new IllegalArgumentException(
                    "the box's corner must lie in the picture but is (" + x + ", " + y + ")");
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("the box must hold a pixel but is " + width + " x " + height);
        }
        if (area < 1 || area > (long) width * height) {
            throw new IllegalArgumentException(
                    "area must be 1.." + (long) width * height + " (the box's pixels) but is " + area);
        }
        if (!(centroidX >= x - 0.5 && centroidX <= x + width - 0.5)
                || !(centroidY >= y - 0.5 && centroidY <= y + height - 0.5)) {
            throw new IllegalArgumentException("the centroid (" + centroidX + ", " + centroidY
                    + ") must lie in the box of " + width + " x " + height + " pixels at (" + x + ", " + y + ")");
        }
        atLeastZero("contrast", contrast);
        atLeastZero("peak", peak);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must lie in 0..1 but is " + share);
        }
    }

    private static void atLeastZero(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number of at least 0 but is " + value);
        }
    }

    /**
     * Says all this in a few words, for example {@code dark, 14 x 3 px about 37.2, 91.0; area 31 px, 44 grey levels, 9.1 times the limit, 62 % of the evidence}. English,
     * whatever the locale; the words may change between versions.
     *
     * @return one line
     */
    public String explain() {
        return String.format(
                Locale.ROOT,
                "%s, %d x %d px about %.1f, %.1f; area %d px, %.0f grey levels, %s times the limit, %.0f %% of the evidence",
                Explanation.word(polarity),
                width,
                height,
                centroidX,
                centroidY,
                area,
                contrast,
                Explanation.decimal(peak),
                100 * share);
    }
}
