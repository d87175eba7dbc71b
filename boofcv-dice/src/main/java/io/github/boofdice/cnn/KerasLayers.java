package io.github.boofdice.cnn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes layers of a Sequential model's configuration, channels first. */
final class KerasLayers {
    private final List<Json> layers;
    private final KerasWeights weights;
    private final Map<String, Integer> counted = new HashMap<>();
    /** Whether groups of weights are called as layers are, not counted by class. */
    private final boolean byName;

    private @Nullable NetworkBuilder builder;
    /** The planes that were flattened last: what Keras' next dense layer has in another order. */
    private @Nullable Shape flattened;

    KerasLayers(Json model, KerasWeights weights) {
        String kind = model.get("class_name").text();
        if (!kind.equals("Sequential")) {
            throw new IllegalArgumentException("only Sequential models are supported, not " + Text.shown(kind));
        }
        layers = model.get("config").get("layers").list();
        this.weights = weights;
        byName = !weights.isNumbered()
                || layers.stream()
                        .filter(layer -> weighted(layer.get("class_name").text()))
                        .allMatch(layer ->
                                weights.has(layer.get("config").get("name").text()));
    }

    private static boolean weighted(String kind) {
        return List.of("Conv2D", "DepthwiseConv2D", "Dense", "BatchNormalization")
                .contains(kind);
    }

    Network network() {
        for (Json layer : layers) {
            String kind = layer.get("class_name").text();
            Json config = layer.get("config");
            String name = config.get("name").text().replaceAll("[\\s\\p{Cntrl}]", "_");
            try {
                begin(config);
                add(kind, name, config);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Keras layer '" + Text.shown(name) + "' (" + Text.shown(kind) + "): " + e.getMessage(), e);
            }
        }
        return builder().build();
    }

    private NetworkBuilder builder() {
        if (builder == null) {
            throw new IllegalArgumentException("the model does not say what shape enters");
        }
        return builder;
    }

    /** The first layer that names the shape of its input names the network's. */
    private void begin(Json config) {
        Json shape = config.object().getOrDefault("batch_shape", config.object().get("batch_input_shape"));
        if (builder == null && shape != null) {
            int[] sizes = shape.list().stream()
                    .skip(1)
                    .mapToInt(size -> Math.toIntExact(Math.min(size.whole(), Integer.MAX_VALUE)))
                    .toArray();
            builder = Network.builder(sizes.length == 3 ? Shape.of(sizes[2], sizes[0], sizes[1]) : Shape.of(sizes));
        }
    }

    private void add(String kind, String name, Json config) {
        String group = group(kind, name);
        switch (kind) {
            case "InputLayer", "Dropout", "SpatialDropout2D" -> {
                // Nothing to compute.
            }
            case "Conv2D", "DepthwiseConv2D" -> {
                builder().add(name, () -> convolution(name, config, group, kind.equals("DepthwiseConv2D")));
                activation(name + ".activation", config.get("activation"));
            }
            case "Dense" -> {
                builder().add(name, () -> dense(name, config, group));
                flattened = null;
                activation(name + ".activation", config.get("activation"));
            }
            case "BatchNormalization" -> builder().add(name, () -> batchNorm(name, config, group));
            case "MaxPooling2D" -> builder().add(name, () -> pool(name, config, true));
            case "AveragePooling2D" -> builder().add(name, () -> pool(name, config, false));
            case "GlobalAveragePooling2D" ->
                builder().add(name, () -> new GlobalAveragePool(name)).flatten(name + ".flatten");
            case "Flatten" -> {
                flattened = builder().last();
                builder().flatten(name);
            }
            case "Activation" -> activation(name, config.get("activation"));
            case "ReLU" -> builder().add(name, () -> relu(name, config));
            case "LeakyReLU" -> leaky(name, number(config, "negative_slope", number(config, "alpha", 0.3)));
            case "Softmax" -> builder().add(name, () -> new Softmax(name));
            case "Rescaling" -> builder().add(name, () -> rescaling(name, config));
            default -> throw new IllegalArgumentException("this layer is not supported");
        }
    }

    /** Keras counts layers of one class: conv2d, conv2d_1, conv2d_2. */
    private String group(String kind, String name) {
        String snake = kind.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("(\\d)_D", "$1d")
                .toLowerCase(Locale.ROOT);
        int before = counted.merge(snake, 1, Integer::sum) - 1;
        return byName ? name : before == 0 ? snake : snake + "_" + before;
    }

    private Convolution convolution(String name, Json config, String group, boolean depthwise) {
        requireChannelsLast(config);
        if (pair(config, "dilation_rate")[0] != 1 || pair(config, "dilation_rate")[1] != 1) {
            throw new IllegalArgumentException("dilations other than 1 are not supported");
        }
        Tensor kernel = weights.get(group, 0, depthwise && !weights.isNumbered() ? "depthwise_kernel" : "kernel");
        List<Integer> sizes = kernel.sizes();
        if (sizes.size() != 4) {
            throw new IllegalArgumentException("kernel must have 4 sizes but has " + sizes);
        }
        int inputs = sizes.get(2);
        // Of a depthwise kernel the last two sizes are channels and outputs of each.
        Tensor weight = depthwise
                ? Tensor.wrap(
                        List.of(inputs * sizes.get(3), 1, sizes.get(0), sizes.get(1)),
                        outputsFirst(kernel.raw(), sizes.get(0) * sizes.get(1), 1, inputs * sizes.get(3)))
                : Tensor.wrap(
                        List.of(sizes.get(3), inputs, sizes.get(0), sizes.get(1)),
                        outputsFirst(kernel.raw(), sizes.get(0) * sizes.get(1), inputs, sizes.get(3)));
        Window window = window(config, sizes.get(0), sizes.get(1), pair(config, "strides"));
        int groups = depthwise ? inputs : (int) Math.min(config.get("groups").whole(), Integer.MAX_VALUE);
        return new Convolution(name, weight, bias(config, group), window, groups);
    }

