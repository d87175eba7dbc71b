package io.github.boofdice.testdata;

import java.util.Locale;

/** The kinds of defects, in the order in which {@link Defect} permits them. */
public enum DefectKind {
    /** A bent stroke of a pen. */
    INK_STROKE,
    /** A spot with an uneven edge. */
    BLOT,
    /** A thin line with a slight kink. */
    SCRATCH,
    /** A pip that was never printed. */
    MISSING_PIP,
    /** A pip that lost much of its ink. */
    FADED_PIP,
    /** A spot within the print that lost ink. */
    LOST_INK,
    /** A pip too many. */
    EXTRA_PIP,
    /** A straight gash that is widest in its middle and bares the white. */
    CUT,
    /** Three letters. */
    ENGRAVING;

    /** {@return the kind as a part of a file name: "ink-stroke" and so on} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
