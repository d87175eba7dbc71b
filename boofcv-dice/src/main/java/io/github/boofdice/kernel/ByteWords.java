package io.github.boofdice.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Grey levels of 8 bits, eight to a {@code long}, each with its highest bit turned over so that signed bytes are ordered as the levels are; in blocks of {@value Kernels#BLOCK}
 * words. Ordinary arithmetic then does the same to eight of them, and C2 makes vector instructions of it in turn, which it does not of loops that add up bytes. Internal, as {@link
 * Kernels}.
 */
public final class ByteWords {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PER_BLOCK = Long.BYTES * Kernels.BLOCK;
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final long EACH_SHORT = 0x0001000100010001L;
    private static final long HIGHEST_SHORT = 0x8000800080008000L;

    private ByteWords() {}

    /** Blocks for so many levels, all of which are {@code level} at first. */
    public static long[][] blocks(int levels, int level) {
        long[][] blocks = new long[(levels + PER_BLOCK - 1) / PER_BLOCK][Kernels.BLOCK];
        for (long[] block : blocks) {
            Arrays.fill(block, (level * EACH) ^ HIGHEST);
        }
        return blocks;
    }

    /**
     * Copies levels.
     *
     * @param levels as they are, as many as whole words
     */
    public static void copy(byte[] levels, long[][] blocks) {
        for (int from = 0; from < levels.length; from += PER_BLOCK) {
            copy(levels, from, blocks[from / PER_BLOCK], Math.min(PER_BLOCK, levels.length - from) / Long.BYTES);
        }
    }

    private static void copy(byte[] levels, int from, long[] block, int words) {
        for (int i = 0; i < words; i++) {
            block[i] = (long) WORD.get(levels, from + i * Long.BYTES) ^ HIGHEST;
        }
    }

    /** Puts a level where it belongs. */
    public static void set(long[][] blocks, int at, int level) {
        int shift = at % Long.BYTES * Byte.SIZE;
        long[] block = blocks[at / PER_BLOCK];
        int word = at / Long.BYTES % Kernels.BLOCK;
        block[word] = (block[word] & ~(0xFFL << shift)) | ((level ^ 0x80L) << shift);
    }

    /** Adds 1 to each byte of the sums where a level is less than the other. */
    public static void addLess(long[] sums, long[] a, long[] b) {
        for (int i = 0; i < sums.length; i++) {
            // Of each byte the highest bit: whether the lower seven bits of a are at least those of b.
            long notLess = (a[i] | HIGHEST) - (b[i] & ~HIGHEST);
            long less = (a[i] & ~b[i]) | (~(a[i] ^ b[i]) & ~notLess);
            sums[i] += (less >>> 7) & EACH;
        }
    }

    /** The sum of all bytes. */
    public static long total(long[] sums) {
        long total = 0;
        for (long sum : sums) {
            // As 16 bits first, whose sum fits into the uppermost.
            total += (((sum & EVEN) + ((sum >>> 8) & EVEN)) * EACH_SHORT) >>> 48;
        }
        return total;
    }

    /** {@code out = saturate(round(|2.5 x - 100|))}, halves to even, of every level x. */
    public static void stretch(long[][] in, long[][] out) {
        for (int b = 0; b < in.length; b++) {
            stretchEven(in[b], out[b]);
            addStretchedOdd(in[b], out[b]);
        }
    }

    private static void stretchEven(long[] in, long[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = stretched((in[i] ^ HIGHEST) & EVEN);
        }
    }

    private static void addStretchedOdd(long[] in, long[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] | (stretched(((in[i] ^ HIGHEST) >>> 8) & EVEN) << 8)) ^ HIGHEST;
        }
    }

    /** Of four levels, each in 16 bits. */
    private static long stretched(long x) {
        // |5 x - 200|: the highest bit stays where 5 x is 200 or more.
        long difference = (((x << 2) + x) | HIGHEST_SHORT) - 200 * EACH_SHORT;
        long negative = (~difference >>> 15) & EACH_SHORT;
        long twice = ((difference & ~HIGHEST_SHORT) ^ ((negative << 15) - negative)) + negative;
        long half = (twice >>> 1) & ~HIGHEST_SHORT;
        long rounded = half + (twice & half & EACH_SHORT);
        long over = ((rounded + 0x7F00 * EACH_SHORT) >>> 15) & EACH_SHORT;
        return (rounded | ((over << 8) - over)) & EVEN;
    }
}
