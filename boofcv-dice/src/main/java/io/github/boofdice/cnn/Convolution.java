package io.github.boofdice.cnn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums of a window that goes over the planes; strictly a correlation, as all such libraries compute it.
 *
 * @param weight outputs x inputs of a group x height x width
 * @param bias one an output; absent for zeros
 * @param window its height and width are those of the weight
 * @param groups into how many parts channels are split, each with outputs of its own; as many as channels for a depthwise convolution
 */
record Convolution(String name, Tensor weight, @Nullable Tensor bias, Window window, int groups) implements Layer {
    Convolution {
        List<Integer> sizes = weight.sizes();
        if (sizes.size() != 4 || weight.raw().length == 0) {
            throw new IllegalArgumentException(
                    "weight must be outputs x inputs x height x width but its sizes are " + sizes);
        }
        if (sizes.get(2) != window.height() || sizes.get(3) != window.width()) {
            throw new IllegalArgumentException(
                    "kernel is " + window.height() + " x " + window.width() + " but the sizes of weight are " + sizes);
        }
        if (groups < 1 || sizes.get(0) % groups != 0) {
            throw new IllegalArgumentException("groups must divide the " + sizes.get(0) + " outputs but are " + groups);
        }
        requireBias(bias, sizes.get(0));
    }

    static void requireBias(@Nullable Tensor bias, int outputs) {
        if (bias != null && bias.raw().length != outputs) {
            throw new IllegalArgumentException(
                    "bias has " + bias.raw().length + " values but weight " + outputs + " outputs");
        }
    }

    int outputs() {
        return weight.sizes().get(0);
    }

    /** Channels that one output sees. */
    int inputsOfGroup() {
        return weight.sizes().get(1);
    }

    float bias(int output) {
        return bias == null ? 0 : bias.raw()[output];
    }

    @Override
    public String kind() {
        String kind = "convolution, " + window.words();
        if (groups > 1) {
            kind += inputsOfGroup() == 1 ? ", depthwise" : ", groups " + groups;
        }
        return kind + (bias == null ? ", no bias" : "");
    }

    @Override
    public Shape output(Shape input) {
        Layer.requirePlanes(input);
        if ((long) groups * inputsOfGroup() != input.channels()) {
            throw new IllegalArgumentException("it takes " + (long) groups * inputsOfGroup() + " channels");
        }
        Shape output = Shape.of(outputs(), window.outHeight(input), window.outWidth(input));
        // What a workspace lays out at least: a file must not ask for more than the file itself could hold.
        if ((long) inputsOfGroup() * window.area() * output.width() > Shape.MOST_VALUES) {
            throw new IllegalArgumentException(
                    "one row of output " + output + " takes more than " + Shape.MOST_VALUES + " values of it");
        }
        return output;
    }

    @Override
    public long parameters() {
        return weight.raw().length + (bias == null ? 0L : outputs());
    }

    @Override
    public long multiplyAdds(Shape input) {
        return (long) weight.raw().length * output(input).plane();
    }

    /** Likewise, normalised afterwards. */
    Convolution folded(BatchNormalization norm) {
        return new Convolution(name, scaled(weight, norm), shifted(bias, norm), window, groups);
    }

    static Tensor scaled(Tensor weight, BatchNormalization norm) {
        float[] scaled = weight.values();
        int each = scaled.length / norm.channels();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (scaled[i] * norm.scale(i / each));
        }
        return Tensor.wrap(weight.sizes(), scaled);
    }

    static Tensor shifted(@Nullable Tensor bias, BatchNormalization norm) {
        float[] shifted = new float[norm.channels()];
        for (int c = 0; c < shifted.length; c++) {
            shifted[c] = (float) ((bias == null ? 0 : bias.raw()[c]) * norm.scale(c) + norm.shift(c));
        }
        return Tensor.wrap(List.of(shifted.length), shifted);
    }

    @Override
    public Step step(Shape input) {
        return step(input, null, false);
    }

    /** The fastest way to compute it, with what follows it at once: an activation, and a maximum of two by two values. */
    Step step(Shape input, @Nullable Activation activation, boolean halved) {
        return WinogradStep.serves(this)
                ? new WinogradStep(this, input, activation, halved)
                : new PatchStep(this, input, activation);
    }
}
