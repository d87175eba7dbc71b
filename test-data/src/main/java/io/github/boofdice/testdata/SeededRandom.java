package io.github.boofdice.testdata;

/**
 * A small generator of random numbers whose every bit is written down here, so that a seed means the same on any JDK.
 *
 * <p>It is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014,
 * doi:10.1145/2660193.2660195). Not thread-safe; make one for each use.
 */
final class SeededRandom {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    SeededRandom(long seed) {
        this.state = seed;
    }

    /** Mixes two numbers into a seed that has nothing to do with either, so that streams do not overlap. */
    static long mix(long seed, long stream) {
        return finish(finish(seed + GAMMA) ^ (stream * 0xD1B54A32D192ED03L + GAMMA));
    }

    long nextLong() {
        state += GAMMA;
        return finish(state);
    }

    /** Uniform in [0, 1), in steps of 2^-53. */
    double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in 0 .. bound - 1; bound is small here, so that the bias of the remainder is below 2^-50. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /** Standard normal, by Marsaglia's polar method (doi:10.1137/1006063). */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double u;
        double v;
        double s;
        do {
            u = uniform(-1, 1);
            v = uniform(-1, 1);
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        return u * scale;
    }

    private static long finish(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
