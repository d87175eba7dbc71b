package io.github.boofdice.benchmarks;

import static io.github.boofdice.benchmarks.DeviationRoom.REACH;
import static io.github.boofdice.benchmarks.DeviationRoom.SIDE;
import static io.github.boofdice.benchmarks.Rows.VECTOR;

import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API.
 *
 * <p>Nothing here that computes by vectors is handed one: where C2 joins such a method with others, it takes no more small methods in from some size on, and a vector that is handed over
 * becomes an object each time. Arrays are handed over at no cost.
 */
final class VectorScoreLoops extends ScoreLoops {
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** So many levels fit into sums of 16 bits and counts of 8, and stay at hand; it divides a block, or is some blocks. */
    private static final int PIECE = 128 * BYTES.length();
    /** The sum of so many blocks' products fits into an {@code int}. */
    private static final int MOST_PRODUCTS = 16;

    private static final float[] BELOW_OTHERS = new float[VECTOR];
    private static final float[] ABOVE_OTHERS = new float[VECTOR];
    private static final float[] RIGHT_OF_OTHERS = new float[REACH * VECTOR];
    private static final float[] LEFT_OF_OTHERS = new float[REACH * VECTOR];

    static {
        for (int i = 0; i < VECTOR; i++) {
            BELOW_OTHERS[i] = i < Rows.BLOCKS ? 0 : 1;
            ABOVE_OTHERS[i] = i < VECTOR - Rows.BLOCKS ? 1 : 0;
        }
        for (int i = 0; i < REACH * VECTOR; i++) {
            RIGHT_OF_OTHERS[i] = i % Rows.BLOCKS == 0 ? 0 : 1;
            LEFT_OF_OTHERS[i] = (i + 1) % Rows.BLOCKS == 0 ? 0 : 1;
        }
    }

    private final ScoreLoops plain = new PlainScoreLoops();

    @Override
    long sum(Levels levels) {
        return plain.sum(levels);
    }

    @Override
    long leastSad(Levels picture, List<Levels> templates) {
        long least = Long.MAX_VALUE;
        long[] sads = new long[templates.size()];
        short[] sums = new short[2 * SHORTS.length()];
        // All templates meet a piece of the picture while it is at hand.
        for (int from = 0; from < picture.count(); from += PIECE) {
            int to = Math.min(picture.count(), from + PIECE);
            for (int t = 0; t < sads.length; t++) {
                sad(picture.signed(), templates.get(t).signed(), from, to, sums);
                sads[t] += total(sums);
            }
        }
        for (long sad : sads) {
            least = Math.min(least, sad);
        }
        return least;
    }

