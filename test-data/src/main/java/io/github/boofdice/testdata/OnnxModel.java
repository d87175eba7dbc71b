package io.github.boofdice.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes small ONNX models, for readers to be tried on: nodes and constants in the order in which they are added, and one input and output. */
public final class OnnxModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int IR_VERSION = 7;

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final long opset;

    /**
     * Begins a model.
     *
     * @param opset version of the operators
     */
    public OnnxModel(long opset) {
        this.opset = opset;
        text(graph, 2, "made up");
    }

    /** Settings of a node: field bytes of AttributeProto, one after the other. */
    public static final class Settings {
        private final ByteArrayOutputStream fields = new ByteArrayOutputStream();

        /** Adds a whole number; returns this. */
        public Settings whole(String name, long value) {
            ByteArrayOutputStream attribute = named(name, 2);
            number(attribute, 3, value);
            return add(attribute);
        }

        /** Adds a real number; returns this. */
        public Settings real(String name, float value) {
            ByteArrayOutputStream attribute = named(name, 1);
            varint(attribute, 2 << 3 | 5);
            attribute.writeBytes(littleEndian(value));
            return add(attribute);
        }

        /** Adds a text; returns this. */
        public Settings text(String name, String value) {
            ByteArrayOutputStream attribute = named(name, 3);
            OnnxModel.text(attribute, 4, value);
            return add(attribute);
        }

        /** Adds a list of whole numbers; returns this. */
        public Settings wholes(String name, long... values) {
            ByteArrayOutputStream attribute = named(name, 7);
            for (long value : values) {
                number(attribute, 8, value);
            }
            return add(attribute);
        }

        /** Adds a tensor; returns this. */
        public Settings tensor(String name, List<Integer> sizes, float... values) {
            ByteArrayOutputStream attribute = named(name, 4);
            bytes(attribute, 5, floats("", sizes, values));
            return add(attribute);
        }

        private static ByteArrayOutputStream named(String name, int type) {
            ByteArrayOutputStream attribute = new ByteArrayOutputStream();
            OnnxModel.text(attribute, 1, name);
            number(attribute, 20, type);
            return attribute;
        }

        private Settings add(ByteArrayOutputStream attribute) {
            bytes(fields, 5, attribute.toByteArray());
            return this;
        }
    }

    /** {@return no settings, to add to} */
    public static Settings settings() {
        return new Settings();
    }

    /** Adds a node without settings; returns this. */
    public OnnxModel node(String operator, String name, List<String> inputs, String output) {
        return node(operator, name, inputs, output, settings());
    }

    /** Adds a node; returns this. */
    public OnnxModel node(String operator, String name, List<String> inputs, String output, Settings settings) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        inputs.forEach(input -> text(node, 1, input));
        text(node, 2, output);
        text(node, 3, name);
        text(node, 4, operator);
        node.writeBytes(settings.fields.toByteArray());
        bytes(graph, 1, node.toByteArray());
        return this;
    }

    /** Adds a constant of single precision; returns this. */
    public OnnxModel constant(String name, List<Integer> sizes, float... values) {
        bytes(graph, 5, floats(name, sizes, values));
        return this;
    }

    /** Adds a constant vector of whole numbers; returns this. */
    public OnnxModel wholes(String name, long... values) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, values.length);
        number(tensor, 2, INT64);
        text(tensor, 8, name);
        for (long value : values) {
            number(tensor, 7, value);
        }
        bytes(graph, 5, tensor.toByteArray());
        return this;
    }

    /** Names what enters; a size below 0 is left open; returns this. */
    public OnnxModel input(String name, int... sizes) {
        return value(11, name, sizes);
    }

    /** Names what leaves; returns this. */
    public OnnxModel output(String name, int... sizes) {
        return value(12, name, sizes);
    }

    /** {@return the model as a file holds it} */
    public byte[] bytes() {
        ByteArrayOutputStream operators = new ByteArrayOutputStream();
        text(operators, 1, "");
        number(operators, 2, opset);
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        number(model, 1, IR_VERSION);
        bytes(model, 7, graph.toByteArray());
        bytes(model, 8, operators.toByteArray());
        return model.toByteArray();
    }

    private OnnxModel value(int field, String name, int... sizes) {
        ByteArrayOutputStream shape = new ByteArrayOutputStream();
        for (int size : sizes) {
            ByteArrayOutputStream dimension = new ByteArrayOutputStream();
            if (size < 0) {
                text(dimension, 2, "open");
            } else {
                number(dimension, 1, size);
            }
            bytes(shape, 1, dimension.toByteArray());
        }
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        number(tensor, 1, FLOAT);
        bytes(tensor, 2, shape.toByteArray());
        ByteArrayOutputStream type = new ByteArrayOutputStream();
        bytes(type, 1, tensor.toByteArray());
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        text(value, 1, name);
        bytes(value, 2, type.toByteArray());
        bytes(graph, field, value.toByteArray());
        return this;
    }

    private static byte[] floats(String name, List<Integer> sizes, float... values) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (int size : sizes) {
            number(tensor, 1, size);
        }
        number(tensor, 2, FLOAT);
        text(tensor, 8, name);
        bytes(tensor, 9, littleEndian(values));
        return tensor.toByteArray();
    }

    private static byte[] littleEndian(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        bytes(out, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        varint(out, (long) field << 3 | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3);
        varint(out, value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
