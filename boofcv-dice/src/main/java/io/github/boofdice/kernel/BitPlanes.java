package io.github.boofdice.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Compares many grey levels of 8 bits at once, bit by bit: a plane holds one bit of each, and 32 of them are one {@code int}. Internal, as {@link Kernels}.
 *
 * <p>C2 makes no vector instructions of loops that compare bytes. Of loops over planes it does, on JDK 17 and 25 and without the Vector API; of all eight at once where they lie in one array, at distances that it
 * knows, and in an {@code int}, of which JDK 17 counts the bits by vectors too. In which order levels stand in a plane is no matter: it is the same in all of one size.
 */
public final class BitPlanes {
    /** How many there are; plane {@code k} holds what counts {@code 2^k}. */
    public static final int COUNT = Byte.SIZE;

    /** By so much {@link #farFrom} differs, or more. */
    public static final int FAR = 128;

    /** Words of a plane in one array: enough for a loop to be worth its start, and few enough that the arrays that meet stay at hand. */
    public static final int WORDS = 512;
    /** From a plane to the next; were it a power of two, a cache would keep fewer of them. */
    public static final int APART = WORDS + 16;
    /** With so many more, and the header, an array fills lines of the cache: those made one after the other lie in them alike, and fewer vectors straddle two. */
    private static final int FILL = 12;

    private static final int BLOCK = WORDS * Integer.SIZE;

    private final byte[] levels;
    private final IntBuffer words;
    /** All planes of a block of levels. */
    private final int[][] blocks;

    /**
     * Room for one picture.
     *
     * @param levels how many it has
     */
    public BitPlanes(int levels) {
        blocks = new int[(levels + BLOCK - 1) / BLOCK][COUNT * APART + FILL];
        this.levels = new byte[(levels + Integer.SIZE - 1) / Integer.SIZE * Integer.SIZE];
        words = ByteBuffer.wrap(this.levels).order(ByteOrder.nativeOrder()).asIntBuffer();
    }

    /**
     * The planes of levels that stay.
     *
     * @param beyond the level of those that fill up the last word
     */
    public static int[][] of(byte[] levels, int beyond) {
        BitPlanes room = new BitPlanes(levels.length);
        System.arraycopy(levels, 0, room.levels, 0, levels.length);
        Arrays.fill(room.levels, levels.length, room.levels.length, (byte) beyond);
        room.split();
        return room.blocks;
    }

    /** Where the levels are written, before {@link #split}; those beyond the last are 0. */
    public byte[] levels() {
        return levels;
    }

    /** Lays the levels out in planes: of eight words each the bits change places with the words, four by four, two by two, and one by one. */
    public void split() {
        for (int b = 0; b < blocks.length; b++) {
            int[] planes = blocks[b];
            int length = wordsOf(b);
            for (int k = 0; k < COUNT; k++) {
                words.get(b * WORDS * COUNT + k * length, planes, k * APART, length);
            }
            swapFours(planes);
            for (int k = 0; k < COUNT; k += 4) {
                swapTwos(planes, k * APART);
            }
            for (int k = 0; k < COUNT; k += 2) {
                swapOnes(planes, k * APART, length);
            }
        }
    }

    /** Of a plane in one block. */
    private int wordsOf(int block) {
        return Math.min(WORDS, levels.length / Integer.SIZE - block * WORDS);
    }

    private static void swapFours(int[] planes) {
        for (int i = 0; i < 4 * APART; i++) {
            int differing = ((planes[i] >>> 4) ^ planes[i + 4 * APART]) & 0x0F0F0F0F;
            planes[i] ^= differing << 4;
            planes[i + 4 * APART] ^= differing;
        }
    }

    private static void swapTwos(int[] planes, int from) {
        for (int i = from; i < from + 2 * APART; i++) {
            int differing = ((planes[i] >>> 2) ^ planes[i + 2 * APART]) & 0x33333333;
            planes[i] ^= differing << 2;
            planes[i + 2 * APART] ^= differing;
        }
    }

    private static void swapOnes(int[] planes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            int differing = ((planes[i] >>> 1) ^ planes[i + APART]) & 0x55555555;
            planes[i] ^= differing << 1;
            planes[i + APART] ^= differing;
        }
    }

    /** How many levels are greater than those of the same places. */
    public int above(int[][] limits) {
        return count(limits, 0, 0);
    }

    /** How many levels are less. */
    public int below(int[][] limits) {
        return count(limits, -1, 0);
    }

    /**
     * How many levels differ from others by {@value #FAR} or more.
     *
     * <p>{@code z = x + 128 mod 256} compares as they do: where x is 128 or more, it differs so much if z is not less than the other; where it is not, if z is not greater.
     */
    public int farFrom(int[][] others) {
        return levels.length - count(others, 0, -1);
    }

    private int count(int[][] with, int equal, int turn) {
        int count = 0;
        for (int b = 0; b < blocks.length; b++) {
            count += count(blocks[b], with[b], wordsOf(b), equal, turn);
        }
        return count;
    }

    /**
     * How often it makes a difference whether a level is greater, which is found from the lowest bit to the highest: where two bits differ, they decide instead of all that are lower.
     *
     * @param equal all bits set where equal levels are taken for greater, and what counts is which are not
     * @param turn all bits set to turn the highest bit over, and take equal levels for greater where it was set
     */
    private static int count(int[] x, int[] y, int length, int equal, int turn) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            int highest = x[i + 7 * APART];
            int first = (highest & turn) ^ equal;
            int last = first;
            last ^= (x[i] ^ last) & (x[i] ^ y[i]);
            last ^= (x[i + APART] ^ last) & (x[i + APART] ^ y[i + APART]);
            last ^= (x[i + 2 * APART] ^ last) & (x[i + 2 * APART] ^ y[i + 2 * APART]);
            last ^= (x[i + 3 * APART] ^ last) & (x[i + 3 * APART] ^ y[i + 3 * APART]);
            last ^= (x[i + 4 * APART] ^ last) & (x[i + 4 * APART] ^ y[i + 4 * APART]);
            last ^= (x[i + 5 * APART] ^ last) & (x[i + 5 * APART] ^ y[i + 5 * APART]);
            last ^= (x[i + 6 * APART] ^ last) & (x[i + 6 * APART] ^ y[i + 6 * APART]);
            highest ^= turn;
            last ^= (highest ^ last) & (highest ^ y[i + 7 * APART]);
            count += Integer.bitCount(last ^ first);
        }
        return count;
    }
}
