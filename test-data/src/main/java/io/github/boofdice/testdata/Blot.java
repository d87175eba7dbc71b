package io.github.boofdice.testdata;

/**
 * A spot of ink, dirt or dust with an uneven edge.
 *
 * @param x middle, die coordinate in pixels
 * @param y middle, die coordinate in pixels
 * @param size mean diameter in pixels, 1 .. 104; below 2 it may fall between the pixels and change none by half
 * @param contrast nominal contrast in grey levels
 * @param seed decides its edge
 */
public record Blot(double x, double y, double size, double contrast, long seed) implements Defect {
    /** How far the edge wavers, as a share of the radius. */
    static final double UNEVENNESS = 0.3;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public Blot {
        Check.defect(x, y, contrast);
        Check.between("size", size, 1, 104);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.BLOT;
    }

    @Override
    public double reach() {
        return size / 2 * (1 + UNEVENNESS) + 1;
    }

    @Override
    public Footprint footprint() {
        return new Blob(x, y, size / 2, UNEVENNESS, seed);
    }
}
