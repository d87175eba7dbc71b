package io.github.boofdice;

/** The answer to the one question that an inspection is asked. */
public enum Verdict {
    /** The picture looks like the good pictures that were learned. */
    NORMAL,

    /** The picture differs from them by more than the threshold, or could not be aligned with any of them. */
    ANOMALOUS
}
