package io.github.boofdice.cnn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every output a weighted sum of every input.
 *
 * @param weight outputs x inputs
 * @param bias one an output; absent for zeros
 */
record Dense(String name, Tensor weight, @Nullable Tensor bias) implements Layer {
    Dense {
        List<Integer> sizes = weight.sizes();
        if (sizes.size() != 2 || weight.raw().length == 0) {
            throw new IllegalArgumentException("weight must be outputs x inputs but its sizes are " + sizes);
        }
        Convolution.requireBias(bias, sizes.get(0));
    }

    int outputs() {
        return weight.sizes().get(0);
    }

    int inputs() {
        return weight.sizes().get(1);
    }

    float bias(int output) {
        return bias == null ? 0 : bias.raw()[output];
    }

    @Override
    public String kind() {
        return "dense" + (bias == null ? ", no bias" : "");
    }

    @Override
    public Shape output(Shape input) {
        if (!input.isVector()) {
            throw new IllegalArgumentException("it takes a vector of " + inputs() + ": flatten first");
        }
        if (input.size() != inputs()) {
            throw new IllegalArgumentException("it takes " + inputs() + " values");
        }
        return Shape.of(outputs());
    }

    @Override
    public long parameters() {
        return weight.raw().length + (bias == null ? 0L : outputs());
    }

    @Override
    public long multiplyAdds(Shape input) {
        return weight.raw().length;
    }

    /** Likewise, normalised afterwards. */
    Dense folded(BatchNormalization norm) {
        return new Dense(name, Convolution.scaled(weight, norm), Convolution.shifted(bias, norm));
    }

    @Override
    public Step step(Shape input) {
        return activated(null);
    }

    /** Along with an activation of what leaves. */
    Step activated(@Nullable Activation activation) {
        return StreamedDenseStep.serves(this)
                ? new StreamedDenseStep(this, activation)
                : new DenseStep(this, activation);
    }
}
