package io.github.boofdice.testdata;

/** What part of the face a defect lies on. */
public enum Ground {
    /** Wholly on the print. */
    PRINT,
    /** Wholly on the white. */
    WHITE,
    /** Anywhere on the face. */
    ANY
}
