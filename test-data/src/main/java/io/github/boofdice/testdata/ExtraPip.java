package io.github.boofdice.testdata;

/**
 * A pip too many: a round spot with an even edge.
 *
 * @param x middle, die coordinate in pixels
 * @param y middle, die coordinate in pixels
 * @param radius in pixels, 1 .. 30
 * @param contrast nominal contrast in grey levels
 */
public record ExtraPip(double x, double y, double radius, double contrast) implements Defect {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public ExtraPip {
        Check.defect(x, y, contrast);
        Check.between("radius", radius, 1, 30);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.EXTRA_PIP;
    }

    @Override
    public double reach() {
        return radius + 1;
    }

    @Override
    public Footprint footprint() {
        Face.Pip pip = new Face.Pip(x, y, radius);
        return (px, py) -> Curves.clamp(0.5 - pip.distance(px, py));
    }
}
