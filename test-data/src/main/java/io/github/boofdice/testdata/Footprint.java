package io.github.boofdice.testdata;

/** Where something lies on the die: the share of each point that it covers. */
@FunctionalInterface
public interface Footprint {
    /** Covers nothing. */
    Footprint NOTHING = (x, y) -> 0;

    /**
     * {@return the share covered, 0 .. 1}
     *
     * @param x die coordinate in pixels, to the right
     * @param y die coordinate in pixels, down
     */
    double coverage(double x, double y);
}
