package io.github.boofdice.kernel;

import java.util.Arrays;
import java.util.function.Supplier;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Counts by vectors of bytes, at thresholds of {@value #LEAST_THRESHOLD} and more: from a level of 128 on, only lower levels can differ by more, and below it only higher ones. So one
 * comparison is enough, where templates are turned over wherever the picture is dark.
 *
 * <p>The highest bit of each level is turned over: so signed bytes, which is what vectors of JDK 17 compare, come in the same order. Less than a limit of at most 128 is what is not the greater
 * of the two: the difference, -128 to 0, is then cut off at -1 and subtracted. JDK 17 takes twice as long to count by masks.
 */
final class VectorLevelCounter implements LevelCounter {
    static final int LEAST_THRESHOLD = 127;

    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
    private static final int LANES = BYTES.length();
    /** So many levels are counted in bytes; the picture's part of them stays at hand while all templates meet it. */
    private static final int PIECE = 128 * LANES;
    /** Templates that are compared together: what is loaded of the picture serves them all. Of four, JDK 17 sometimes puts vectors into objects. */
    private static final int TOGETHER = 3;

    private static final byte HIGHEST = (byte) 0x80;
    /** The level that stretching makes black. Lower ones it mirrors, to at most 100, which never counts. */
    private static final byte BLACK = 40;
    /** The lowest level that it makes white. */
    private static final byte WHITE = (byte) 142;

    private final byte[][] templates;
    private final byte threshold;
    private final byte[] levels;
    /** All bits of a byte where the picture is dark. */
    private final byte[] dark;
    /** What a template, turned over where the picture is dark, is less than where it differs. */
    private final byte[] far;
    /** What it is less than where the stretched picture is greater. */
    private final byte[] less;

    private final byte[] counts = new byte[2 * TOGETHER * LANES];

    private VectorLevelCounter(byte[][] templates, int threshold) {
        this.templates = templates;
        this.threshold = (byte) threshold;
        int length = templates[0].length;
        levels = new byte[length];
        // White beyond the last, as templates are there: never counted.
        Arrays.fill(levels, (byte) -1);
        dark = new byte[length];
        far = new byte[length];
        less = new byte[length];
    }

    /** For as many threads as are wanted. */
    static Supplier<LevelCounter> of(byte[][] templates, int threshold) {
        int length = (templates[0].length + LANES - 1) / LANES * LANES;
        // Of a last one that is alone, two.
        byte[][] turned = new byte[templates.length + (templates.length % TOGETHER == 1 ? 1 : 0)][];
        for (int t = 0; t < turned.length; t++) {
            byte[] template = templates[Math.min(t, templates.length - 1)];
            turned[t] = new byte[length];
            Arrays.fill(turned[t], (byte) (-1 ^ HIGHEST));
            for (int i = 0; i < template.length; i++) {
                turned[t][i] = (byte) (template[i] ^ HIGHEST);
            }
        }
        return () -> new VectorLevelCounter(turned, threshold);
    }

    @Override
    public byte[] levels() {
        return levels;
    }

    @Override
    public void count(int[] absDiff, int[] subtract) {
        limits(levels, threshold, dark, far, less);
        Arrays.fill(absDiff, 0);
        Arrays.fill(subtract, 0);
        for (int from = 0; from < levels.length; from += PIECE) {
            int to = Math.min(levels.length, from + PIECE);
            for (int t = 0; t < absDiff.length; t += TOGETHER) {
                if (absDiff.length - t >= TOGETHER) {
                    count(dark, far, less, templates[t], templates[t + 1], templates[t + 2], from, to, counts);
                } else {
                    count(dark, far, less, templates[t], templates[t + 1], from, to, counts);
                }
                for (int k = 0; k < Math.min(TOGETHER, absDiff.length - t); k++) {
                    absDiff[t + k] += total(counts, 2 * k * LANES);
                    subtract[t + k] += total(counts, (2 * k + 1) * LANES);
                }
            }
        }
    }

    /** A stretched level is 2.5 times the difference from black, halves rounded to even: the double, and half of it, and one more where both that half and the difference are odd. */
    private static void limits(byte[] levels, byte threshold, byte[] dark, byte[] far, byte[] less) {
        byte least = (byte) (threshold ^ HIGHEST);
        byte black = (byte) (BLACK ^ HIGHEST);
        byte white = (byte) (WHITE ^ HIGHEST);
        for (int i = 0; i < levels.length; i += LANES) {
            ByteVector level = ByteVector.fromArray(BYTES, levels, i).lanewise(VectorOperators.XOR, HIGHEST);
            ByteVector turned = level.min((byte) 0).max((byte) -1);
            turned.intoArray(dark, i);
            level.lanewise(VectorOperators.XOR, turned)
                    .max(least)
                    .sub(threshold)
                    .intoArray(far, i);
            ByteVector difference = level.max(black).min(white).sub(black);
            ByteVector half = difference
                    .reinterpretAsShorts()
                    .lanewise(VectorOperators.LSHR, 1)
                    .reinterpretAsBytes()
                    .and(Byte.MAX_VALUE);
            difference
                    .add(difference)
                    .add(half)
                    .add(difference.and(half).and((byte) 1))
                    .lanewise(VectorOperators.XOR, HIGHEST)
                    .max(least)
                    .sub(threshold)
                    .intoArray(less, i);
        }
    }

    private static void count(
            byte[] dark, byte[] far, byte[] less, byte[] a, byte[] b, byte[] c, int from, int to, byte[] counts) {
        // C2 of JDK 25 repeats a body whose step it knows until it has no registers left.
        int step = counts.length / (2 * TOGETHER);
        ByteVector farA = ByteVector.zero(BYTES);
        ByteVector farB = farA;
        ByteVector farC = farA;
        ByteVector lessA = farA;
        ByteVector lessB = farA;
        ByteVector lessC = farA;
        for (int i = from; i < to; i += step) {
            ByteVector turn = ByteVector.fromArray(BYTES, dark, i);
            ByteVector first = ByteVector.fromArray(BYTES, far, i);
            ByteVector second = ByteVector.fromArray(BYTES, less, i);
            ByteVector level = ByteVector.fromArray(BYTES, a, i);
            lessA = lessA.sub(level.sub(level.max(second)).max((byte) -1));
            level = level.lanewise(VectorOperators.XOR, turn);
            farA = farA.sub(level.sub(level.max(first)).max((byte) -1));
            level = ByteVector.fromArray(BYTES, b, i);
            lessB = lessB.sub(level.sub(level.max(second)).max((byte) -1));
            level = level.lanewise(VectorOperators.XOR, turn);
            farB = farB.sub(level.sub(level.max(first)).max((byte) -1));
            level = ByteVector.fromArray(BYTES, c, i);
            lessC = lessC.sub(level.sub(level.max(second)).max((byte) -1));
            level = level.lanewise(VectorOperators.XOR, turn);
            farC = farC.sub(level.sub(level.max(first)).max((byte) -1));
        }
        farA.intoArray(counts, 0);
        lessA.intoArray(counts, LANES);
        farB.intoArray(counts, 2 * LANES);
        lessB.intoArray(counts, 3 * LANES);
        farC.intoArray(counts, 4 * LANES);
        lessC.intoArray(counts, 5 * LANES);
    }

    /** Those that are left. */
    private static void count(
            byte[] dark, byte[] far, byte[] less, byte[] a, byte[] b, int from, int to, byte[] counts) {
        int step = counts.length / (2 * TOGETHER);
        ByteVector farA = ByteVector.zero(BYTES);
        ByteVector farB = farA;
        ByteVector lessA = farA;
        ByteVector lessB = farA;
        for (int i = from; i < to; i += step) {
            ByteVector turn = ByteVector.fromArray(BYTES, dark, i);
            ByteVector first = ByteVector.fromArray(BYTES, far, i);
            ByteVector second = ByteVector.fromArray(BYTES, less, i);
            ByteVector level = ByteVector.fromArray(BYTES, a, i);
            lessA = lessA.sub(level.sub(level.max(second)).max((byte) -1));
            level = level.lanewise(VectorOperators.XOR, turn);
            farA = farA.sub(level.sub(level.max(first)).max((byte) -1));
            level = ByteVector.fromArray(BYTES, b, i);
            lessB = lessB.sub(level.sub(level.max(second)).max((byte) -1));
            level = level.lanewise(VectorOperators.XOR, turn);
            farB = farB.sub(level.sub(level.max(first)).max((byte) -1));
        }
        farA.intoArray(counts, 0);
        lessA.intoArray(counts, LANES);
        farB.intoArray(counts, 2 * LANES);
        lessB.intoArray(counts, 3 * LANES);
    }

    /** Of a vector of bytes without a sign. */
    private static int total(byte[] counts, int at) {
        ShortVector pairs = ByteVector.fromArray(BYTES, counts, at).reinterpretAsShorts();
        return pairs.and((short) 0xFF)
                .add(pairs.lanewise(VectorOperators.LSHR, Byte.SIZE))
                .reduceLanes(VectorOperators.ADD);
    }
}
