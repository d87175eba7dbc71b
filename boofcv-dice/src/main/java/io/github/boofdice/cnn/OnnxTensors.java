package io.github.boofdice.cnn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tensors as ONNX files hold them: their bytes, or numbers one by one. */
final class OnnxTensors {
    private OnnxTensors() {}

    record Named(String name, Tensor tensor) {}

    /** TensorProto of onnx.proto. */
    static Named read(ProtoReader in) {
        List<Long> sizes = new ArrayList<>();
        String name = "";
        long type = 0;
        ByteBuffer raw = null;
        List<ByteBuffer> floats = new ArrayList<>();
        List<Long> wholes = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> in.addTo(sizes);
                case 2 -> type = in.number();
                case 4 -> floats.add(in.content());
                case 7 -> in.addTo(wholes);
                case 8 -> name = in.text();
                case 9 -> raw = in.content();
                case 13, 14 -> {
                    if (in.field() == 13 || in.number() != 0) {
                        throw new IllegalArgumentException(
                                "tensor '" + Text.shown(name) + "' stands in another file, which is not supported");
                    }
                }
                default -> {
                    // A description, or numbers of a type that is refused below.
                }
            }
        }
        try {
            return new Named(name, tensor(sizes, type, raw, floats, wholes));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tensor '" + Text.shown(name) + "': " + e.getMessage(), e);
        }
    }

    private static Tensor tensor(
            List<Long> sizes, long type, @Nullable ByteBuffer raw, List<ByteBuffer> floats, List<Long> wholes) {
        int count = (int) Tensor.count(sizes);
        ElementType element = type(type);
        float[] values;
        if (raw != null) {
            values = numbers(element, raw, count);
        } else if (element == ElementType.I64) {
            requireCount(wholes.size(), count);
            values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = wholes.get(i);
            }
        } else if (element == ElementType.F32 && floats.size() == 1) {
            values = numbers(element, floats.get(0), count);
        } else {
            requireCount(0, count);
            values = new float[0];
        }
        return Tensor.wrap(sizes.stream().map(Math::toIntExact).toList(), values);
    }

    private static float[] numbers(ElementType type, ByteBuffer bytes, int count) {
        if (bytes.remaining() != (long) count * type.bytes()) {
            throw new IllegalArgumentException(
                    count + " numbers of " + type + " cannot stand in " + bytes.remaining() + " bytes");
        }
        return type.read(bytes.order(ByteOrder.LITTLE_ENDIAN), count);
    }

    private static void requireCount(int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException("there must be " + expected + " numbers but " + found + " can be read");
        }
    }

    /** TensorProto.DataType. */
    private static ElementType type(long number) {
        return switch ((int) Math.min(number, Integer.MAX_VALUE)) {
            case 1 -> ElementType.F32;
            case 6 -> ElementType.I32;
            case 7 -> ElementType.I64;
            case 10 -> ElementType.F16;
            case 11 -> ElementType.F64;
            case 16 -> ElementType.BF16;
            default -> throw new IllegalArgumentException("data type " + number + " is not supported");
        };
    }
}
