package io.github.boofdice.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API, and as careful about it as {@link VectorScoreLoops}. The plane falls into {@value #BLOCKS} x {@value #BLOCKS} blocks, and what stands at the same place of all of them stands together. There is an
 * array for each row of a block. So a pixel's neighbours are the same element of other vectors, but at the edges of blocks.
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

    private static final float[] BELOW_OTHERS = new float[VECTOR];
    private static final float[] ABOVE_OTHERS = new float[VECTOR];
    private static final float[] RIGHT_OF_OTHERS = new float[REACH * VECTOR];
    private static final float[] LEFT_OF_OTHERS = new float[REACH * VECTOR];

    static {
        for (int i = 0; i < VECTOR; i++) {
            BELOW_OTHERS[i] = i < BLOCKS ? 0 : 1;
            ABOVE_OTHERS[i] = i < VECTOR - BLOCKS ? 1 : 0;
        }
        for (int i = 0; i < REACH * VECTOR; i++) {
            RIGHT_OF_OTHERS[i] = i % BLOCKS == 0 ? 0 : 1;
            LEFT_OF_OTHERS[i] = (i + 1) % BLOCKS == 0 ? 0 : 1;
        }
    }

    private final int blockSide;
    /**
     * Rows of blocks, with {@value #REACH} before and after, and a vector before each and after it. Of most rows no more than {@value #TOGETHER} are there at once, so that they stay at hand; the first and the last ones are
     * found before the others.
     */
    private final float[][] deviations;
    /** Sums of five rows of them, for two neighbouring rows, with {@value #REACH} vectors before each and after it. */
    private final float[][] sums;

    VectorLargestDeviation(int side) {
        blockSide = side / BLOCKS;
        deviations = new float[blockSide + 2 * REACH][(blockSide + 2) * VECTOR];
        for (int i = 2 * REACH + TOGETHER; i < blockSide; i++) {
            deviations[i] = deviations[i - TOGETHER];
        }
        sums = new float[2][(blockSide + 2 * REACH) * VECTOR];
    }

    @Override
    float[][] layOut(float[] values) {
        float[][] rows = new float[blockSide][blockSide * VECTOR];
        int at = 0;
        for (int y = 0; y < blockSide * BLOCKS; y++) {
            float[] row = rows[y % blockSide];
            int first = y / blockSide * BLOCKS;
            for (int block = first; block < first + BLOCKS; block++) {
                for (int x = 0; x < blockSide; x++) {
                    row[x * VECTOR + block] = values[at++];
                }
            }
        }
        return rows;
    }

    /** Four rows of blocks first, which the others' neighbours need; then two at a time, and what they complete. */
    @Override
    float of(float[][] picture, float[][] mean, float[][] overSpread) {
        float[][] rows = deviations;
        int height = picture.length;
        int length = picture[0].length;
        for (int k = 0; k < REACH; k++) {
            int last = height - REACH + k;
            deviate(picture[k], mean[k], overSpread[k], rows[REACH + k]);
            deviate(picture[last], mean[last], overSpread[last], rows[REACH + last]);
            move(rows[REACH + last], VECTOR, -BLOCKS, BELOW_OTHERS, rows[k], VECTOR, length);
            move(rows[REACH + k], VECTOR, BLOCKS, ABOVE_OTHERS, rows[REACH + height + k], VECTOR, length);
        }
        int most = 0;
        for (int i = 0; i < height; i += 2) {
            int next = i + REACH;
            float[] sums = this.sums[0];
            float[] others = this.sums[1];
            if (next < height - REACH) {
                deviateAndAdd(
                        picture[next],
                        mean[next],
                        overSpread[next],
                        picture[next + 1],
                        mean[next + 1],
                        overSpread[next + 1],
                        rows[i],
                        rows[i + 1],
                        rows[i + 2],
                        rows[i + 3],
                        rows[i + 4],
                        rows[i + 5],
                        sums,
                        others);
            } else {
                add(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], rows[i + 4], rows[i + 5], sums, others);
            }
            joinBlocks(sums, length);
            joinBlocks(others, length);
            for (int part = 0; part < VECTOR; part += FLOATS.length()) {
                most = Math.max(most, Math.max(largest(sums, part, length), largest(others, part, length)));
            }
        }
        return Float.intBitsToFloat(most) / (SIDE * SIDE);
    }

    private static void deviate(float[] x, float[] mean, float[] overSpread, float[] out) {
        for (int i = 0; i < x.length; i += FLOATS.length()) {
            FloatVector.fromArray(FLOATS, x, i)
                    .sub(FloatVector.fromArray(FLOATS, mean, i))
                    .abs()
                    .mul(FloatVector.fromArray(FLOATS, overSpread, i))
                    .intoArray(out, VECTOR + i);
        }
    }

    private static void deviateAndAdd(
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
            float[] sumsWithFirst,
            float[] sumsWithLast) {
        for (int i = 0; i < x.length; i += FLOATS.length()) {
            int at = i + VECTOR;
            FloatVector newest = FloatVector.fromArray(FLOATS, x, i)
                    .sub(FloatVector.fromArray(FLOATS, mean, i))
                    .abs()
                    .mul(FloatVector.fromArray(FLOATS, overSpread, i));
            newest.intoArray(d, at);
            FloatVector shared = FloatVector.fromArray(FLOATS, a, at)
                    .add(FloatVector.fromArray(FLOATS, b, at))
                    .add(FloatVector.fromArray(FLOATS, c, at))
                    .add(newest);
            shared.add(FloatVector.fromArray(FLOATS, first, at)).intoArray(sumsWithFirst, at + VECTOR);
            newest = FloatVector.fromArray(FLOATS, nextX, i)
                    .sub(FloatVector.fromArray(FLOATS, nextMean, i))
                    .abs()
                    .mul(FloatVector.fromArray(FLOATS, nextOverSpread, i));
            newest.intoArray(last, at);
            shared.add(newest).intoArray(sumsWithLast, at + VECTOR);
        }
    }

    /** Of five rows each, of which four are the same. */
    private static void add(
            float[] first,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] last,
            float[] sumsWithFirst,
            float[] sumsWithLast) {
        for (int i = VECTOR; i < a.length - VECTOR; i += FLOATS.length()) {
            FloatVector shared = FloatVector.fromArray(FLOATS, a, i)
                    .add(FloatVector.fromArray(FLOATS, b, i))
                    .add(FloatVector.fromArray(FLOATS, c, i))
                    .add(FloatVector.fromArray(FLOATS, d, i));
            shared.add(FloatVector.fromArray(FLOATS, first, i)).intoArray(sumsWithFirst, i + VECTOR);
            shared.add(FloatVector.fromArray(FLOATS, last, i)).intoArray(sumsWithLast, i + VECTOR);
        }
    }

    /** Before the first column of each block come the last ones of the block beside it, and after the last the first. */
    private static void joinBlocks(float[] sums, int length) {
        int margin = REACH * VECTOR;
        for (int i = 0; i < margin; i += FLOATS.length()) {
            FloatVector.fromArray(FLOATS, sums, length + i - 1)
                    .mul(FloatVector.fromArray(FLOATS, RIGHT_OF_OTHERS, i))
                    .intoArray(sums, i);
            FloatVector.fromArray(FLOATS, sums, margin + i + 1)
                    .mul(FloatVector.fromArray(FLOATS, LEFT_OF_OTHERS, i))
                    .intoArray(sums, margin + length + i);
        }
    }

    /** From the same place of another block; 0 where there is none. */
    private static void move(float[] from, int at, int by, float[] where, float[] to, int start, int length) {
        for (int part = 0; part < VECTOR; part += FLOATS.length()) {
            for (int i = part; i < length; i += VECTOR) {
                FloatVector.fromArray(FLOATS, from, at + by + i)
                        .mul(FloatVector.fromArray(FLOATS, where, part))
                        .intoArray(to, start + i);
            }
        }
    }

    /**
     * The largest sum of five vectors in a row, four of them at a time, which share sums of two. As an {@code int}'s bits: where nothing is negative, those are in the same order, and take
     * one instruction instead of six.
     */
    private static int largest(float[] sums, int part, int length) {
        IntVector most = IntVector.zero(INTS);
        for (int i = part; i < length; i += 4 * VECTOR) {
            FloatVector b = FloatVector.fromArray(FLOATS, sums, i + VECTOR);
            FloatVector c = FloatVector.fromArray(FLOATS, sums, i + 2 * VECTOR);
            FloatVector d = FloatVector.fromArray(FLOATS, sums, i + 3 * VECTOR);
            FloatVector e = FloatVector.fromArray(FLOATS, sums, i + 4 * VECTOR);
            FloatVector f = FloatVector.fromArray(FLOATS, sums, i + 5 * VECTOR);
            FloatVector g = FloatVector.fromArray(FLOATS, sums, i + 6 * VECTOR);
            FloatVector ab = FloatVector.fromArray(FLOATS, sums, i).add(b);
            FloatVector cd = c.add(d);
            FloatVector de = d.add(e);
            most = most.max(ab.add(cd).add(e).reinterpretAsInts())
                    .max(b.add(c).add(de).add(f).reinterpretAsInts())
                    .max(cd.add(e.add(f)).add(g).reinterpretAsInts())
                    .max(de.add(f.add(g))
                            .add(FloatVector.fromArray(FLOATS, sums, i + 7 * VECTOR))
                            .reinterpretAsInts());
        }
        return most.reduceLanes(VectorOperators.MAX);
    }
}
