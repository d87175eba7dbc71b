package io.github.boofdice.score;

/** Whether a defect is lighter or darker than the good pictures at that place. */
public enum Polarity {
    /** Lighter than it should be: a scratch, a pip that lost its ink, a reflection. */
    LIGHT,

    /** Darker than it should be: an ink stroke, a blot, an extra pip. */
    DARK
}
