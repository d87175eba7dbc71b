package io.github.boofdice.testdata;

/** What goes wrong when copper is etched. */
public enum BoardDefectKind {
    /** A track is broken. */
    OPEN,
    /** Copper joins what should be apart. */
    SHORT,
    /** A thorn of copper on a track's edge. */
    SPUR,
    /** A notch in a track's edge. */
    MOUSE_BITE,
    /** A hole in the copper. */
    PINHOLE,
    /** Copper where there should be none, touching nothing. */
    STRAY_COPPER;

    /** {@return whether there is more copper than there should be} */
    public boolean adds() {
        return this == SHORT || this == SPUR || this == STRAY_COPPER;
    }
}
