package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dense layer in training. */
final class BackwardDense implements BackwardStep {
    private static final Kernels KERNELS = Kernels.fastest();
    /** With arrays of its own, which change. */
    private final Dense layer;

    private final Step forward;
    /** The weights of each output by themselves. */
    private final float[][] rows;

    BackwardDense(Dense start) {
        layer = copy(start);
        forward = layer.step(Shape.of(layer.inputs()));
        rows = new float[layer.outputs()][layer.inputs()];
        weightsChanged();
    }

    private static Dense copy(Dense d) {
        return new Dense(
                d.name(),
                BackwardConvolution.copy(d.weight()),
                d.bias() == null ? null : BackwardConvolution.copy(d.bias()));
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
        for (int o = 0; o < rows.length; o++) {
            System.arraycopy(layer.weight().raw(), o * layer.inputs(), rows[o], 0, layer.inputs());
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
        int inputs = layer.inputs();
        return new BackwardPass() {
            @Override
            public void forward() {
                there.run();
            }

            @Override
            public void backward(float[][] gradients) {
                for (int o = 0; o < rows.length; o++) {
                    addTimes(gradients[0], o * inputs, outGradient[o], in, inputs);
                    if (layer.bias() != null) {
                        gradients[1][o] += outGradient[o];
                    }
                }
                if (inGradient != null) {
                    KERNELS.weightedSum(inGradient, 0, rows, outGradient, 0, rows.length, inputs);
                }
            }
        };
    }

    private static void addTimes(float[] to, int start, float factor, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            to[start + i] = Math.fma(factor, values[i], to[start + i]);
        }
    }
}