    /** From places x inputs x outputs to outputs x inputs x places. */
    private static float[] outputsFirst(float[] values, int places, int inputs, int outputs) {
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = i / (inputs * outputs);
            int input = i / outputs % inputs;
            turned[(i % outputs * inputs + input) * places + place] = values[i];
        }
        return turned;
    }

    private Dense dense(String name, Json config, String group) {
        Tensor kernel = weights.get(group, 0, "kernel");
        if (kernel.sizes().size() != 2) {
            throw new IllegalArgumentException("kernel must have 2 sizes but has " + kernel.sizes());
        }
        int inputs = kernel.sizes().get(0);
        int outputs = kernel.sizes().get(1);
        Shape planes = flattened;
        if (planes != null && planes.size() != inputs) {
            throw new IllegalArgumentException("it takes " + inputs + " values but gets " + planes);
        }
        float[] weight = new float[inputs * outputs];
        for (int i = 0; i < inputs; i++) {
            // Keras flattens row by row, each value with all its channels.
            int channels = planes == null ? 1 : planes.channels();
            int ours = i % channels * (inputs / channels) + i / channels;
            for (int o = 0; o < outputs; o++) {
                weight[o * inputs + ours] = kernel.raw()[i * outputs + o];
            }
        }
        return new Dense(name, Tensor.wrap(List.of(outputs, inputs), weight), bias(config, group));
    }

    private @Nullable Tensor bias(Json config, String group) {
        return config.get("use_bias").truth() ? weights.get(group, 1, "bias") : null;
    }

    private BatchNormalization batchNorm(String name, Json config, String group) {
        int next = 0;
        Tensor gamma = config.get("scale").truth() ? weights.get(group, next++, "gamma") : null;
        Tensor beta = config.get("center").truth() ? weights.get(group, next++, "beta") : null;
        Tensor mean = weights.get(group, next++, "moving_mean");
        Tensor variance = weights.get(group, next, "moving_variance");
        return new BatchNormalization(
                name, gamma, beta, mean, variance, config.get("epsilon").number());
    }

    private BatchNormalization rescaling(String name, Json config) {
        int channels = builder().last().channels();
        return new BatchNormalization(
                name,
                same(channels, config.get("scale").number()),
                same(channels, config.get("offset").number()),
                same(channels, 0),
                same(channels, 1),
                0);
    }

    private static Tensor same(int count, double value) {
        float[] values = new float[count];
        Arrays.fill(values, (float) value);
        return Tensor.wrap(List.of(count), values);
    }

    private Pool pool(String name, Json config, boolean maximum) {
        requireChannelsLast(config);
        int[] size = pair(config, "pool_size");
        int[] strides = config.get("strides").isNull() ? size : pair(config, "strides");
        return new Pool(name, window(config, size[0], size[1], strides), maximum, maximum);
    }

    private Window window(Json config, int height, int width, int[] strides) {
        String padding = config.get("padding").text();
        return switch (padding) {
            case "valid" -> Window.of(height, width, strides[0], strides[1], 0, 0);
            case "same" -> Window.same(builder().last(), height, width, strides[0], strides[1], true);
            default -> throw new IllegalArgumentException("padding is '" + Text.shown(padding) + "'");
        };
    }

    private static void requireChannelsLast(Json config) {
        Json format = config.object().get("data_format");
        if (format != null && !format.text().equals("channels_last")) {
            throw new IllegalArgumentException("data_format must be channels_last");
        }
    }

    private void activation(String name, Json function) {
        switch (function.isText() ? function.text() : "") {
            case "linear" -> {
                // As it is.
            }
            case "relu" -> builder().relu(name);
            case "leaky_relu" -> leaky(name, 0.2);
            case "sigmoid" -> builder().add(name, () -> new Activation(name, Activation.Function.SIGMOID, 0));
            case "softmax" -> builder().add(name, () -> new Softmax(name));
            default -> throw new IllegalArgumentException("this activation is not supported");
        }
    }

    private void leaky(String name, double slope) {
        builder().add(name, () -> new Activation(name, Activation.Function.LEAKY_RELU, (float) slope));
    }

    private static Activation relu(String name, Json config) {
        Json most = config.object().get("max_value");
        if ((most != null && !most.isNull()) || number(config, "threshold", 0) != 0) {
            throw new IllegalArgumentException("max_value and threshold are not supported");
        }
        double slope = number(config, "negative_slope", 0);
        return slope == 0
                ? new Activation(name, Activation.Function.RELU, 0)
                : new Activation(name, Activation.Function.LEAKY_RELU, (float) slope);
    }

    private static double number(Json config, String key, double otherwise) {
        Json number = config.object().get(key);
        return number == null ? otherwise : number.number();
    }

    private static int[] pair(Json config, String key) {
        Json value = config.get(key);
        List<Json> numbers = value.isList() ? value.list() : List.of(value, value);
        if (numbers.size() != 2) {
            throw new IllegalArgumentException(key + " must be two numbers but is " + numbers.size());
        }
        return numbers.stream()
                .mapToInt(number -> (int) Math.min(number.whole(), Integer.MAX_VALUE))
                .toArray();
    }
}
