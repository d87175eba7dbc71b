package io.github.boofdice;

import io.github.boofdice.score.Polarity;
import java.util.Objects;

/**
 * One connected place where a picture differs from what was learned, in the picture's own pixels.
 *
 * @param x column of the box's left edge, 0 at the left of the picture
 * @param y row of the box's top edge, 0 at the top of the picture
 * @param width width of the box in pixels, at least 1
 * @param height height of the box in pixels, at least 1
 * @param area how many pixels belong to the region, 1 to width x height
 * @param polarity whether the region is lighter or darker than it should be
 * @param peak the strongest evidence inside the region, above what good pictures usually show there, in strays of theirs, at least 0
 */
public record DefectRegion(int x, int y, int width, int height, int area, Polarity polarity, double peak) {
    /**
     * Checks the box.
     *
     * @throws IllegalArgumentException when the corner is negative, the box is empty, the area does not fit into it,
     *     or the peak is negative or not finite
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
        if (!(peak >= 0) || Double.isInfinite(peak)) {
            throw new IllegalArgumentException("peak must be a finite number of at least 0 but is " + peak);
        }
    }
}
