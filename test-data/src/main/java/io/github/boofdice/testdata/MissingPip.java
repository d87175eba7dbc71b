package io.github.boofdice.testdata;

/**
 * A pip that was never printed: the white goes on where it should be. Its nominal contrast is {@value #CONTRAST}, which
 * is about what lies between ink and white.
 *
 * @param x middle of the pip, die coordinate in pixels
 * @param y middle of the pip, die coordinate in pixels
 * @param radius of the pip in pixels, 1 .. 30
 */
public record MissingPip(double x, double y, double radius) implements Defect {
    /** Grey levels from ink to white. */
    public static final double CONTRAST = 200;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public MissingPip {
        Check.defect(x, y, CONTRAST);
        Check.between("radius", radius, 1, 30);
    }

    /**
     * {@return the lack of this pip}
     *
     * @param pip one of {@link Face#pips()}
     */
    public static MissingPip of(Face.Pip pip) {
        return new MissingPip(pip.x(), pip.y(), pip.radius());
    }

    @Override
    public DefectKind kind() {
        return DefectKind.MISSING_PIP;
    }

    @Override
    public double contrast() {
        return CONTRAST;
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

    @Override
    public boolean baresWhite() {
        return true;
    }
}
