package io.github.boofdice.benchmarks;

import java.util.List;
import jdk.incubator.vector.ByteVector;
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
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** So many levels fit into sums of 16 bits and counts of 8, and stay at hand; it divides a block, or is some blocks. */
    private static final int PIECE = 128 * BYTES.length();
    /** The sum of so many blocks' products fits into an {@code int}. */
    private static final int MOST_PRODUCTS = 16;

    private final ScoreLoops plain = new PlainScoreLoops();

    @Override
    long sum(Levels levels) {
        return plain.sum(levels);
    }

    @Override
    long leastSad(Levels picture, List<Levels> templates) {
        int last = templates.size() - 1;
        // Room for a last template that is met twice.
        long[] sads = new long[last + 2];
        short[] sums = new short[4 * SHORTS.length()];
        // All templates meet a piece of the picture while it is at hand, two of them at a time: what is loaded of it
        // serves both.
        for (int from = 0; from < picture.count(); from += PIECE / 2) {
            int to = Math.min(picture.count(), from + PIECE / 2);
            for (int t = 0; t <= last; t += 2) {
                byte[] other = templates.get(Math.min(last, t + 1)).signed();
                sad(picture.signed(), templates.get(t).signed(), other, from, to, sums);
                sads[t] += total(sums, 0);
                sads[t + 1] += total(sums, 2 * SHORTS.length());
            }
        }
        long least = Long.MAX_VALUE;
        for (int t = 0; t <= last; t++) {
            least = Math.min(least, sads[t]);
        }
        return least;
    }

    private static void sad(byte[] picture, byte[] a, byte[] b, int from, int to, short[] sums) {
        ShortVector bothA = ShortVector.zero(SHORTS);
        ShortVector upperA = bothA;
        ShortVector bothB = bothA;
        ShortVector upperB = bothA;
        for (int i = from; i < to; i += BYTES.length()) {
            ByteVector x = ByteVector.fromArray(BYTES, picture, i);
            ByteVector y = ByteVector.fromArray(BYTES, a, i);
            ShortVector pairs = x.max(y).sub(x.min(y)).reinterpretAsShorts();
            bothA = bothA.add(pairs);
            upperA = upperA.add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE));
            y = ByteVector.fromArray(BYTES, b, i);
            pairs = x.max(y).sub(x.min(y)).reinterpretAsShorts();
            bothB = bothB.add(pairs);
            upperB = upperB.add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE));
        }
        bothA.intoArray(sums, 0);
        upperA.intoArray(sums, SHORTS.length());
        bothB.intoArray(sums, 2 * SHORTS.length());
        upperB.intoArray(sums, 3 * SHORTS.length());
    }

    /** The sum of all bytes, from sums of them two by two and sums of the upper ones alone, which fit into 16 bits. */
    private static long total(short[] sums, int at) {
        ShortVector both = ShortVector.fromArray(SHORTS, sums, at);
        ShortVector upper = ShortVector.fromArray(SHORTS, sums, at + SHORTS.length());
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
                found[t] += (count << Integer.SIZE) + total(sums, 0);
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

    @Override
    LargestDeviation largestDeviation(int side) {
        return new VectorLargestDeviation(side);
    }
}
