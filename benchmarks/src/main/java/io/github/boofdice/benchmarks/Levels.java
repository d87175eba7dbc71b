package io.github.boofdice.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Grey levels of 8 bits as each kind of {@link ScoreLoops} takes them, in blocks of {@value #BLOCK}: enough for a loop to be worth its start, and few enough that the block stays at hand.
 *
 * @param words eight levels to a word: ordinary arithmetic does the same to all of them
 * @param inverted all bits turned over: the lower the level, the higher this
 * @param signed the highest bit of each turned over: signed bytes, which is what vectors of JDK 17 compare, in the same order; all blocks in one array
 * @param shorts to be multiplied
 * @param sum of all levels
 * @param count how many, those that fill up the last block included
 */
record Levels(long[][] words, long[][] inverted, byte[] signed, short[][] shorts, long sum, int count) {
    static final int BLOCK = 2048;
    static final int WORDS = BLOCK / Long.BYTES;
    private static final int HIGHEST = 0x80;

    /**
     * Of these levels.
     *
     * @param beyond the level of those that fill up the last block
     */
    static Levels of(byte[] levels, int beyond) {
        int blocks = (levels.length + BLOCK - 1) / BLOCK;
        Levels out = new Levels(
                new long[blocks][WORDS],
                new long[blocks][WORDS],
                new byte[blocks * BLOCK],
                new short[blocks][BLOCK],
                sum(levels) + (long) beyond * (blocks * BLOCK - levels.length),
                blocks * BLOCK);
        for (int b = 0; b < blocks; b++) {
            out.fill(b, levels, (byte) beyond);
        }
        return out;
    }

    private static long sum(byte[] levels) {
        long sum = 0;
        for (byte level : levels) {
            sum += Byte.toUnsignedInt(level);
        }
        return sum;
    }

    private void fill(int block, byte[] levels, byte beyond) {
        byte[] bytes = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            int at = block * BLOCK + i;
            bytes[i] = at < levels.length ? levels[at] : beyond;
            signed[at] = (byte) (bytes[i] ^ HIGHEST);
            shorts[block][i] = (short) Byte.toUnsignedInt(bytes[i]);
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words[block]);
        for (int i = 0; i < WORDS; i++) {
            inverted[block][i] = ~words[block][i];
        }
    }
}
