package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution in training. How the loss changes with what entered is a convolution again, with turned kernels, if the window moves by single values; else each output's share is put
 * back to where it came from.
 */
final class BackwardConvolution implements BackwardStep {
    /** With arrays of its own, which change. */
    private final Convolution layer;

    private final Shape input;
    private final Shape output;
    private final Step forward;
    /** Computes what entered from what left; absent if no convolution does. */
    private final @Nullable Convolution turned;

    private final @Nullable Step back;
    /** The weights of each group with outputs counting fastest; empty if {@link #turned} is there. */
    private final float[] byWeight;

    BackwardConvolution(Convolution start, Shape input) {
        this.input = input;
        layer = copy(start);
        output = layer.output(input);
        forward = layer.step(input);
        turned = turnable(layer) ? turned(layer) : null;
        back = turned == null ? null : turned.step(output);
        byWeight = new float[turned == null ? layer.weight().raw().length : 0];
        weightsChanged();
    }

    private static Convolution copy(Convolution c) {
        return new Convolution(
                c.name(), copy(c.weight()), c.bias() == null ? null : copy(c.bias()), c.window(), c.groups());
    }

    static Tensor copy(Tensor tensor) {
        return Tensor.of(tensor.sizes(), tensor.raw());
    }

    private static boolean turnable(Convolution layer) {
        Window w = layer.window();
        return layer.groups() == 1
                && w.strideY() == 1
                && w.strideX() == 1
                && Math.max(w.top(), w.bottom()) < w.height()
                && Math.max(w.left(), w.right()) < w.width();
    }

    /** With all weights 0 still. */
    private static Convolution turned(Convolution layer) {
        Window w = layer.window();
        int y = w.height() - 1;
        int x = w.width() - 1;
        Window window =
                new Window(w.height(), w.width(), 1, 1, y - w.top(), x - w.left(), y - w.bottom(), x - w.right());
        List<Integer> sizes = List.of(layer.inputsOfGroup(), layer.outputs(), w.height(), w.width());
        return new Convolution(
                layer.name(), Tensor.wrap(sizes, new float[layer.weight().raw().length]), null, window, 1);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(layer.weight().raw(), true));
        if (layer.bias() != null) {
            parameters.add(new Parameter(layer.bias().raw(), false));
        }
        return parameters;
    }

    @Override
    public void weightsChanged() {
        forward.weightsChanged();
        if (turned != null && back != null) {
            turn(turned.weight().raw());
            back.weightsChanged();
        } else {
            transpose();
        }
    }

    private void turn(float[] to) {
        float[] weights = layer.weight().raw();
        int area = layer.window().area();
        int inputs = layer.inputsOfGroup();
        for (int o = 0; o < layer.outputs(); o++) {
            for (int i = 0; i < inputs; i++) {
                for (int k = 0; k < area; k++) {
                    to[(i * layer.outputs() + o) * area + area - 1 - k] = weights[(o * inputs + i) * area + k];
                }
            }
        }
    }

    private void transpose() {
        float[] weights = layer.weight().raw();
        int each = layer.inputsOfGroup() * layer.window().area();
        int outputs = layer.outputs() / layer.groups();
        for (int o = 0; o < layer.outputs(); o++) {
            for (int w = 0; w < each; w++) {
                byWeight[(o / outputs * each + w) * outputs + o % outputs] = weights[o * each + w];
            }
        }
    }

    /** What leaves is not looked at again. */
    @Override
    public boolean needsForward() {
        return false;
    }

    @Override
    public Layer layer() {
        return copy(layer);
    }

    @Override
    public BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        Pass there = forward.open(in, out);
        Pass andBack = () -> {};
        if (inGradient != null) {
            andBack = back == null
                    ? new PatchGradient(layer, input, byWeight).open(outGradient, inGradient)
                    : back.open(outGradient, inGradient);
        }
        WeightGradient gradient = WeightGradient.of(layer, input, in, outGradient);
        Pass last = andBack;
        return new BackwardPass() {
            @Override
            public void forward() {
                there.run();
            }

            @Override
            public void backward(float[][] gradients) {
                gradient.add(gradients[0], layer.bias() == null ? null : gradients[1]);
                last.run();
            }
        };
    }
}
