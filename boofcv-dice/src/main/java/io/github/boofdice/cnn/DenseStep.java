package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer. Inputs and weights lie in pieces of equal length, and products are summed up place by place over all pieces, for two outputs at once; what then stands in the
 * places is summed up at the end. So all arrays are indexed alike, and weights, which are more than a cache holds, are read once, in order.
 */
final class DenseStep implements Step {
    private static final Kernels KERNELS = Kernels.fastest();

    static final int LONGEST_PIECE = 512;

    private final Dense layer;
    private final @Nullable Activation activation;
    private final int length;
    /** By output and piece, an even number of pieces; filled up with zeros. */
    private final float[][][] pieces;

    DenseStep(Dense layer, @Nullable Activation activation) {
        this.layer = layer;
        this.activation = activation;
        int inputs = layer.inputs();
        int half = (inputs + 1) / 2;
        length = Math.min(LONGEST_PIECE, (half + RowLoops.LANES - 1) / RowLoops.LANES * RowLoops.LANES);
        int count = (inputs + 2 * length - 1) / (2 * length) * 2;
        pieces = new float[layer.outputs()][count][length];
        weightsChanged();
    }

    @Override
    public void weightsChanged() {
        float[] weights = layer.weight().raw();
        for (int o = 0; o < pieces.length; o++) {
            cut(weights, o * layer.inputs(), layer.inputs(), pieces[o]);
        }
    }

    private static void cut(float[] values, int start, int count, float[][] pieces) {
        int length = pieces[0].length;
        for (int at = 0; at < count; at += length) {
            System.arraycopy(values, start + at, pieces[at / length], 0, Math.min(length, count - at));
        }
    }

    @Override
    public Pass open(float[] in, float[] out) {
        float[][] inputs = new float[pieces[0].length][length];
        float[] sum = new float[length];
        float[] sum2 = new float[length];
        return () -> {
            cut(in, 0, layer.inputs(), inputs);
            for (int o = 0; o < pieces.length; o += 2) {
                // The last of an odd number is computed twice.
                int o2 = Math.min(o + 1, pieces.length - 1);
                sums(inputs, pieces[o], pieces[o2], sum, sum2);
                out[o] = layer.bias(o) + RowLoops.total(sum, 0, length);
                out[o2] = layer.bias(o2) + RowLoops.total(sum2, 0, length);
            }
            if (activation != null) {
                activation.apply(out, pieces.length);
            }
        };
    }

    private void sums(float[][] inputs, float[][] weights, float[][] weights2, float[] sum, float[] sum2) {
        for (int i = 0; i < length; i++) {
            sum[i] = 0;
            sum2[i] = 0;
        }
        for (int k = 0; k < inputs.length; k += 2) {
            KERNELS.addProducts(
                    sum,
                    weights[k],
                    weights[k + 1],
                    sum2,
                    weights2[k],
                    weights2[k + 1],
                    inputs[k],
                    inputs[k + 1],
                    length);
        }
    }
}
