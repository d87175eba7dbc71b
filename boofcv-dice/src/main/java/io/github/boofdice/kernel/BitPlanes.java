package io.github.boofdice.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Compares many grey levels of 8 bits at once, bit by bit: a plane holds one bit of each, and 64 of them are one {@code long}. Internal, as {@link Kernels}.
 *
 * <p>C2 makes no vector instructions of loops that compare bytes. Of loops over planes it does, on JDK 17 and 25 and without the Vector API, as long as a loop holds no more than two
 * bits. In which order levels stand in a plane is no matter: it is the same in all of one size.
 */
public final class BitPlanes {
    /** How many there are; plane {@code k} holds what counts {@code 2^k}. */
    public static final int COUNT = Byte.SIZE;

    /** By so much {@link #farFrom} differs, or more. */
    public static final int FAR = 128;

    private static final int LEVELS_PER_WORD = Long.SIZE;

    private final byte[] levels;
    private final LongBuffer words;
    private final long[][] planes;
    private final long[] zeros;
    private final long[] ones;
    private final long[] notHighest;
    /** Of the comparison that is under way. */
    private final long[] greater;

    /**
     * Room for one picture.
     *
     * @param levels how many it has
     */
    public BitPlanes(int levels) {
        planes = new long[COUNT][words(levels)];
        this.levels = new byte[words(levels) * LEVELS_PER_WORD];
        words = ByteBuffer.wrap(this.levels).order(ByteOrder.nativeOrder()).asLongBuffer();
        zeros = new long[words(levels)];
        ones = new long[words(levels)];
        Arrays.fill(ones, -1);
        notHighest = new long[words(levels)];
        greater = new long[words(levels)];
    }

    /** So many that an array of them and its header fill lines of the cache: those that are made one after the other lie in them alike, and fewer vectors straddle two. */
    private static int words(int levels) {
        return (levels / LEVELS_PER_WORD + 2) / 8 * 8 + 6;
    }

    /**
     * The planes of levels that stay.
     *
     * @param beyond the level of those that fill up the last word
     */
    public static long[][] of(byte[] levels, int beyond) {
        BitPlanes room = new BitPlanes(levels.length);
        System.arraycopy(levels, 0, room.levels, 0, levels.length);
        Arrays.fill(room.levels, levels.length, room.levels.length, (byte) beyond);
        room.split();
        return room.planes;
    }

    /** Where the levels are written, before {@link #split}; those beyond the last are 0. */
    public byte[] levels() {
        return levels;
    }

    /** Lays the levels out in planes: of eight words each the bits change places with the words, four by four, two by two, and one by one. */
    public void split() {
        for (int k = 0; k < COUNT; k++) {
            words.get(k * planes[k].length, planes[k]);
        }
        for (int k = 0; k < 4; k++) {
            swap(planes[k], planes[k + 4], 4, 0x0F0F0F0F0F0F0F0FL);
        }
        for (int k = 0; k < COUNT; k += 4) {
            swap(planes[k], planes[k + 2], 2, 0x3333333333333333L);
            swap(planes[k + 1], planes[k + 3], 2, 0x3333333333333333L);
        }
        for (int k = 0; k < COUNT; k += 2) {
            swap(planes[k], planes[k + 1], 1, 0x5555555555555555L);
        }
        for (int i = 0; i < notHighest.length; i++) {
            notHighest[i] = ~planes[COUNT - 1][i];
        }
    }

    private static void swap(long[] low, long[] high, int by, long mask) {
        for (int i = 0; i < low.length; i++) {
            long differing = ((low[i] >>> by) ^ high[i]) & mask;
            low[i] ^= differing << by;
            high[i] ^= differing;
        }
    }

    /** How many levels are greater than those of the same places. */
    public int above(long[][] limits) {
        compare(zeros, limits, planes[COUNT - 1]);
        return count(zeros);
    }

    /** How many levels are less. */
    public int below(long[][] limits) {
        compare(ones, limits, planes[COUNT - 1]);
        return count(ones);
    }

    /**
     * How many levels differ from others by {@value #FAR} or more.
     *
     * <p>{@code z = x + 128 mod 256} compares as they do: where x is 128 or more, it differs so much if z is not less than the other; where it is not, if z is not greater.
     */
    public int farFrom(long[][] others) {
        compare(planes[COUNT - 1], others, notHighest);
        return count(notHighest);
    }

    /**
     * Of each level whether it is greater, from the lowest bit to the highest: where two bits differ, they decide instead of all that are lower.
     *
     * @param equal whether equal levels count too
     * @param highest what to take for the highest plane
     */
    private void compare(long[] equal, long[][] with, long[] highest) {
        compare(equal, planes[0], with[0], planes[1], with[1], greater);
        compare(greater, planes[2], with[2], planes[3], with[3], greater);
        compare(greater, planes[4], with[4], planes[5], with[5], greater);
        compare(greater, planes[6], with[6], highest, with[7], greater);
    }

    private static void compare(long[] before, long[] a0, long[] b0, long[] a1, long[] b1, long[] greater) {
        for (int i = 0; i < greater.length; i++) {
            long last = before[i];
            last ^= (a0[i] ^ last) & (a0[i] ^ b0[i]);
            last ^= (a1[i] ^ last) & (a1[i] ^ b1[i]);
            greater[i] = last;
        }
    }

    private int count(long[] unlike) {
        int count = 0;
        for (int i = 0; i < greater.length; i++) {
            count += Long.bitCount(greater[i] ^ unlike[i]);
        }
        return count;
    }
}
