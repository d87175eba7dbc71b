package io.github.boofdice.benchmarks;

import static io.github.boofdice.benchmarks.DeviationRoom.REACH;
import static io.github.boofdice.benchmarks.DeviationRoom.SIDE;

import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API. */
final class VectorScoreLoops extends ScoreLoops {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** So many blocks' levels fit into sums of 16 bits, of which there are two for each {@code int}. */
    private static final int MOST_BLOCKS = LONGS.length();
    /** The sum of so many blocks' products fits into an {@code int}. */
    private static final int MOST_PRODUCTS = 16;

    private final ScoreLoops plain = new PlainScoreLoops();

    private static ByteVector bytes(long[] words, int i) {
        return LongVector.fromArray(LONGS, words, i).reinterpretAsBytes();
    }

    private static ShortVector upper(ShortVector pairs) {
        return pairs.lanewise(VectorOperators.LSHR, 8);
    }

    /** The sum of all bytes, from sums of them two by two and sums of the upper ones alone, which fit into 16 bits. */
    private static long total(ShortVector both, ShortVector upper) {
        IntVector high = upper.reinterpretAsInts();
        IntVector low = both.sub(upper.lanewise(VectorOperators.LSHL, 8)).reinterpretAsInts();
        IntVector all = high.and(0xFFFF)
                .add(high.lanewise(VectorOperators.LSHR, 16))
                .add(low.and(0xFFFF))
                .add(low.lanewise(VectorOperators.LSHR, 16));
        return all.reduceLanes(VectorOperators.ADD);
    }

    @Override
    long sum(Levels levels) {
        return plain.sum(levels);
    }

    @Override
    long leastSad(Levels picture, List<Levels> templates) {
        long least = Long.MAX_VALUE;
        for (Levels template : templates) {
            long sad = 0;
            int blocks = picture.signed().length;
            for (int from = 0; from < blocks; from += MOST_BLOCKS) {
                sad += sad(picture.signed(), template.signed(), from, Math.min(blocks, from + MOST_BLOCKS));
            }
            least = Math.min(least, sad);
        }
        return least;
    }

    private static long sad(long[][] a, long[][] b, int from, int to) {
        ShortVector both = ShortVector.zero(SHORTS);
        ShortVector upper = both;
        for (int block = from; block < to; block++) {
            long[] as = a[block];
            long[] bs = b[block];
            for (int i = 0; i < Levels.WORDS; i += LONGS.length()) {
                ByteVector x = bytes(as, i);
                ByteVector y = bytes(bs, i);
                ShortVector pairs = x.max(y).sub(x.min(y)).reinterpretAsShorts();
                both = both.add(pairs);
                upper = upper.add(upper(pairs));
            }
        }
        return total(both, upper);
    }

    @Override
    long tolerance(Levels picture, Levels lowest, Levels highest) {
        long total = 0;
        int blocks = picture.signed().length;
        for (int from = 0; from < blocks; from += MOST_BLOCKS) {
            int to = Math.min(blocks, from + MOST_BLOCKS);
            total += tolerance(picture.signed(), lowest.signed(), highest.signed(), from, to);
        }
        return total;
    }

    private static long tolerance(long[][] picture, long[][] lowest, long[][] highest, int from, int to) {
        ShortVector both = ShortVector.zero(SHORTS);
        ShortVector upper = both;
        int count = 0;
        for (int block = from; block < to; block++) {
            long[] xs = picture[block];
            long[] lows = lowest[block];
            long[] highs = highest[block];
            for (int i = 0; i < Levels.WORDS; i += LONGS.length()) {
                ByteVector x = bytes(xs, i);
                ByteVector inside = x.max(bytes(lows, i)).min(bytes(highs, i));
                count += x.compare(VectorOperators.NE, inside).trueCount();
                ShortVector pairs = x.max(inside).sub(x.min(inside)).reinterpretAsShorts();
                both = both.add(pairs);
                upper = upper.add(upper(pairs));
            }
        }
        return ((long) count << Integer.SIZE) | total(both, upper);
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

    /** Four arrays first, which the others' neighbours need; then two at a time, and what they complete. */
    @Override
    float largestDeviation(Rows picture, Rows mean, Rows overSpread, DeviationRoom room) {
        float[][] x = picture.arrays();
        float[][] means = mean.arrays();
        float[][] factors = overSpread.arrays();
        float[][] rows = room.deviations;
        int arrays = x.length;
        for (int k = 0; k < 2 * REACH; k++) {
            int i = k < REACH ? k : arrays - 2 * REACH + k;
            deviate(x[i], means[i], factors[i], rows[REACH + i]);
        }
        room.complete();
        int most = 0;
        for (int i = 0; i < arrays; i += 2) {
            int next = i + REACH;
            if (next < arrays - REACH) {
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
                        room.sums[0],
                        room.sums[1]);
            } else {
                add(
                        rows[i],
                        rows[i + 1],
                        rows[i + 2],
                        rows[i + 3],
                        rows[i + 4],
                        rows[i + 5],
                        room.sums[0],
                        room.sums[1]);
            }
            most = Math.max(most, largest(room.sums[0], room.sums[1], room.most.length));
        }
        return Float.intBitsToFloat(most) / (SIDE * SIDE);
    }

    private static FloatVector load(float[] row, int i) {
        return FloatVector.fromArray(FLOATS, row, i);
    }

    private static void deviate(float[] x, float[] mean, float[] overSpread, float[] out) {
        for (int i = 0; i < out.length; i += FLOATS.length()) {
            deviation(x, mean, overSpread, i).intoArray(out, i);
        }
    }

    private static FloatVector deviation(float[] x, float[] mean, float[] overSpread, int i) {
        return load(x, i).sub(load(mean, i)).abs().mul(load(overSpread, i));
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
        for (int i = 0; i < a.length; i += FLOATS.length()) {
            FloatVector newest = deviation(x, mean, overSpread, i);
            newest.intoArray(d, i);
            FloatVector shared = load(a, i).add(load(b, i)).add(load(c, i)).add(newest);
            shared.add(load(first, i)).intoArray(sumsWithFirst, i);
            newest = deviation(nextX, nextMean, nextOverSpread, i);
            newest.intoArray(last, i);
            shared.add(newest).intoArray(sumsWithLast, i);
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
        for (int i = 0; i < a.length; i += FLOATS.length()) {
            FloatVector shared = load(a, i).add(load(b, i)).add(load(c, i)).add(load(d, i));
            shared.add(load(first, i)).intoArray(sumsWithFirst, i);
            shared.add(load(last, i)).intoArray(sumsWithLast, i);
        }
    }

    /** As an {@code int}'s bits: where nothing is negative, those are in the same order, and take one instruction instead of six. */
    private static int largest(float[] sums, float[] others, int n) {
        IntVector most = IntVector.zero(INTS);
        for (int i = 0; i < n; i += FLOATS.length()) {
            most = most.max(ofFive(sums, i)).max(ofFive(others, i));
        }
        return most.reduceLanes(VectorOperators.MAX);
    }

    private static IntVector ofFive(float[] sums, int i) {
        return load(sums, i)
                .add(load(sums, i + 1))
                .add(load(sums, i + 2))
                .add(load(sums, i + 3))
                .add(load(sums, i + 4))
                .reinterpretAsInts();
    }
}
