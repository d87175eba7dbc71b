package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** A dense layer: the column of weights of each input, times the input, summed up over all. */
final class DenseStep implements Step {
    private static final int TERMS = 4;

    private final Dense layer;
    private final @Nullable Activation activation;
    /** By input: the weights of all outputs. */
    private final float[][] columns;

    DenseStep(Dense layer, @Nullable Activation activation) {
        this.layer = layer;
        this.activation = activation;
        int outputs = layer.outputs();
        int inputs = layer.inputs();
        float[] weights = layer.weight().raw();
        columns = new float[inputs][outputs];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                columns[i][o] = weights[o * inputs + i];
            }
        }
    }

    @Override
    public Pass open(float[] in, float[] out) {
        return () -> run(in, out);
    }

    private void run(float[] in, float[] out) {
        int n = layer.outputs();
        for (int o = 0; o < n; o++) {
            out[o] = layer.bias() == null ? 0 : layer.bias().raw()[o];
        }
        int i = 0;
        for (; i + TERMS <= columns.length; i += TERMS) {
            RowKernels.add(
                    out,
                    columns[i],
                    in[i],
                    columns[i + 1],
                    in[i + 1],
                    columns[i + 2],
                    in[i + 2],
                    columns[i + 3],
                    in[i + 3],
                    n);
        }
        for (; i < columns.length; i++) {
            RowKernels.add(out, columns[i], in[i], n);
        }
        if (activation != null) {
            activation.apply(out, n);
        }
    }
}
