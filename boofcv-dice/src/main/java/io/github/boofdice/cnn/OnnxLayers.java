package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes layers of the nodes of an ONNX graph, as the operators' specification defines them. */
final class OnnxLayers {
    private static final int LAST_AXIS_FROM = 13;

    private final OnnxGraph graph;
    private final NetworkBuilder builder;
    /** The value that the chain has come to. */
    private String current;
    /** A matrix product whose bias may follow. */
    private @Nullable OnnxNode product;

    OnnxLayers(OnnxGraph graph) {
        this.graph = graph;
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            throw new IllegalArgumentException("the network must have one input and one output but has "
                    + graph.inputs().size() + " and " + graph.outputs().size());
        }
        Map.Entry<String, List<Long>> input =
                graph.inputs().entrySet().iterator().next();
        current = input.getKey();
        builder = Network.builder(shape(input.getValue()));
    }

    private static Shape shape(List<Long> sizes) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            kept.add((int) Math.max(-1, Math.min(sizes.get(i), Integer.MAX_VALUE)));
        }
        if (kept.size() != 1 && kept.size() != 3) {
            throw new IllegalArgumentException(
                    "the input must have sizes batch x channels x height x width, or batch x length, but has " + sizes);
        }
        return new Shape(kept);
    }

    Network network() {
        for (OnnxNode node : graph.nodes()) {
            try {
                if (!defines(node)) {
                    add(node);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(node.shown() + ": " + e.getMessage(), e);
            }
        }
        addProduct(null);
        if (!graph.outputs().get(0).equals(current)) {
            throw new IllegalArgumentException(
                    "the output '" + Text.shown(graph.outputs().get(0)) + "' is not what the last node gives");
        }
        return builder.build();
    }

    /** Whether the node computes nothing but names a constant. */
    private boolean defines(OnnxNode node) {
        boolean alias = node.operator().equals("Identity") && graph.constants().containsKey(node.input(0));
        if (alias || node.operator().equals("Constant")) {
            Tensor value = alias ? constant(node, 0) : node.tensor("value");
            if (value == null) {
                throw new IllegalArgumentException("its value must be a tensor");
            }
            graph.constants().put(node.output(), value);
            return true;
        }
        return false;
    }

    private void add(OnnxNode node) {
        String operator = node.operator();
        if (operator.equals("Add") && product != null && addsTo(node)) {
            current = node.output();
            addProduct(constant(node, node.input(0).equals(product.output()) ? 1 : 0));
            return;
        }
        addProduct(null);
        switch (operator) {
            case "Conv" -> layer(node, () -> convolution(node));
            case "Gemm" -> layer(node, () -> gemm(node));
            case "MatMul" -> {
                requireChain(node);
                product = node;
            }
            case "BatchNormalization" -> layer(node, () -> batchNorm(node));
            case "Relu" -> layer(node, () -> activation(node, Activation.Function.RELU));
            case "LeakyRelu" -> layer(node, () -> activation(node, Activation.Function.LEAKY_RELU));
            case "Sigmoid" -> layer(node, () -> activation(node, Activation.Function.SIGMOID));
            case "MaxPool", "AveragePool" -> layer(node, () -> pool(node));
            case "GlobalAveragePool" -> layer(node, () -> new GlobalAveragePool(node.layerName()));
            case "Flatten" -> layer(node, () -> flatten(node));
            case "Reshape" -> layer(node, () -> reshape(node));
            case "Softmax" -> layer(node, () -> softmax(node));
            // Nothing, once trained.
            case "Dropout", "Identity" -> requireChain(node);
            default -> throw new IllegalArgumentException("this operator is not supported");
        }
        current = node.output();
    }

    private void requireChain(OnnxNode node) {
        if (!node.input(0).equals(current)) {
            throw new IllegalArgumentException("it takes '" + Text.shown(node.input(0)) + "' where '"
                    + Text.shown(current) + "' is at hand: only a chain of layers is supported");
        }
    }

    private void layer(OnnxNode node, Supplier<Layer> maker) {
        requireChain(node);
        builder.add(node.layerName(), maker);
    }

    private boolean addsTo(OnnxNode add) {
        String other = add.input(0).equals(current) ? add.input(1) : add.input(0);
        return (add.input(0).equals(current) || add.input(1).equals(current))
                && graph.constants().containsKey(other);
    }

    /** Ends a matrix product that was waiting for a bias. */
    private void addProduct(@Nullable Tensor bias) {
        OnnxNode node = product;
        product = null;
        if (node != null) {
            builder.add(node.layerName(), () -> new Dense(node.layerName(), transposed(constant(node, 1)), bias));
        }
    }

    private Convolution convolution(OnnxNode node) {
        Tensor weight = constant(node, 1);
        List<Integer> sizes = weight.sizes();
        if (sizes.size() != 4) {
            throw new IllegalArgumentException("weight must have 4 sizes but has " + sizes);
        }
        int[] kernel = {sizes.get(2), sizes.get(3)};
        if (node.has("kernel_shape") && !Arrays.equals(kernel, node.wholes("kernel_shape", 2, 0))) {
            throw new IllegalArgumentException("kernel_shape is not that of the weight, whose sizes are " + sizes);
        }
        long groups = node.whole("group", 1);
        if (groups < 1 || groups > sizes.get(0)) {
            throw new IllegalArgumentException("group must be 1 to " + sizes.get(0) + " but is " + groups);
        }
        return new Convolution(node.layerName(), weight, optional(node, 2), window(node, kernel), (int) groups);
    }

    private Pool pool(OnnxNode node) {
        if (node.outputs() > 1) {
            throw new IllegalArgumentException("its second output is not supported");
        }
        if (node.whole("ceil_mode", 0) != 0) {
            throw new IllegalArgumentException("ceil_mode is not supported");
        }
        if (!node.has("kernel_shape")) {
            throw new IllegalArgumentException("kernel_shape is missing");
        }
        Window window = window(node, node.wholes("kernel_shape", 2, 1));
        boolean maximum = node.operator().equals("MaxPool");
        return new Pool(node.layerName(), window, maximum, maximum || node.whole("count_include_pad", 0) != 0);
    }

    private Window window(OnnxNode node, int[] kernel) {
        for (int dilation : node.wholes("dilations", 2, 1)) {
            if (dilation != 1) {
                throw new IllegalArgumentException("dilations other than 1 are not supported");
            }
        }
        int[] strides = node.wholes("strides", 2, 1);
        int[] pads = node.wholes("pads", 4, 0);
        String auto = node.text("auto_pad");
        switch (auto) {
            case "", "NOTSET" -> {
                // As pads says.
            }
            case "VALID" -> pads = new int[4];
            case "SAME_UPPER", "SAME_LOWER" -> {
                boolean upper = auto.equals("SAME_UPPER");
                return Window.same(builder.last(), kernel[0], kernel[1], strides[0], strides[1], upper);
            }
            default -> throw new IllegalArgumentException("auto_pad is '" + Text.shown(auto) + "'");
        }
        return new Window(kernel[0], kernel[1], strides[0], strides[1], pads[0], pads[1], pads[2], pads[3]);
    }

    private BatchNormalization batchNorm(OnnxNode node) {
        if (node.whole("training_mode", 0) != 0 || node.outputs() > 1) {
            throw new IllegalArgumentException("training_mode is not supported");
        }
        return new BatchNormalization(
                node.layerName(),
                constant(node, 1),
                constant(node, 2),
                constant(node, 3),
                constant(node, 4),
                node.real("epsilon", 1e-5f));
    }

    private static Activation activation(OnnxNode node, Activation.Function function) {
        return new Activation(
                node.layerName(), function, function == Activation.Function.LEAKY_RELU ? node.real("alpha", 0.01f) : 0);
    }

    private Dense gemm(OnnxNode node) {
        if (node.real("alpha", 1) != 1 || node.real("beta", 1) != 1 || node.whole("transA", 0) != 0) {
            throw new IllegalArgumentException("alpha and beta other than 1, and transA, are not supported");
        }
        Tensor weight = constant(node, 1);
        Tensor outputsFirst = node.whole("transB", 0) == 0 ? transposed(weight) : weight;
        return new Dense(node.layerName(), outputsFirst, optional(node, 2));
    }

    private static Tensor transposed(Tensor weight) {
        if (weight.sizes().size() != 2) {
            throw new IllegalArgumentException("weight must have 2 sizes but has " + weight.sizes());
        }
        int rows = weight.sizes().get(0);
        int columns = weight.sizes().get(1);
        float[] transposed = new float[rows * columns];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i % columns * rows + i / columns] = weight.raw()[i];
        }
        return Tensor.wrap(List.of(columns, rows), transposed);
    }

    private static Flatten flatten(OnnxNode node) {
        if (node.whole("axis", 1) != 1) {
            throw new IllegalArgumentException("axis other than 1 is not supported");
        }
        return new Flatten(node.layerName());
    }

    /** To batch x everything else. */
    private Flatten reshape(OnnxNode node) {
        Tensor sizes = constant(node, 1);
        float[] wanted = sizes.raw();
        int all = builder.last().size();
        boolean vector = wanted.length == 2 && (wanted[1] == all || (wanted[1] == -1 && wanted[0] != -1));
        if (!vector) {
            throw new IllegalArgumentException(
                    "only a shape of the batch and " + all + " is supported, not " + Arrays.toString(wanted));
        }
        return new Flatten(node.layerName());
    }

    private Softmax softmax(OnnxNode node) {
        // Of a batch of vectors, 1 and -1 are the same axis; other axes make no sense there.
        long axis = node.whole("axis", graph.opset() < LAST_AXIS_FROM ? 1 : -1);
        if (axis != 1 && axis != -1) {
            throw new IllegalArgumentException("axis must be 1 or -1 but is " + axis);
        }
        return new Softmax(node.layerName());
    }

    private @Nullable Tensor optional(OnnxNode node, int place) {
        return node.input(place).isEmpty() ? null : constant(node, place);
    }

    private Tensor constant(OnnxNode node, int place) {
        Tensor constant = graph.constants().get(node.input(place));
        if (constant == null) {
            throw new IllegalArgumentException(
                    "input " + place + ", '" + Text.shown(node.input(place)) + "', must be a constant but is none");
        }
        return constant;
    }
}
