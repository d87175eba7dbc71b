package io.github.boofdice.testdata;

/**
 * Something wrong with a die: where it is on the die, its shape, and how strongly it shows.
 *
 * <p>The place is in die coordinates, so the defect moves and turns with the die. The <em>nominal contrast</em> is by how
 * many grey levels the picture changes where the defect covers a pixel wholly; it is positive where the defect is
 * lighter than the sound die. A defect thinner than a pixel and a half may cover no pixel wholly.
 */
public sealed interface Defect
        permits InkStroke, Blot, Scratch, MissingPip, FadedPip, LostInk, ExtraPip, Cut, Engraving {

    /** {@return which kind of defect this is} */
    DefectKind kind();

    /** {@return the middle of the defect, die coordinate in pixels to the right} */
    double x();

    /** {@return the middle of the defect, die coordinate in pixels down} */
    double y();

    /** {@return nominal contrast in grey levels, -255 .. 255, not 0; positive is lighter than the sound die} */
    double contrast();

    /** {@return a radius in pixels round the middle beyond which the defect covers nothing} */
    double reach();

    /** {@return the shape: which share of a pixel at a place the defect covers} */
    Footprint footprint();

    /** {@return whether the defect bares the white under the print, so that it makes nothing lighter than that white} */
    default boolean baresWhite() {
        return false;
    }
}
