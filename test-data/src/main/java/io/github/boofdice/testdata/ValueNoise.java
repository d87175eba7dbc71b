package io.github.boofdice.testdata;

/** Smooth seeded noise over the plane: random values at the whole numbers, blended between them. */
final class ValueNoise {
    private final long seed;

    ValueNoise(long seed) {
        this.seed = SeededRandom.mix(seed, 0x6E6F697365L);
    }

    /** The noise at (x, y), in [-1, 1]; its features are one unit wide. */
    double at(double x, double y) {
        double x0 = Math.floor(x);
        double y0 = Math.floor(y);
        double u = ease(x - x0);
        double v = ease(y - y0);
        long ix = (long) x0;
        long iy = (long) y0;
        double top = lattice(ix, iy) * (1 - u) + lattice(ix + 1, iy) * u;
        double bottom = lattice(ix, iy + 1) * (1 - u) + lattice(ix + 1, iy + 1) * u;
        return top * (1 - v) + bottom * v;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private double lattice(long x, long y) {
        long z = seed + x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >> 11) * 0x1.0p-52;
    }
}
