package io.github.boofdice.benchmarks;

import io.github.boofdice.kernel.BitPlanes;
import java.util.Arrays;

/**
 * Grey levels of 8 bits as each kind of {@link ScoreLoops} takes them, in blocks of {@value #BLOCK}: enough for a loop to be worth its start, and few enough that the block stays at hand.
 *
 * @param planes bit by bit, as {@link BitPlanes} has them
 * @param signed the highest bit of each turned over: signed bytes, which is what vectors of JDK 17 compare, in the same order; all blocks in one array
 * @param shorts to be multiplied
 * @param sum of all levels
 * @param count how many, those that fill up the last block included
 */
record Levels(int[][] planes, byte[] signed, short[][] shorts, long sum, int count) {
    static final int BLOCK = 2048;
    private static final int HIGHEST = 0x80;

    /**
     * Of these levels.
     *
     * @param beyond the level of those that fill up the last block
     */
    static Levels of(byte[] levels, int beyond) {
        int blocks = (levels.length + BLOCK - 1) / BLOCK;
        byte[] filled = Arrays.copyOf(levels, blocks * BLOCK);
        Arrays.fill(filled, levels.length, filled.length, (byte) beyond);
        byte[] signed = new byte[filled.length];
        for (int i = 0; i < filled.length; i++) {
            signed[i] = (byte) (filled[i] ^ HIGHEST);
        }
        short[][] shorts = new short[blocks][BLOCK];
        for (int b = 0; b < blocks; b++) {
            short[] block = shorts[b];
            for (int i = 0; i < BLOCK; i++) {
                block[i] = (short) Byte.toUnsignedInt(filled[b * BLOCK + i]);
            }
        }
        return new Levels(BitPlanes.of(filled, beyond), signed, shorts, sum(filled), filled.length);
    }

    private static long sum(byte[] levels) {
        long sum = 0;
        for (byte level : levels) {
            sum += Byte.toUnsignedInt(level);
        }
        return sum;
    }
}
