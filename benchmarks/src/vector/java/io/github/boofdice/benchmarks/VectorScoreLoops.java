package io.github.boofdice.benchmarks;

import static io.github.boofdice.benchmarks.DeviationRoom.REACH;
import static io.github.boofdice.benchmarks.DeviationRoom.SIDE;

import io.github.boofdice.kernel.Kernels;
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
    /** Vectors of each block that are summed up in 16 bits. */
    private static final int VECTORS = Kernels.BLOCK / LONGS.length();

    private static ByteVector bytes(long[] words, int i) {
        return LongVector.fromArray(LONGS, words, i).reinterpretAsBytes();
    }

    /** Neighbouring bytes added up, in 16 bits. */
    private static ShortVector pairs(ByteVector bytes) {
        ShortVector both = bytes.reinterpretAsShorts();
        return both.and((short) 0xFF).add(both.lanewise(VectorOperators.LSHR, 8));
    }

    /** The sum of all lanes, each of which is unsigned. */
    private static long total(ShortVector sums) {
        IntVector both = sums.reinterpretAsInts();
        return (long) both.and(0xFFFF).reduceLanes(VectorOperators.ADD)
                + both.lanewise(VectorOperators.LSHR, 16).reduceLanes(VectorOperators.ADD);
    }

    @Override
    long sad(long[][] a, long[][] b) {
        long total = 0;
        for (int block = 0; block < a.length; block++) {
            total += sad(a[block], b[block]);
        }
        return total;
    }

    private static long sad(long[] a, long[] b) {
        ShortVector sums = ShortVector.zero(SHORTS);
        for (int i = 0; i < VECTORS * LONGS.length(); i += LONGS.length()) {
            ByteVector x = bytes(a, i);
            ByteVector y = bytes(b, i);
            sums = sums.add(pairs(x.max(y).sub(x.min(y))));
        }
        return total(sums);
    }

    @Override
    long tolerance(long[][] picture, long[][] lowest, long[][] highest) {
        long total = 0;
        for (int block = 0; block < picture.length; block++) {
            total += tolerance(picture[block], lowest[block], highest[block]);
        }
        return total;
    }

    private static long tolerance(long[] picture, long[] lowest, long[] highest) {
        ShortVector sums = ShortVector.zero(SHORTS);
        int count = 0;
        for (int i = 0; i < VECTORS * LONGS.length(); i += LONGS.length()) {
            ByteVector x = bytes(picture, i);
            ByteVector low = bytes(lowest, i);
            ByteVector high = bytes(highest, i);
            count += x.lt(low).or(high.lt(x)).trueCount();
            sums = sums.add(pairs(x.max(high).sub(high).add(low).sub(x.min(low))));
        }
        return (long) count << Integer.SIZE | total(sums);
    }

    /**
     * Products of levels fit into 16 bits without a sign, two of them into an {@code int}: sums of those and of their upper halves alone give both.
     */
    @Override
    long dot(Levels first, Levels second) {
        short[] a = first.shorts();
        short[] b = second.shorts();
        IntVector both = IntVector.zero(INTS);
        IntVector upper = both;
        int whole = SHORTS.loopBound(a.length);
        for (int i = 0; i < whole; i += SHORTS.length()) {
            IntVector products = ShortVector.fromArray(SHORTS, a, i)
                    .mul(ShortVector.fromArray(SHORTS, b, i))
                    .reinterpretAsInts();
            both = both.add(products);
            upper = upper.add(products.lanewise(VectorOperators.LSHR, 16));
        }
        IntVector lower = both.sub(upper.lanewise(VectorOperators.LSHL, 16));
        long total = 0;
        for (int lane = 0; lane < INTS.length(); lane++) {
            total += Integer.toUnsignedLong(upper.lane(lane)) + Integer.toUnsignedLong(lower.lane(lane));
        }
        for (int i = whole; i < a.length; i++) {
            total += a[i] * b[i];
        }
        return total;
    }

    @Override
    float largestDeviation(float[][] picture, float[][] mean, float[][] overSpread, DeviationRoom room) {
        int height = picture.length;
        int width = room.most.length;
        FloatVector most = FloatVector.zero(FLOATS);
        for (int y = 0; y < REACH; y++) {
            deviate(picture[y], mean[y], overSpread[y], room.row(y, height));
        }
        for (int y = 0; y < height; y++) {
            int next = y + REACH;
            float[] a = room.row(y - 2, height);
            float[] b = room.row(y - 1, height);
            float[] c = room.row(y, height);
            float[] d = room.row(y + 1, height);
            if (next < height) {
                deviateAndAdd(
                        picture[next], mean[next], overSpread[next], room.row(next, height), a, b, c, d, room.sums);
            } else {
                add(a, b, c, d, room.sums);
            }
            most = most.max(largest(room.sums, width));
        }
        return most.reduceLanes(VectorOperators.MAX) / (SIDE * SIDE);
    }

    private static FloatVector load(float[] row, int i) {
        return FloatVector.fromArray(FLOATS, row, i);
    }

    private static void deviate(float[] x, float[] mean, float[] overSpread, float[] out) {
        for (int i = 0; i < out.length; i += FLOATS.length()) {
            load(x, i).sub(load(mean, i)).abs().mul(load(overSpread, i)).intoArray(out, i);
        }
    }

    private static void deviateAndAdd(
            float[] x,
            float[] mean,
            float[] overSpread,
            float[] out,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float[] sums) {
        for (int i = 0; i < out.length; i += FLOATS.length()) {
            FloatVector e = load(x, i).sub(load(mean, i)).abs().mul(load(overSpread, i));
            e.intoArray(out, i);
            load(a, i).add(load(b, i)).add(load(c, i)).add(load(d, i)).add(e).intoArray(sums, REACH + i);
        }
    }

    private static void add(float[] a, float[] b, float[] c, float[] d, float[] sums) {
        for (int i = 0; i < a.length; i += FLOATS.length()) {
            load(a, i).add(load(b, i)).add(load(c, i)).add(load(d, i)).intoArray(sums, REACH + i);
        }
    }

    private static FloatVector largest(float[] sums, int n) {
        FloatVector most = FloatVector.zero(FLOATS);
        for (int i = 0; i < n; i += FLOATS.length()) {
            most = most.max(load(sums, i)
                    .add(load(sums, i + 1))
                    .add(load(sums, i + 2))
                    .add(load(sums, i + 3))
                    .add(load(sums, i + 4)));
        }
        return most;
    }
}
