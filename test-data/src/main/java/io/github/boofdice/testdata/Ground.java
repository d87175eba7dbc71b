package io.github.boofdice.testdata;

/**
 * What part of the face a defect lies on.
 *
 * <p>On the six, the dot and its mirror image are neither: real dice carry it the other way round, and places that are
 * drawn here shall hold on them too.
 */
public enum Ground {
    /** Wholly on the print. */
    PRINT,
    /** Wholly on the white. */
    WHITE,
    /** Anywhere on the face. */
    ANY
}
