package io.github.boofdice.template;

import boofcv.struct.image.GrayF32;

/**
 * What a good part looks like in one pose, and how far good parts stray from it. Planes are frame-sized and not to be modified.
 *
 * @param name the face's name
 * @param grey mean grey levels of the aligned pictures, 0..255
 * @param centre typical band-pass of the aligned pictures, grey levels about zero
 * @param spreadLight typical deviation of pixels lighter than the centre, grey levels
 * @param spreadDark typical deviation of pixels darker than the centre, grey levels
 * @param symmetry rotational order: 1 = none, n = looks the same after a turn of 360 / n degrees, 0 = at every angle
 */
public record Template(
        String name, GrayF32 grey, GrayF32 centre, GrayF32 spreadLight, GrayF32 spreadDark, int symmetry) {
    /** {@link #symmetry()} of a face that looks the same at every angle. */
    public static final int FREE = 0;

    /**
     * The same template under another name.
     *
     * @param newName not empty
     * @return a new template
     */
    public Template named(String newName) {
        return new Template(newName, grey, centre, spreadLight, spreadDark, symmetry);
    }

    /**
     * The same template with another rotational order.
     *
     * @param order as {@link #symmetry()} says
     * @return a new template
     */
    public Template withSymmetry(int order) {
        return new Template(name, grey, centre, spreadLight, spreadDark, order);
    }

    /** {@return the smallest turn in radians after which the face looks the same; 0 when it is free} */
    public double period() {
        return symmetry == FREE ? 0 : 2 * Math.PI / symmetry;
    }
}
