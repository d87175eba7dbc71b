package io.github.boofdice.decide;

/** What is noted of every accepted part, so that a slow change can be seen. */
public enum Trait {
    /** Logarithm of the score. */
    SCORE,
    /** Logarithm of what the alignment leaves unexplained, in grey levels of a typical good picture. */
    RESIDUAL,
    /** Logarithm of the picture's contrast over that of the good pictures. */
    CONTRAST,
    /** Where the part lies, in pixels of the model's frame to the right of its middle. */
    RIGHT,
    /** Likewise, downwards. */
    DOWN,
    /** The part's turn in radians, clockwise as seen; unknown (NaN) of a face that looks the same at every angle. */
    TURN
}
