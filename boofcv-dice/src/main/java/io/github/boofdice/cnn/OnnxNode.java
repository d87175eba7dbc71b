package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of an ONNX graph: an operator, the values that it takes and gives by name, and its settings. */
final class OnnxNode {
    private static final int MOST_INPUTS = 64;

    private String name = "";
    private String operator = "";
    private String domain = "";
    private final List<String> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private final Map<String, Attribute> attributes = new HashMap<>();

    private static final class Attribute {
        private float real;
        private long whole;
        private String text = "";
        private final List<Long> numbers = new ArrayList<>();
        private @Nullable Tensor tensor;
    }

    /** NodeProto of onnx.proto. */
    static OnnxNode read(ProtoReader in) {
        OnnxNode node = new OnnxNode();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> node.inputs.add(in.text());
                case 2 -> node.outputs.add(in.text());
                case 3 -> node.name = in.text();
                case 4 -> node.operator = in.text();
                case 5 -> node.readAttribute(in.message());
                case 7 -> node.domain = in.text();
                default -> {
                    // A description, or of a later version.
                }
            }
        }
        if (node.inputs.size() > MOST_INPUTS || node.outputs.isEmpty()) {
            throw new IllegalArgumentException(
                    node.shown() + " has " + node.inputs.size() + " inputs and " + node.outputs.size() + " outputs");
        }
        return node;
    }

    /** AttributeProto. */
    private void readAttribute(ProtoReader in) {
        String key = "";
        Attribute attribute = new Attribute();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> key = in.text();
                case 2 -> attribute.real = in.real();
                case 3 -> attribute.whole = in.number();
                case 4 -> attribute.text = in.text();
                case 5 -> attribute.tensor = OnnxTensors.read(in.message()).tensor();
                case 8 -> in.addTo(attribute.numbers);
                default -> {
                    // Its type, which the operator knows, or what no operator here has.
                }
            }
        }
        attributes.put(key, attribute);
    }

    /** What a message calls it. */
    String shown() {
        return "node '" + Text.shown(name.isEmpty() && !outputs.isEmpty() ? outputs.get(0) : name) + "' ("
                + Text.shown(domain.isEmpty() ? operator : domain + "." + operator) + ")";
    }

    /** The name of its layer: no spaces, so that files of ours can hold it. */
    String layerName() {
        String own = name.isEmpty() ? outputs.get(0) : name;
        String plain = own.replaceAll("[\\s\\p{Cntrl}]", "_");
        return plain.length() > NetworkBuilder.MOST_LETTERS ? plain.substring(0, NetworkBuilder.MOST_LETTERS) : plain;
    }

    /** The operator, with its domain where that is not ONNX's own. */
    String operator() {
        return domain.isEmpty() || domain.equals("ai.onnx") ? operator : domain + "." + operator;
    }

    /** The value that stands in a place; empty where there is none. */
    String input(int place) {
        return place < inputs.size() ? inputs.get(place) : "";
    }

    int inputs() {
        return inputs.size();
    }

    String output() {
        return outputs.get(0);
    }

    int outputs() {
        return outputs.size();
    }

    private Attribute attribute(String key) {
        return attributes.getOrDefault(key, new Attribute());
    }

    boolean has(String key) {
        return attributes.containsKey(key);
    }

    float real(String key, float otherwise) {
        return has(key) ? attribute(key).real : otherwise;
    }

    long whole(String key, long otherwise) {
        return has(key) ? attribute(key).whole : otherwise;
    }

    String text(String key) {
        return attribute(key).text;
    }

    @Nullable
    Tensor tensor(String key) {
        return attribute(key).tensor;
    }

    /** A list of whole numbers of this length, or the same number as often where there is none. */
    int[] wholes(String key, int length, int otherwise) {
        List<Long> numbers = attribute(key).numbers;
        int[] wholes = new int[length];
        if (!numbers.isEmpty() && numbers.size() != length) {
            throw new IllegalArgumentException(key + " must be " + length + " numbers but is " + numbers.size());
        }
        for (int i = 0; i < length; i++) {
            long number = numbers.isEmpty() ? otherwise : numbers.get(i);
            if (number < -Window.MOST || number > Window.MOST) {
                throw new IllegalArgumentException(key + " is " + number + ", more than " + Window.MOST);
            }
            wholes[i] = (int) number;
        }
        return wholes;
    }
}
