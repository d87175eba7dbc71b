package io.github.boofdice.cnn;

import java.nio.ByteBuffer;

/** How files of weights write a number; little-endian. All become single precision. */
enum ElementType {
    F16(2),
    BF16(2),
    F32(4),
    F64(8),
    I32(4),
    I64(8);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** The next numbers of a little-endian buffer that holds as many. */
    float[] read(ByteBuffer in, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (this) {
                case F16 -> half(in.getShort());
                case BF16 -> Float.intBitsToFloat(in.getShort() << 16);
                case F32 -> in.getFloat();
                case F64 -> (float) in.getDouble();
                case I32 -> in.getInt();
                case I64 -> in.getLong();
            };
        }
        return values;
    }

    /** IEEE 754 half precision; Java has this by itself from 20 on. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float tiny = fraction * 0x1p-24f;
            return sign == 0 ? tiny : -tiny;
        }
        int single = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | single << 23 | fraction << 13);
    }
}
