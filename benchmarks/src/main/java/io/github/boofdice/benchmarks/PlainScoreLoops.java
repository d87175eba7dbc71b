package io.github.boofdice.benchmarks;

import java.util.Arrays;
import java.util.List;

/** In plain Java: loops of which C2 makes vector instructions. One thread at a time. */
final class PlainScoreLoops extends ScoreLoops {
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final long LOWER_HALVES = 0x0000FFFF0000FFFFL;
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;
    /** So many blocks fit into sums of 16 bits, which hold two levels of each. */
    private static final int MOST_BLOCKS = 127;
    /** The sum of so many blocks' products fits into an {@code int}. */
    private static final int MOST_PRODUCTS = 16;

    private final long[] sums = new long[Levels.WORDS];
    private final long[] counts = new long[Levels.WORDS];
    private final int[] products = new int[Levels.BLOCK / 2];

    @Override
    long sum(Levels levels) {
        long total = 0;
        for (int from = 0; from < levels.words().length; from += MOST_BLOCKS) {
            Arrays.fill(sums, 0);
            for (int i = from; i < Math.min(levels.words().length, from + MOST_BLOCKS); i++) {
                add(sums, levels.words()[i]);
            }
            total += total(sums);
        }
        return total;
    }

    private static void add(long[] sums, long[] a) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (a[i] & EVEN) + ((a[i] >>> 8) & EVEN);
        }
    }

    /** {@code |a - b| = 2 max(a, b) - a - b}. */
    @Override
    long leastSad(Levels picture, List<Levels> templates) {
        long sum = sum(picture);
        long least = Long.MAX_VALUE;
        for (Levels template : templates) {
            least = Math.min(least, 2 * greater(picture.words(), template.words()) - sum - template.sum());
        }
        return least;
    }

    private long greater(long[][] a, long[][] b) {
        long total = 0;
        for (int from = 0; from < a.length; from += MOST_BLOCKS) {
            Arrays.fill(sums, 0);
            for (int i = from; i < Math.min(a.length, from + MOST_BLOCKS); i++) {
                addGreater(sums, a[i], b[i]);
            }
            total += total(sums);
        }
        return total;
    }

    private static void addGreater(long[] sums, long[] a, long[] b) {
        for (int i = 0; i < sums.length; i++) {
            long either = a[i] ^ b[i];
            // Of each byte the highest bit: whether the lower seven bits of b are at least those of a.
            long notLess = (b[i] | HIGHEST) - (a[i] & ~HIGHEST);
            long atLeast = ((notLess ^ (either & (notLess ^ b[i]))) >>> 7) & EACH;
            long greater = a[i] ^ (either & ((atLeast << 8) - atLeast));
            sums[i] += (greater & EVEN) + ((greater >>> 8) & EVEN);
        }
    }

    private static void addGreater(long[] sums, long[] counts, long[] a, long[] b) {
        for (int i = 0; i < sums.length; i++) {
            long either = a[i] ^ b[i];
            long notLess = (b[i] | HIGHEST) - (a[i] & ~HIGHEST);
            long atLeast = ((notLess ^ (either & (notLess ^ b[i]))) >>> 7) & EACH;
            long greater = a[i] ^ (either & ((atLeast << 8) - atLeast));
            counts[i] += atLeast;
            sums[i] += (greater & EVEN) + ((greater >>> 8) & EVEN);
        }
    }

    /** Of 16 bits each. */
    private static long total(long[] sums) {
        long total = 0;
        for (int i = 0; i < sums.length; i++) {
            total += (sums[i] & LOWER_HALVES) + ((sums[i] >>> 16) & LOWER_HALVES);
        }
        return (total & 0xFFFFFFFFL) + (total >>> 32);
    }

    /** Of bytes. */
    private static long count(long[] counts) {
        long total = 0;
        for (int i = 0; i < counts.length; i++) {
            long pairs = (counts[i] & EVEN) + ((counts[i] >>> 8) & EVEN);
            total += (pairs & LOWER_HALVES) + ((pairs >>> 16) & LOWER_HALVES);
        }
        return (total & 0xFFFFFFFFL) + (total >>> 32);
    }

    @Override
    long leastTolerance(Levels picture, List<Levels> lowest, List<Levels> highest) {
        long least = Long.MAX_VALUE;
        for (int t = 0; t < lowest.size(); t++) {
            least = Math.min(least, tolerance(picture, lowest.get(t), highest.get(t)));
        }
        return least;
    }

    /** Above the limits as {@code max(x, highest) - highest}, and below likewise, all turned over. */
    private long tolerance(Levels picture, Levels lowest, Levels highest) {
        long above = greaterAndCount(picture.words(), highest.words());
        long below = greaterAndCount(picture.inverted(), lowest.inverted());
        long sum = (int) above - highest.sum() + (int) below - (255L * lowest.count() - lowest.sum());
        long inside = (above >>> Integer.SIZE) + (below >>> Integer.SIZE);
        return ((2L * picture.count() - inside) << Integer.SIZE) | sum;
    }

    /** The sum of the greater of two levels; in the upper half how often it is the second, or both. */
    private long greaterAndCount(long[][] a, long[][] b) {
        long total = 0;
        for (int from = 0; from < a.length; from += MOST_BLOCKS) {
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            for (int i = from; i < Math.min(a.length, from + MOST_BLOCKS); i++) {
                addGreater(sums, counts, a[i], b[i]);
            }
            total += (count(counts) << Integer.SIZE) + total(sums);
        }
        return total;
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
