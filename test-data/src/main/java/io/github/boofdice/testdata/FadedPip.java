package io.github.boofdice.testdata;

/**
 * A pip that lost a part of its ink all over, a little unevenly: its middle keeps its rim, which stays dark.
 *
 * @param x middle of the pip, die coordinate in pixels
 * @param y middle of the pip, die coordinate in pixels
 * @param radius of the pip in pixels, 3 .. 30
 * @param contrast nominal contrast in grey levels, more than 0; some places lose a third less
 * @param seed decides where it lost less
 */
public record FadedPip(double x, double y, double radius, double contrast, long seed) implements Defect {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException where a number is out of its range
     */
    public FadedPip {
        Check.defect(x, y, contrast);
        Check.between("contrast", contrast, 0, 255);
        Check.between("radius", radius, 3, 30);
    }

    /**
     * {@return the fading of this pip}
     *
     * @param pip one of {@link Face#pips()}
     * @param contrast grey levels
     * @param seed any
     */
    public static FadedPip of(Face.Pip pip, double contrast, long seed) {
        return new FadedPip(pip.x(), pip.y(), pip.radius(), contrast, seed);
    }

    @Override
    public DefectKind kind() {
        return DefectKind.FADED_PIP;
    }

    @Override
    public double reach() {
        return radius;
    }

    @Override
    public Footprint footprint() {
        Face.Pip faded = new Face.Pip(x, y, radius - 1.5);
        ValueNoise noise = new ValueNoise(seed);
        return (px, py) -> {
            double uneven = Math.max(0.67, Math.min(1, 0.95 + 0.5 * noise.at(px / 4, py / 4)));
            return uneven * Curves.clamp(0.5 - faded.distance(px, py));
        };
    }

    @Override
    public boolean baresWhite() {
        return true;
    }
}
