package io.github.boofdice.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages files: flips, cuts, splices, and writes numbers that nobody expects. The same random numbers give the same damage. */
public final class Mutator {
    private static final int MOST_EDITS = 6;
    private static final int SHORT = 12;

    /** Bounds of types, sizes near those that are allowed, powers of two that overflow when they are multiplied. */
    private static final long[] WHOLE = {
        -1,
        0,
        1,
        2,
        3,
        31,
        33,
        255,
        256,
        4096,
        4097,
        65_535,
        65_536,
        1 << 20,
        1 << 24,
        1 << 28,
        1 << 30,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE - 8,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final double[] REAL = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        1e-6,
        1e6,
        1e-300,
        1e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    /**
     * A whole file, and where in it damage does most.
     *
     * @param bytes the file, not modified
     * @param fields where sizes, counts, offsets and names stand; seven edits in eight begin here
     */
    public record Source(byte[] bytes, int[] fields) {}

    private final List<Source> sources;

    /** @param sources at least one; each begins as its format demands */
    public Mutator(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** One of the files with one to six edits; a new array. */
    public byte[] damaged(SplittableRandom random) {
        Source source = any(random);
        byte[] bytes = source.bytes().clone();
        for (int left = 1 + random.nextInt(MOST_EDITS); left > 0; left--) {
            bytes = edited(bytes, source, random);
        }
        return bytes;
    }

    /** A file's beginning up to one of its fields, and behind it numbers and texts as such files hold them, in any order. */
    public byte[] invented(SplittableRandom random) {
        Source source = any(random);
        int kept = Math.min(source.bytes().length, position(source.bytes().length, source, random));
        ByteBuffer out = ByteBuffer.allocate(kept + 64 + random.nextInt(2048));
        out.put(source.bytes(), 0, kept);
        out.order(random.nextInt(3) > 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        while (out.remaining() >= SHORT + Integer.BYTES) {
            switch (random.nextInt(5)) {
                case 0 -> out.putInt(random.nextInt(40));
                case 1 -> out.putDouble(random.nextInt(4) == 0 ? any(REAL, random) : random.nextDouble(100));
                case 2 -> out.putFloat((float) random.nextDouble(256));
                case 3 -> out.putInt((int) any(WHOLE, random));
                default -> putText(out, random);
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void putText(ByteBuffer out, SplittableRandom random) {
        byte[] letters = new byte[random.nextInt(SHORT)];
        random.nextBytes(letters);
        out.putInt(letters.length).put(letters);
    }

    private byte[] edited(byte[] bytes, Source source, SplittableRandom random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = position(bytes.length, source, random);
        return switch (random.nextInt(12)) {
            case 0, 1 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                yield bytes;
            }
            case 2 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 3, 4, 5 -> numbered(bytes, at, any(WHOLE, random), random);
            case 6 -> realNumbered(bytes, at, any(REAL, random), random);
            case 7 -> Arrays.copyOf(bytes, at);
            case 8 -> replaced(bytes, at, length(random, bytes.length - at), new byte[0]);
            case 9 -> replaced(bytes, at, 0, filling(random));
            case 10 -> replaced(bytes, at, 0, copied(bytes, source, random));
            default -> spliced(bytes, at, random);
        };
    }

    private static byte[] numbered(byte[] bytes, int at, long value, SplittableRandom random) {
        byte[] out = longEnough(bytes);
        ByteBuffer numbers = ordered(out, random);
        switch (random.nextInt(4)) {
            case 0 -> numbers.putShort(room(bytes, at, Short.BYTES), (short) value);
            case 1 -> numbers.putLong(room(bytes, at, Long.BYTES), value);
            default -> numbers.putInt(room(bytes, at, Integer.BYTES), (int) value);
        }
        return out;
    }

    private static byte[] realNumbered(byte[] bytes, int at, double value, SplittableRandom random) {
        byte[] out = longEnough(bytes);
        ByteBuffer numbers = ordered(out, random);
        if (random.nextBoolean()) {
            numbers.putDouble(room(bytes, at, Double.BYTES), value);
        } else {
            numbers.putFloat(room(bytes, at, Float.BYTES), (float) value);
        }
        return out;
    }

    /** Never too short for a number. */
    private static byte[] longEnough(byte[] bytes) {
        return bytes.length < Long.BYTES ? Arrays.copyOf(bytes, Long.BYTES) : bytes;
    }

    private static ByteBuffer ordered(byte[] bytes, SplittableRandom random) {
        return ByteBuffer.wrap(bytes).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private static int room(byte[] bytes, int at, int size) {
        return Math.max(0, Math.min(at, bytes.length - size));
    }

    private static byte[] filling(SplittableRandom random) {
        byte[] filling = new byte[length(random, 4096)];
        if (random.nextBoolean()) {
            random.nextBytes(filling);
        } else {
            Arrays.fill(filling, (byte) random.nextInt(256));
        }
        return filling;
    }

    private static byte[] copied(byte[] bytes, Source source, SplittableRandom random) {
        int from = position(bytes.length, source, random);
        return Arrays.copyOfRange(bytes, from, from + length(random, bytes.length - from));
    }

    /** The beginning of this file and the end of another. */
    private byte[] spliced(byte[] bytes, int at, SplittableRandom random) {
        Source other = any(random);
        int from = position(other.bytes().length, other, random);
        return replaced(bytes, at, bytes.length - at, Arrays.copyOfRange(other.bytes(), from, other.bytes().length));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] out = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, out, 0, at);
        System.arraycopy(by, 0, out, at, by.length);
        System.arraycopy(bytes, at + length, out, at + by.length, bytes.length - at - length);
        return out;
    }

    /** Most edits are small: few bytes keep the rest of the file in step. */
    private static int length(SplittableRandom random, int most) {
        int bound = random.nextInt(4) > 0 ? SHORT : most;
        return Math.min(most, 1 + random.nextInt(Math.max(1, bound)));
    }

    /** Mostly at a field or a byte beside it. */
    private static int position(int length, Source source, SplittableRandom random) {
        int[] fields = source.fields();
        if (fields.length == 0 || random.nextInt(8) == 0) {
            return random.nextInt(length);
        }
        int beside = random.nextInt(4) == 0 ? random.nextInt(9) - 4 : 0;
        return Math.max(0, Math.min(length - 1, fields[random.nextInt(fields.length)] + beside));
    }

    private Source any(SplittableRandom random) {
        return sources.get(random.nextInt(sources.size()));
    }

    private static long any(long[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static double any(double[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
