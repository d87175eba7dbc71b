package io.github.boofdice.benchmarks;

import io.github.boofdice.kernel.BitPlanes;
import java.util.Arrays;
import java.util.List;

/**
 * In plain Java: loops of which C2 makes vector instructions. One thread at a time.
 *
 * <p>SAD and tolerance go by bit planes, since C2 compares no bytes by vectors, but does everything with bits. Which of two levels is greater is found from the lowest bit to the highest: where two bits differ, they
 * decide instead of all that are lower. The greater one's bits are then counted plane by plane. All that is one loop; C2 keeps to vectors in it as long as no result serves two planes.
 */
final class PlainScoreLoops extends ScoreLoops {
    /** Where planes begin, from the second one on. */
    private static final int P1 = BitPlanes.APART;

    private static final int P2 = 2 * P1;
    private static final int P3 = 3 * P1;
    private static final int P4 = 4 * P1;
    private static final int P5 = 5 * P1;
    private static final int P6 = 6 * P1;
    private static final int P7 = 7 * P1;

    /** The sum of so many blocks' products fits into an {@code int}. */
    private static final int MOST_PRODUCTS = 16;

    private final int[] products = new int[Levels.BLOCK / 2];

    @Override
    long sum(Levels levels) {
        long sum = 0;
        for (int b = 0; b < levels.planes().length; b++) {
            sum += sum(levels.planes()[b], words(levels, b));
        }
        return sum;
    }

    /** Of a plane in one block. */
    private static int words(Levels levels, int block) {
        return Math.min(BitPlanes.WORDS, levels.count() / Integer.SIZE - block * BitPlanes.WORDS);
    }

    private static int sum(int[] x, int words) {
        int sum = 0;
        for (int i = 0; i < words; i++) {
            sum += Integer.bitCount(x[i])
                    + (Integer.bitCount(x[i + P1]) << 1)
                    + (Integer.bitCount(x[i + P2]) << 2)
                    + (Integer.bitCount(x[i + P3]) << 3)
                    + (Integer.bitCount(x[i + P4]) << 4)
                    + (Integer.bitCount(x[i + P5]) << 5)
                    + (Integer.bitCount(x[i + P6]) << 6)
                    + (Integer.bitCount(x[i + P7]) << 7);
        }
        return sum;
    }

    /** {@code |a - b| = 2 max(a, b) - a - b}. */
    @Override
    long leastSad(Levels picture, List<Levels> templates) {
        long sum = sum(picture);
        long least = Long.MAX_VALUE;
        for (Levels template : templates) {
            long greater = 0;
            for (int b = 0; b < picture.planes().length; b++) {
                greater += (int) greater(picture.planes()[b], template.planes()[b], words(picture, b));
            }
            least = Math.min(least, 2 * greater - sum - template.sum());
        }
        return least;
    }

    /** Above the limits by {@code max(x, highest) - highest}, below them by {@code max(lowest, x) - x}. */
    @Override
    long leastTolerance(Levels picture, List<Levels> lowest, List<Levels> highest) {
        long sum = sum(picture);
        long least = Long.MAX_VALUE;
        for (int t = 0; t < lowest.size(); t++) {
            long outside = -highest.get(t).sum() - sum;
            for (int b = 0; b < picture.planes().length; b++) {
                int[] levels = picture.planes()[b];
                int words = words(picture, b);
                outside += greater(levels, highest.get(t).planes()[b], words)
                        + greater(lowest.get(t).planes()[b], levels, words);
            }
            least = Math.min(least, outside);
        }
        return least;
    }

    /** The sum of the greater of two levels; in the upper half how often it is the first, and not both. */
    private static long greater(int[] x, int[] y, int words) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < words; i++) {
            int first = decided(x[i], y[i], 0);
            first = decided(x[i + P1], y[i + P1], first);
            first = decided(x[i + P2], y[i + P2], first);
            first = decided(x[i + P3], y[i + P3], first);
            first = decided(x[i + P4], y[i + P4], first);
            first = decided(x[i + P5], y[i + P5], first);
            first = decided(x[i + P6], y[i + P6], first);
            first = decided(x[i + P7], y[i + P7], first);
            count += Integer.bitCount(first);
            sum += Integer.bitCount(chosen(first, x[i], y[i]))
                    + (Integer.bitCount(chosen(first, x[i + P1], y[i + P1])) << 1)
                    + (Integer.bitCount(chosen(first, x[i + P2], y[i + P2])) << 2)
                    + (Integer.bitCount(chosen(first, x[i + P3], y[i + P3])) << 3)
                    + (Integer.bitCount(chosen(first, x[i + P4], y[i + P4])) << 4)
                    + (Integer.bitCount(chosen(first, x[i + P5], y[i + P5])) << 5)
                    + (Integer.bitCount(chosen(first, x[i + P6], y[i + P6])) << 6)
                    + (Integer.bitCount(chosen(first, x[i + P7], y[i + P7])) << 7);
        }
        return ((long) count << Integer.SIZE) + sum;
    }

    /** Where the first is greater, by these bits or, where they are the same, as it was by lower ones. */
    private static int decided(int x, int y, int first) {
        return (x & ~y) | (first & (x | ~y));
    }

    private static int chosen(int first, int x, int y) {
        return (x & first) | (y & ~first);
    }

    @Override
    long dot(Levels a, Levels b) {
        long total = 0;
        for (int from = 0; from < a.shorts().length; from += MOST_PRODUCTS) {
            Arrays.fill(products, 0);
            for (int i = from; i < Math.min(a.shorts().length, from + MOST_PRODUCTS); i++) {
                addProducts(products, a.shorts()[i], b.shorts()[i]);
            }
            total += sum(products);
        }
        return total;
    }

    /** There is an instruction for two products and their sum. One such sum a loop: C2 of JDK 17.0.15 crashes where it compiles two. */
    private static void addProducts(int[] sums, short[] a, short[] b) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
        }
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    LargestDeviation largestDeviation(int side) {
        return new PlainLargestDeviation(side);
    }
}
