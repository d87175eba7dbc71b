package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a network together, layer by layer. Each is checked when it is added: what does not fit is refused with its name, the shape that comes in and what it takes.
 *
 * <p>Every method that adds a layer takes a name, which must be new, 1 to {@value #MOST_LETTERS} letters without spaces, and throws {@link IllegalArgumentException} where the name or a setting is wrong or
 * shapes do not go together.
 */
public final class NetworkBuilder {
    /** As long as a name may be. */
    public static final int MOST_LETTERS = 200;

    /** Layers, at most: a bound on what a file may ask for. */
    static final int MOST_LAYERS = 1000;

    /** Multiply-adds of one pass, at most: minutes of one core. */
    static final long MOST_WORK = 1L << 40;

    private final List<Layer> layers = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long work;

    NetworkBuilder(Shape input) {
        shapes.add(input);
    }

    /** The shape of what the last layer gives. */
    Shape last() {
        return shapes.get(shapes.size() - 1);
    }

    /** Adds a layer, whose making may fail; its name goes into the message. */
    NetworkBuilder add(String name, Supplier<Layer> maker) {
        if (name.isEmpty()
                || name.length() > MOST_LETTERS
                || name.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("a layer's name must have 1 to " + MOST_LETTERS
                    + " letters and no space but is '" + Text.shown(name) + "'");
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("two layers are called " + name);
        }
        if (layers.size() == MOST_LAYERS) {
            throw new IllegalArgumentException("a network has at most " + MOST_LAYERS + " layers");
        }
        try {
            Layer layer = maker.get();
            try {
                Shape output = layer.output(last());
                work += layer.multiplyAdds(last()) + output.size();
                if (work > MOST_WORK) {
                    throw new IllegalArgumentException("more than " + MOST_WORK + " multiply-adds");
                }
                shapes.add(output);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(layer.kind() + ": input is " + last() + " but " + e.getMessage(), e);
            }
            layers.add(layer);
            return this;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Adds a convolution with the same stride and padding in both directions.
     *
     * @param name of the layer
     * @param weight outputs x inputs of a group x height x width
     * @param bias one an output; null for zeros
     * @param stride in values, at least 1
     * @param padding zeros on each side, at least 0
     * @param groups into how many parts the channels are split; 1 for none, as many as channels for a depthwise convolution
     * @return this
     */
    public NetworkBuilder convolution(
            String name, Tensor weight, @Nullable Tensor bias, int stride, int padding, int groups) {
        return add(name, () -> {
            List<Integer> sizes = weight.sizes();
            int height = sizes.size() == 4 ? sizes.get(2) : 1;
            int width = sizes.size() == 4 ? sizes.get(3) : 1;
            Window window = Window.of(height, width, stride, stride, padding, padding);
            return new Convolution(name, weight, bias, window, groups);
        });
    }

    /**
     * Adds a dense layer.
     *
     * @param name of the layer
     * @param weight outputs x inputs
     * @param bias one an output; null for zeros
     * @return this
     */
    public NetworkBuilder dense(String name, Tensor weight, @Nullable Tensor bias) {
        return add(name, () -> new Dense(name, weight, bias));
    }

    /**
     * Adds {@code max(0, x)}.
     *
     * @param name of the layer
     * @return this
     */
    public NetworkBuilder relu(String name) {
        return add(name, () -> new Activation(name, Activation.Function.RELU, 0));
    }

    /**
     * Adds a maximum of square windows side by side.
     *
     * @param name of the layer
     * @param kernel height, width and stride of the window, in values, at least 1
     * @return this
     */
    public NetworkBuilder maxPool(String name, int kernel) {
        return add(name, () -> new Pool(name, Window.of(kernel, kernel, kernel, kernel, 0, 0), true, true));
    }

    /**
     * Adds planes becoming one vector.
     *
     * @param name of the layer
     * @return this
     */
    public NetworkBuilder flatten(String name) {
        return add(name, () -> new Flatten(name));
    }

    /**
     * Adds layers that are written down, a line a layer: its kind, its name, and its settings with their names. What is in square brackets may be left out; a pair of numbers is for height and width, or one for both;
     * padding may be four numbers: above, left, below, right. Sizes of weights are theirs.
     *
     * <pre>
     * convolution NAME [stride 1 1] [padding 0 0] [groups 1]    NAME.weight, NAME.bias
     * dense NAME                                                NAME.weight, NAME.bias
     * batchnorm NAME [epsilon 1e-5]                             NAME.running_mean, NAME.running_var, NAME.weight, NAME.bias
     * maxpool NAME kernel 2 2 [stride as kernel] [padding 0 0]
     * avgpool NAME kernel 2 2 [stride as kernel] [padding 0 0] [countpadding 1]
     * globalavgpool NAME
     * relu NAME
     * leakyrelu NAME [slope 0.01]
     * sigmoid NAME
     * softmax NAME
     * flatten NAME
     * </pre>
     *
     * @param lines such lines; empty ones are passed over
     * @param tensors the weights, named as above; biases, and a batch norm's weight, may be absent
     * @return this
     * @throws IllegalArgumentException if a line is not understood, tensors are missing, or as for the methods above
     */
    public NetworkBuilder layers(String lines, Map<String, Tensor> tensors) {
        new LayerLines(tensors).addTo(this, lines);
        return this;
    }

    /**
     * Adds layers with random weights, to be trained: He-normal ones (arXiv:1502.01852), biases of 0, batch norms that change nothing. Lines are as for {@link #layers(String, Map)}, but that sizes must be said:
     *
     * <pre>
     * convolution NAME outputs 8 kernel 3 3 [stride 1 1] [padding 0 0] [groups 1]
     * dense NAME outputs 2
     * </pre>
     *
     * @param lines such lines; empty ones are passed over
     * @param seed the same gives the same weights, on every JDK
     * @return this
     * @throws IllegalArgumentException if a line is not understood, a size is missing, or as for the methods above
     */
    public NetworkBuilder layers(String lines, long seed) {
        new LayerLines(new RandomWeights(seed)).addTo(this, lines);
        return this;
    }

    /**
     * Makes the network.
     *
     * @return the network
     */
    public Network build() {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network must have a layer");
        }
        return new Network(layers, shapes);
    }
}
