package io.github.boofdice.benchmarks;

import io.github.boofdice.kernel.Kernels;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/**
 * The usual ways to compare a picture with a template that the library itself does not use, in plain Java and with the Vector API; chosen like the library's own loops ({@link
 * Kernels}). Both give the same figures, those of floating point to the last bit.
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

    /** The sum of levels. */
    abstract long sum(Levels levels);

    /** The least sum of absolute differences from a template. */
    abstract long leastSad(Levels picture, List<Levels> templates);

    /** By how much levels lie outside of a template's limits, summed up, and in the upper half how many do: the least of all templates. */
    abstract long leastTolerance(Levels picture, List<Levels> lowest, List<Levels> highest);

    /** The sum of products of levels. */
    abstract long dot(Levels a, Levels b);

    /** For square planes of so many pixels a side. */
    abstract LargestDeviation largestDeviation(int side);
}
