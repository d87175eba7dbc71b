package io.github.boofdice.cnn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The fields of a message in Protocol Buffers' wire format, one after the other. A message is a view of the file's bytes; no length is believed that leaves it. What is wrong
 * ends in an {@link IllegalArgumentException}.
 */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;
    private static final int WIRE_BITS = 3;

    private final ByteBuffer in;
    private int field;
    private int wire;
    private long number;
    private ByteBuffer content;

    ProtoReader(ByteBuffer bytes) {
        in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        content = in;
    }

    /** Reads the next field, if there is one. */
    boolean next() {
        if (!in.hasRemaining()) {
            return false;
        }
        long tag = varint();
        field = (int) Math.min(tag >>> WIRE_BITS, Integer.MAX_VALUE);
        wire = (int) (tag & (1 << WIRE_BITS) - 1);
        switch (wire) {
            case VARINT -> number = varint();
            case FIXED64 -> number = bytes(Long.BYTES).getLong();
            case FIXED32 -> number = bytes(Integer.BYTES).getInt();
            case LENGTH -> {
                long length = varint();
                if (length < 0 || length > in.remaining()) {
                    throw new IllegalArgumentException("truncated: a field of " + Long.toUnsignedString(length)
                            + " bytes where " + in.remaining() + " are left");
                }
                content = bytes((int) length);
            }
            default -> throw new IllegalArgumentException("no protocol buffer: wire type " + wire);
        }
        return true;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes(1).get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no protocol buffer: a number of more than ten bytes");
    }

    private ByteBuffer bytes(int count) {
        if (count > in.remaining()) {
            throw new IllegalArgumentException("truncated in the middle of a field");
        }
        ByteBuffer bytes = in.slice(in.position(), count).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + count);
        return bytes;
    }

    int field() {
        return field;
    }

    long number() {
        require(VARINT);
        return number;
    }

    float real() {
        require(FIXED32);
        return Float.intBitsToFloat((int) number);
    }

    /** Bytes, to be read once. */
    ByteBuffer content() {
        require(LENGTH);
        return content;
    }

    ProtoReader message() {
        return new ProtoReader(content());
    }

    String text() {
        return StandardCharsets.UTF_8.decode(content()).toString();
    }

    /** Adds whole numbers of a repeated field, which may stand together or one by one. */
    void addTo(List<Long> numbers) {
        if (wire == VARINT) {
            numbers.add(number);
            return;
        }
        ProtoReader packed = message();
        while (packed.in.hasRemaining()) {
            numbers.add(packed.varint());
        }
    }

    private void require(int expected) {
        if (wire != expected) {
            throw new IllegalArgumentException("field " + field + " has wire type " + wire + ", not " + expected);
        }
    }
}
