package io.github.boofdice.benchmarks;

import static io.github.boofdice.benchmarks.DeviationRoom.REACH;
import static io.github.boofdice.benchmarks.DeviationRoom.SIDE;

import io.github.boofdice.kernel.ByteWords;
import io.github.boofdice.kernel.Kernels;
import java.util.Arrays;

/** In plain Java: loops of which C2 makes vector instructions. One thread at a time. */
final class PlainScoreLoops extends ScoreLoops {
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final long EACH_SHORT = 0x0001000100010001L;
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST = 0x80 * EACH;
    /** Sums of 16 bits hold two levels of each; of 8 bits, a comparison or two. */
    private static final int MOST_BLOCKS = 127;

    /** Their sum fits into an int. */
    private static final int MOST_PRODUCTS = 1 << 15;

    private final long[] sums = new long[Kernels.BLOCK];
    private final long[] counts = new long[Kernels.BLOCK];

    @Override
    long sad(long[][] a, long[][] b) {
        long total = 0;
        for (int from = 0; from < a.length; from += MOST_BLOCKS) {
            Arrays.fill(sums, 0);
            for (int i = from; i < Math.min(a.length, from + MOST_BLOCKS); i++) {
                addDifferences(sums, a[i], b[i]);
            }
            total += total(sums);
        }
        return total;
    }

    private static void addDifferences(long[] sums, long[] a, long[] b) {
        for (int i = 0; i < sums.length; i++) {
            long x = a[i] ^ HIGHEST;
            long y = b[i] ^ HIGHEST;
            long notLess = (x | HIGHEST) - (y & ~HIGHEST);
            long less = (~x & y | ~(x ^ y) & ~notLess) >>> 7 & EACH;
            // No byte borrows from the next one where the larger stands first.
            long larger = x ^ (x ^ y) & (less << 8) - less;
            long difference = larger - (x ^ y ^ larger);
            sums[i] += (difference & EVEN) + (difference >>> 8 & EVEN);
        }
    }

    private static long total(long[] sums) {
        long total = 0;
        for (long sum : sums) {
            total += (sum & 0xFFFF) + (sum >>> 16 & 0xFFFF) + (sum >>> 32 & 0xFFFF) + (sum >>> 48);
        }
        return total;
    }

    @Override
    long tolerance(long[][] picture, long[][] lowest, long[][] highest) {
        long total = 0;
        long count = 0;
        for (int from = 0; from < picture.length; from += MOST_BLOCKS) {
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            for (int i = from; i < Math.min(picture.length, from + MOST_BLOCKS); i++) {
                addExcess(sums, picture[i], highest[i]);
                addExcess(sums, lowest[i], picture[i]);
                ByteWords.addLess(counts, picture[i], lowest[i]);
                ByteWords.addLess(counts, highest[i], picture[i]);
            }
            total += total(sums);
            count += ByteWords.total(counts);
        }
        return count << Integer.SIZE | total;
    }

    /** By how much levels are above others. */
    private static void addExcess(long[] sums, long[] a, long[] b) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += excess((a[i] ^ HIGHEST) & EVEN, (b[i] ^ HIGHEST) & EVEN);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += excess((a[i] ^ HIGHEST) >>> 8 & EVEN, (b[i] ^ HIGHEST) >>> 8 & EVEN);
        }
    }

    /** Of four levels, each in 16 bits. */
    private static long excess(long a, long b) {
        long difference = (a | EACH_SHORT << 8) - b;
        long above = difference >>> 8 & EACH_SHORT;
        return difference & (above << 8) - above;
    }

    @Override
    long dot(Levels a, Levels b) {
        long total = 0;
        int[] x = a.ints();
        int[] y = b.ints();
        for (int from = 0; from < x.length; from += MOST_PRODUCTS) {
            total += dot(x, y, from, Math.min(x.length, from + MOST_PRODUCTS));
        }
        return total;
    }

    private static int dot(int[] a, int[] b, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    float largestDeviation(float[][] picture, float[][] mean, float[][] overSpread, DeviationRoom room) {
        int height = picture.length;
        Arrays.fill(room.most, 0);
        for (int y = 0; y < REACH; y++) {
            deviate(picture[y], mean[y], overSpread[y], room.row(y, height));
        }
        for (int y = 0; y < height; y++) {
            int next = y + REACH;
            if (next < height) {
                deviate(picture[next], mean[next], overSpread[next], room.row(next, height));
            }
            add(
                    room.row(y - 2, height),
                    room.row(y - 1, height),
                    room.row(y, height),
                    room.row(y + 1, height),
                    room.row(y + 2, height),
                    room.shifted[REACH]);
            System.arraycopy(room.shifted[REACH], 0, room.sums, REACH, room.most.length);
            for (int s = 0; s < SIDE; s++) {
                if (s != REACH) {
                    System.arraycopy(room.sums, s, room.shifted[s], 0, room.most.length);
                }
            }
            keepLargest(room.most, room.shifted[0], room.shifted[1], room.shifted[2], room.shifted[3], room.shifted[4]);
        }
        float most = 0;
        for (float value : room.most) {
            most = Math.max(most, value);
        }
        return most / (SIDE * SIDE);
    }

    private static void deviate(float[] x, float[] mean, float[] overSpread, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.abs(x[i] - mean[i]) * overSpread[i];
        }
    }

    private static void add(float[] a, float[] b, float[] c, float[] d, float[] e, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] + b[i] + c[i] + d[i] + e[i];
        }
    }

    private static void keepLargest(float[] most, float[] a, float[] b, float[] c, float[] d, float[] e) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], a[i] + b[i] + c[i] + d[i] + e[i]);
        }
    }
}
