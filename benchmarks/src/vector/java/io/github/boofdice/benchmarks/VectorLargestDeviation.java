package io.github.boofdice.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API, and as careful about it as {@link VectorScoreLoops}. The plane falls into {@value #BLOCKS} x {@value #BLOCKS} blocks, and what stands at the same place of all of them stands together. There is an
 * array for each row of a block; {@value #REACH} rows and columns of the next blocks come before it and after it, so that a pixel's neighbours are the same element of other vectors.
 */
final class VectorLargestDeviation extends LargestDeviation {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    /** Next to each other, and below each other. */
    private static final int BLOCKS = 4;
    /** The longest vector there is. */
    private static final int VECTOR = BLOCKS * BLOCKS;
    /** Rows that two sums of {@value #SIDE} need. */
    private static final int TOGETHER = SIDE + 1;

    private final int blockSide;
    /** Rows of blocks; no more than {@value #TOGETHER} are there at once, so that they stay at hand. */
    private final float[][] deviations;

    VectorLargestDeviation(int side) {
        blockSide = side / BLOCKS;
        int withNext = blockSide + 2 * REACH;
        deviations = new float[withNext][];
        for (int i = 0; i < withNext; i++) {
            deviations[i] = i < TOGETHER ? new float[withNext * VECTOR] : deviations[i - TOGETHER];
        }
    }

    /** Zeros beyond the edges, which do not deviate. */
    @Override
    float[][] layOut(float[] values) {
        int side = blockSide * BLOCKS;
        int withNext = blockSide + 2 * REACH;
        float[][] rows = new float[withNext][withNext * VECTOR];
        for (int y = 0; y < withNext; y++) {
            float[] row = rows[y];
            for (int block = 0; block < VECTOR; block++) {
                int from = block / BLOCKS * blockSide - REACH + y;
                int left = block % BLOCKS * blockSide - REACH;
                if (from < 0 || from >= side) {
                    continue;
                }
                int last = Math.min(withNext, side - left);
                for (int x = Math.max(0, -left); x < last; x++) {
                    row[x * VECTOR + block] = values[from * side + left + x];
                }
            }
        }
        return rows;
    }

    /** The first four rows, then two at a time, and the sums that they complete. */
    @Override
    float of(float[][] picture, float[][] mean, float[][] overSpread) {
        float[][] rows = deviations;
        for (int i = 0; i < 2 * REACH; i++) {
            deviate(picture[i], mean[i], overSpread[i], rows[i]);
        }
        int most = 0;
        for (int i = 2 * REACH; i < rows.length; i += 2) {
            for (int part = 0; part < VECTOR; part += FLOATS.length()) {
                int largest = largest(
                        picture[i],
                        mean[i],
                        overSpread[i],
                        picture[i + 1],
                        mean[i + 1],
                        overSpread[i + 1],
                        rows[i - 4],
                        rows[i - 3],
                        rows[i - 2],
                        rows[i - 1],
                        rows[i],
                        rows[i + 1],
                        part);
                most = Math.max(most, largest);
            }
        }
        return Float.intBitsToFloat(most) / (SIDE * SIDE);
    }

    private static void deviate(float[] x, float[] mean, float[] overSpread, float[] out) {
        for (int i = 0; i < out.length; i += FLOATS.length()) {
            FloatVector.fromArray(FLOATS, x, i)
                    .sub(FloatVector.fromArray(FLOATS, mean, i))
                    .abs()
                    .mul(FloatVector.fromArray(FLOATS, overSpread, i))
                    .intoArray(out, i);
        }
    }

    /**
     * The largest sum of five by five, of six rows the first five or the last; the last two of them are found here. From column to column the last sum of five rows is kept, and the last three of two neighbours. The first four
     * columns' sums lack some that are not negative, which does no harm.
     *
     * <p>As an {@code int}'s bits: where nothing is negative, those are in the same order, and take one instruction instead of six.
     */
    private static int largest(
            float[] x,
            float[] mean,
            float[] overSpread,
            float[] nextX,
            float[] nextMean,
            float[] nextOverSpread,
            float[] first,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] last,
            int part) {
        IntVector most = IntVector.zero(INTS);
        FloatVector upper = FloatVector.zero(FLOATS);
        FloatVector upperPair = upper;
        FloatVector upperSecond = upper;
        FloatVector upperThird = upper;
        FloatVector lower = upper;
        FloatVector lowerPair = upper;
        FloatVector lowerSecond = upper;
        FloatVector lowerThird = upper;
        for (int i = part; i < x.length; i += VECTOR) {
            FloatVector newest = FloatVector.fromArray(FLOATS, x, i)
                    .sub(FloatVector.fromArray(FLOATS, mean, i))
                    .abs()
                    .mul(FloatVector.fromArray(FLOATS, overSpread, i));
            newest.intoArray(d, i);
            FloatVector shared = FloatVector.fromArray(FLOATS, a, i)
                    .add(FloatVector.fromArray(FLOATS, b, i))
                    .add(FloatVector.fromArray(FLOATS, c, i))
                    .add(newest);
            FloatVector sum = shared.add(FloatVector.fromArray(FLOATS, first, i));
            most = most.max(upperThird.add(upperPair).add(sum).reinterpretAsInts());
            upperThird = upperSecond;
            upperSecond = upperPair;
            upperPair = upper.add(sum);
            upper = sum;
            newest = FloatVector.fromArray(FLOATS, nextX, i)
                    .sub(FloatVector.fromArray(FLOATS, nextMean, i))
                    .abs()
                    .mul(FloatVector.fromArray(FLOATS, nextOverSpread, i));
            newest.intoArray(last, i);
            sum = shared.add(newest);
            most = most.max(lowerThird.add(lowerPair).add(sum).reinterpretAsInts());
            lowerThird = lowerSecond;
            lowerSecond = lowerPair;
            lowerPair = lower.add(sum);
            lower = sum;
        }
        return most.reduceLanes(VectorOperators.MAX);
    }
}
