package io.github.boofdice.testdata;

/** A round spot whose edge wavers. */
final class Blob implements Footprint {
    private final double x;
    private final double y;
    private final double radius;
    private final double unevenness;
    private final ValueNoise noise;

    /** The edge lies at {@code radius * (1 +- unevenness)} pixels from the middle. */
    Blob(double x, double y, double radius, double unevenness, long seed) {
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.unevenness = unevenness;
        this.noise = new ValueNoise(seed);
    }

    @Override
    public double coverage(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        double r = Math.sqrt(dx * dx + dy * dy);
        double waver = r == 0 ? 0 : noise.at(1.7 * dx / r, 1.7 * dy / r);
        return Curves.band(r, radius * (1 + unevenness * waver));
    }
}
