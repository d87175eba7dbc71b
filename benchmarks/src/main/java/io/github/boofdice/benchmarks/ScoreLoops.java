package io.github.boofdice.benchmarks;

import io.github.boofdice.kernel.Kernels;
import java.lang.reflect.InvocationTargetException;

/**
 * The usual ways to compare a picture with a template that the library itself does not use, in plain Java and with the Vector API; chosen like the library's own loops ({@link
 * Kernels}). Both give the same figures, those of floating point to the last bit.
 *
 * <p>Grey levels of 8 bits come as {@code ByteWords}, and in wider numbers for correlation.
 */
abstract class ScoreLoops {
    static ScoreLoops fastest() {
        return Kernels.fastest().name().equals("vector") ? vector() : new PlainScoreLoops();
    }

    /** With the Vector API, which this JVM must have. By name, since the class is compiled after this one. */
    static ScoreLoops vector() {
        try {
            return Class.forName("io.github.boofdice.benchmarks.VectorScoreLoops")
                    .asSubclass(ScoreLoops.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("VectorScoreLoops was not built with this class", e);
        }
    }

    /** The sum of absolute differences. */
    abstract long sad(long[][] a, long[][] b);

    /** By how much levels lie outside of their limits, summed up, and in the upper half how many do. */
    abstract long tolerance(long[][] picture, long[][] lowest, long[][] highest);

    /** The sum of products of levels. */
    abstract long dot(Levels a, Levels b);

    /** Of {@code |picture - mean| / spread}, averaged over 5 x 5 pixels with 0 beyond the edges, the maximum; all planes by row. */
    abstract float largestDeviation(float[][] picture, float[][] mean, float[][] overSpread, DeviationRoom room);

    /** Grey levels as each kind of loop takes them. */
    record Levels(int[] ints, short[] shorts) {
        static Levels of(byte[] levels) {
            int[] ints = new int[levels.length];
            short[] shorts = new short[levels.length];
            for (int i = 0; i < levels.length; i++) {
                ints[i] = levels[i] & 0xFF;
                shorts[i] = (short) ints[i];
            }
            return new Levels(ints, shorts);
        }
    }
}
