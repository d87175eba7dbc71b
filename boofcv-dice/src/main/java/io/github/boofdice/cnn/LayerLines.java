package io.github.boofdice.cnn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Layers as lines of text, as {@link NetworkBuilder#layers} describes them; what this writes, it reads. */
final class LayerLines {
    private static final Map<String, Set<String>> SETTINGS = Map.ofEntries(
            Map.entry("convolution", Set.of("stride", "padding", "groups")),
            Map.entry("dense", Set.of()),
            Map.entry("batchnorm", Set.of("epsilon")),
            Map.entry("maxpool", Set.of("kernel", "stride", "padding")),
            Map.entry("avgpool", Set.of("kernel", "stride", "padding", "countpadding")),
            Map.entry("globalavgpool", Set.of()),
            Map.entry("relu", Set.of()),
            Map.entry("leakyrelu", Set.of("slope")),
            Map.entry("sigmoid", Set.of()),
            Map.entry("softmax", Set.of()),
            Map.entry("flatten", Set.of()));

    private static final int MOST_NUMBERS = 4;

    /** What must be said besides where there are no weights yet. */
    private static final Map<String, Set<String>> SIZES =
            Map.of("convolution", Set.of("outputs", "kernel"), "dense", Set.of("outputs"));

    private final Map<String, Tensor> tensors;
    private final @Nullable RandomWeights random;

    LayerLines(Map<String, Tensor> tensors) {
        this.tensors = tensors;
        random = null;
    }

    /** Lines that say sizes, of which weights are made. */
    LayerLines(RandomWeights random) {
        tensors = new HashMap<>();
        this.random = random;
    }

    void addTo(NetworkBuilder builder, String lines) {
        for (String line : lines.lines().toList()) {
            if (!line.isBlank()) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length < 2 || !SETTINGS.containsKey(words[0])) {
                    throw new IllegalArgumentException("a line must be a layer of "
                            + SETTINGS.keySet().stream().sorted().toList() + " and its name but is '"
                            + Text.shown(line) + "'");
                }
                builder.add(words[1], () -> layer(words, builder.last()));
            }
        }
    }

    private Layer layer(String[] words, Shape input) {
        String name = words[1];
        Map<String, double[]> settings = settings(words);
        if (random != null) {
            make(random, words[0], name, settings, input);
        }
        return switch (words[0]) {
            case "convolution" -> convolution(name, settings);
            case "dense" -> new Dense(name, tensor(name, "weight"), tensors.get(name + ".bias"));
            case "batchnorm" ->
                new BatchNormalization(
                        name,
                        tensors.get(name + ".weight"),
                        tensors.get(name + ".bias"),
                        tensor(name, "running_mean"),
                        tensor(name, "running_var"),
                        number(settings, "epsilon", 1e-5));
            case "maxpool" -> new Pool(name, pooling(settings), true, true);
            case "avgpool" -> new Pool(name, pooling(settings), false, number(settings, "countpadding", 1) != 0);
            case "globalavgpool" -> new GlobalAveragePool(name);
            case "relu" -> new Activation(name, Activation.Function.RELU, 0);
            case "leakyrelu" ->
                new Activation(name, Activation.Function.LEAKY_RELU, (float) number(settings, "slope", 0.01));
            case "sigmoid" -> new Activation(name, Activation.Function.SIGMOID, 0);
            case "softmax" -> new Softmax(name);
            default -> new Flatten(name);
        };
    }

    private void make(RandomWeights weights, String kind, String name, Map<String, double[]> settings, Shape input) {
        if (kind.equals("convolution")) {
            double[] kernel = pair(required(settings, "kernel"), "kernel");
            int groups = whole(number(settings, "groups", 1), "groups");
            if (groups < 1 || input.channels() % groups != 0) {
                throw new IllegalArgumentException(
                        "groups must divide the " + input.channels() + " channels but are " + groups);
            }
            weights.putConvolution(
                    name,
                    outputs(settings),
                    input.channels() / groups,
                    whole(kernel[0], "kernel"),
                    whole(kernel[1], "kernel"),
                    tensors);
        } else if (kind.equals("dense")) {
            weights.putDense(name, outputs(settings), input.size(), tensors);
        } else if (kind.equals("batchnorm")) {
            weights.putNorm(name, input.channels(), tensors);
        }
    }

    private static int outputs(Map<String, double[]> settings) {
        required(settings, "outputs");
        return whole(number(settings, "outputs", 0), "outputs");
    }

    private static double[] required(Map<String, double[]> settings, String name) {
        double[] numbers = settings.get(name);
        if (numbers == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return numbers;
    }

    private Convolution convolution(String name, Map<String, double[]> settings) {
        Tensor weight = tensor(name, "weight");
        double[] kernel = {1, 1};
        if (weight.sizes().size() == 4) {
            kernel = new double[] {weight.sizes().get(2), weight.sizes().get(3)};
        }
        Window window = window(kernel, settings.getOrDefault("stride", new double[] {1}), settings);
        return new Convolution(
                name, weight, tensors.get(name + ".bias"), window, whole(number(settings, "groups", 1), "groups"));
    }

    private Tensor tensor(String layer, String what) {
        Tensor tensor = tensors.get(layer + "." + what);
        if (tensor == null) {
            throw new IllegalArgumentException("there is no tensor " + layer + "." + what);
        }
        return tensor;
    }

    private static Window pooling(Map<String, double[]> settings) {
        double[] kernel = required(settings, "kernel");
        return window(kernel, settings.getOrDefault("stride", kernel), settings);
    }

    private static Window window(double[] kernel, double[] stride, Map<String, double[]> settings) {
        double[] padding = settings.getOrDefault("padding", new double[] {0});
        if (padding.length != MOST_NUMBERS) {
            double[] pair = pair(padding, "padding");
            padding = new double[] {pair[0], pair[1], pair[0], pair[1]};
        }
        double[] size = pair(kernel, "kernel");
        double[] steps = pair(stride, "stride");
        return new Window(
                whole(size[0], "kernel"),
                whole(size[1], "kernel"),
                whole(steps[0], "stride"),
                whole(steps[1], "stride"),
                whole(padding[0], "padding"),
                whole(padding[1], "padding"),
                whole(padding[2], "padding"),
                whole(padding[3], "padding"));
    }

    private static double[] pair(double[] numbers, String what) {
        return switch (numbers.length) {
            case 1 -> new double[] {numbers[0], numbers[0]};
            case 2 -> numbers;
            default ->
                throw new IllegalArgumentException(what + " must be one number or two but there are " + numbers.length);
        };
    }

    private static int whole(double number, String what) {
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(what + " must be a whole number but is " + number);
        }
        return (int) number;
    }

    private static double number(Map<String, double[]> settings, String name, double otherwise) {
        double[] numbers = settings.getOrDefault(name, new double[] {otherwise});
        if (numbers.length != 1) {
            throw new IllegalArgumentException(name + " must be one number but there are " + numbers.length);
        }
        return numbers[0];
    }

    /** Names, each with the numbers that follow it. */
    private Map<String, double[]> settings(String[] words) {
        Map<String, double[]> settings = new HashMap<>();
        int next = 2;
        while (next < words.length) {
            String name = words[next++];
            boolean size =
                    random != null && SIZES.getOrDefault(words[0], Set.of()).contains(name);
            if (!size && !SETTINGS.getOrDefault(words[0], Set.of()).contains(name)) {
                throw new IllegalArgumentException(words[0] + " has no setting '" + Text.shown(name) + "'");
            }
            double[] numbers = new double[MOST_NUMBERS];
            int count = 0;
            while (next < words.length && count < MOST_NUMBERS && startsNumber(words[next])) {
                numbers[count++] = number(name, words[next++]);
            }
            if (count == 0 || settings.put(name, Arrays.copyOf(numbers, count)) != null) {
                throw new IllegalArgumentException(name + " must stand once, with 1 to " + MOST_NUMBERS + " numbers");
            }
        }
        return settings;
    }

    private static boolean startsNumber(String word) {
        return "+-.0123456789".indexOf(word.charAt(0)) >= 0;
    }

    private static double number(String name, String word) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(name + " must be a finite number but is '" + Text.shown(word) + "'");
    }

    /** A line a layer. */
    static String of(List<Layer> layers) {
        return layers.stream().map(LayerLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Layer layer) {
        String name = " " + layer.name();
        if (layer instanceof Convolution c) {
            return "convolution" + name + " stride " + c.window().strideY() + " "
                    + c.window().strideX() + padding(c.window()) + " groups " + c.groups();
        } else if (layer instanceof Pool p) {
            return (p.maximum() ? "maxpool" : "avgpool") + name + " kernel "
                    + p.window().height() + " "
                    + p.window().width() + " stride " + p.window().strideY() + " "
                    + p.window().strideX()
                    + padding(p.window()) + (p.maximum() ? "" : " countpadding " + (p.countPadding() ? 1 : 0));
        } else if (layer instanceof BatchNormalization b) {
            return "batchnorm" + name + " epsilon " + b.epsilon();
        } else if (layer instanceof Activation a) {
            return switch (a.function()) {
                case RELU -> "relu" + name;
                case LEAKY_RELU -> "leakyrelu" + name + " slope " + a.slope();
                case SIGMOID -> "sigmoid" + name;
            };
        } else if (layer instanceof Dense) {
            return "dense" + name;
        } else if (layer instanceof GlobalAveragePool) {
            return "globalavgpool" + name;
        }
        return (layer instanceof Softmax ? "softmax" : "flatten") + name;
    }

    private static String padding(Window window) {
        return " padding " + window.top() + " " + window.left() + " " + window.bottom() + " " + window.right();
    }

    /** The tensors of layers, under the names that the lines mean. */
    static void putTensors(List<Layer> layers, Map<String, Tensor> tensors) {
        for (Layer layer : layers) {
            if (layer instanceof Convolution c) {
                put(tensors, c.name() + ".weight", c.weight());
                put(tensors, c.name() + ".bias", c.bias());
            } else if (layer instanceof Dense d) {
                put(tensors, d.name() + ".weight", d.weight());
                put(tensors, d.name() + ".bias", d.bias());
            } else if (layer instanceof BatchNormalization b) {
                put(tensors, b.name() + ".weight", b.weight());
                put(tensors, b.name() + ".bias", b.bias());
                put(tensors, b.name() + ".running_mean", b.mean());
                put(tensors, b.name() + ".running_var", b.variance());
            }
        }
    }

    private static void put(Map<String, Tensor> tensors, String name, @Nullable Tensor tensor) {
        if (tensor != null) {
            tensors.put(name, tensor);
        }
    }
}
