package io.github.boofdice.testdata;

/**
 * A spot within the print that lost ink: lighter than the print, and never lighter than the white beside it.
 *
 * @param x middle, die coordinate in pixels
 * @param y middle, die coordinate in pixels
 * @param size mean diameter in pixels, 1 .. 104; below 2 it may fall between the pixels and change none by half
 * @param contrast nominal contrast in grey levels, more than 0
 * @param seed decides its edge
 */
public record LostInk(double x, double y, double size, double contrast, long seed) implements Defect {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public LostInk {
        Check.defect(x, y, contrast);
        Check.between("contrast", contrast, 0, 255);
        Check.between("size", size, 1, 104);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.LOST_INK;
    }

    @Override
    public double reach() {
        return size / 2 * (1 + Blot.UNEVENNESS) + 1;
    }

    @Override
    public Footprint footprint() {
        return new Blob(x, y, size / 2, Blot.UNEVENNESS, seed);
    }

    @Override
    public boolean baresWhite() {
        return true;
    }
}