    private static void sad(byte[] a, byte[] b, int from, int to, short[] sums) {
        ShortVector both = ShortVector.zero(SHORTS);
        ShortVector upper = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i += BYTES.length()) {
            ByteVector x = ByteVector.fromArray(BYTES, a, i);
            ByteVector y = ByteVector.fromArray(BYTES, b, i);
            ShortVector pairs = x.max(y).sub(x.min(y)).reinterpretAsShorts();
            both = both.add(pairs);
            upper = upper.add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE));
        }
        both.intoArray(sums, 0);
        upper.intoArray(sums, SHORTS.length());
    }

    /** The sum of all bytes, from sums of them two by two and sums of the upper ones alone, which fit into 16 bits. */
    private static long total(short[] sums) {
        ShortVector both = ShortVector.fromArray(SHORTS, sums, 0);
        ShortVector upper = ShortVector.fromArray(SHORTS, sums, SHORTS.length());
        IntVector low =
                both.sub(upper.lanewise(VectorOperators.LSHL, Byte.SIZE)).reinterpretAsInts();
        IntVector high = upper.reinterpretAsInts();
        return low.and(0xFFFF)
                .add(low.lanewise(VectorOperators.LSHR, Short.SIZE))
                .add(high.and(0xFFFF))
                .add(high.lanewise(VectorOperators.LSHR, Short.SIZE))
                .reduceLanes(VectorOperators.ADD);
    }

    @Override
    long leastTolerance(Levels picture, List<Levels> lowest, List<Levels> highest) {
        long least = Long.MAX_VALUE;
        long[] found = new long[lowest.size()];
        short[] sums = new short[2 * SHORTS.length()];
        for (int from = 0; from < picture.count(); from += PIECE) {
            int to = Math.min(picture.count(), from + PIECE);
            for (int t = 0; t < found.length; t++) {
                byte[] lows = lowest.get(t).signed();
                long count = tolerance(picture.signed(), lows, highest.get(t).signed(), from, to, sums);
                found[t] += (count << Integer.SIZE) + total(sums);
            }
        }
        for (long one : found) {
            least = Math.min(least, one);
        }
        return least;
    }

    /** What differs from its negative counts: -1 is the greatest of a number's and its negative's bits together, unless both are 0. JDK 17 counts so faster than by a mask. */
    private static int tolerance(byte[] picture, byte[] lowest, byte[] highest, int from, int to, short[] sums) {
        ShortVector both = ShortVector.zero(SHORTS);
        ShortVector upper = ShortVector.zero(SHORTS);
        ByteVector counts = ByteVector.zero(BYTES);
        for (int i = from; i < to; i += BYTES.length()) {
            ByteVector x = ByteVector.fromArray(BYTES, picture, i);
            ByteVector inside =
                    x.max(ByteVector.fromArray(BYTES, lowest, i)).min(ByteVector.fromArray(BYTES, highest, i));
            ByteVector outside = x.max(inside).sub(x.min(inside));
            counts = counts.sub(outside.or(outside.neg()).max((byte) -1));
            ShortVector pairs = outside.reinterpretAsShorts();
            both = both.add(pairs);
            upper = upper.add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE));
        }
        both.intoArray(sums, 0);
        upper.intoArray(sums, SHORTS.length());
        ShortVector pairs = counts.reinterpretAsShorts();
        return pairs.and((short) 0xFF)
                .add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE))
                .reduceLanes(VectorOperators.ADD);
    }

    @Override
    long dot(Levels a, Levels b) {
        long total = 0;
        int blocks = a.shorts().length;
        for (int from = 0; from < blocks; from += MOST_PRODUCTS) {
            total += dot(a.shorts(), b.shorts(), from, Math.min(blocks, from + MOST_PRODUCTS));
        }
        return total;
    }

    /** Products of levels fit into 16 bits without a sign, two of them into an {@code int}: sums of those and of their upper halves alone give both. */
    private static int dot(short[][] a, short[][] b, int from, int to) {
        IntVector both = IntVector.zero(INTS);
        IntVector upper = both;
        for (int block = from; block < to; block++) {
            short[] as = a[block];
            short[] bs = b[block];
            for (int i = 0; i < Levels.BLOCK; i += SHORTS.length()) {
                IntVector products = ShortVector.fromArray(SHORTS, as, i)
                        .mul(ShortVector.fromArray(SHORTS, bs, i))
                        .reinterpretAsInts();
                both = both.add(products);
                upper = upper.add(products.lanewise(VectorOperators.LSHR, 16));
            }
        }
        return both.sub(upper.lanewise(VectorOperators.LSHL, 16)).add(upper).reduceLanes(VectorOperators.ADD);
    }

    /** Four rows of blocks first, which the others' neighbours need; then two at a time, and what they complete. */
    @Override
    float largestDeviation(Rows picture, Rows mean, Rows overSpread, DeviationRoom room) {
        float[][] x = picture.blocks();
        float[][] means = mean.blocks();
        float[][] factors = overSpread.blocks();
        float[][] rows = room.blockDeviations;
        int height = x.length;
        int length = x[0].length;
        for (int k = 0; k < REACH; k++) {
            int last = height - REACH + k;
            deviate(x[k], means[k], factors[k], rows[REACH + k]);
            deviate(x[last], means[last], factors[last], rows[REACH + last]);
            move(rows[REACH + last], VECTOR, -Rows.BLOCKS, BELOW_OTHERS, rows[k], VECTOR, length);
            move(rows[REACH + k], VECTOR, Rows.BLOCKS, ABOVE_OTHERS, rows[REACH + height + k], VECTOR, length);
        }
        int most = 0;
        for (int i = 0; i < height; i += 2) {
            int next = i + REACH;
            float[] sums = room.blockSums[0];
            float[] others = room.blockSums[1];
            if (next < height - REACH) {
                deviateAndAdd(
                        x[next],
                        means[next],
                        factors[next],
                        x[next + 1],
                        means[next + 1],
                        factors[next + 1],
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
