package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A dense layer. Inputs and weights lie in pieces of equal length, and products are summed up place by place over all pieces; what then stands in the places is summed up at the end.
 * So all arrays are indexed alike, and weights, which are more than a cache holds, are read once. The pieces of two outputs lie behind one another and meet the same inputs twice: the longer an array, the
 * better a processor fetches ahead.
 */
final class DenseStep implements Step {
    private static final Kernels KERNELS = Kernels.fastest();

    static final int LONGEST_PIECE = 512;

    private final Dense layer;
    private final @Nullable Activation activation;
    private final int length;
    /** By two outputs and piece, an even number of pieces; filled up with zeros. */
    private final float[][][] pieces;

    DenseStep(Dense layer, @Nullable Activation activation) {
        this.layer = layer;
        this.activation = activation;
        int inputs = layer.inputs();
        int half = (inputs + 1) / 2;
        length = Math.min(LONGEST_PIECE, (half + RowLoops.LANES - 1) / RowLoops.LANES * RowLoops.LANES);
        int count = (inputs + 2 * length - 1) / (2 * length) * 2;
        pieces = new float[(layer.outputs() + 1) / 2][count][2 * length];
        weightsChanged();
    }

    @Override
    public void weightsChanged() {
        float[] weights = layer.weight().raw();
        for (int o = 0; o < layer.outputs(); o++) {
            cut(weights, o * layer.inputs(), pieces[o / 2], o % 2 * length);
        }
    }

    /** Puts the values that one output meets into pieces, from a place in each. */
    private void cut(float[] values, int start, float[][] pieces, int place) {
        for (int at = 0; at < layer.inputs(); at += length) {
            System.arraycopy(values, start + at, pieces[at / length], place, Math.min(length, layer.inputs() - at));
        }
    }

    @Override
    public Pass open(float[] in, float[] out) {
        float[][] inputs = new float[pieces[0].length][2 * length];
        float[] sum = new float[2 * length];
        return () -> {
            cut(in, 0, inputs, 0);
            cut(in, 0, inputs, length);
            for (int o = 0; o < layer.outputs(); o++) {
                if (o % 2 == 0) {
                    sumUp(inputs, pieces[o / 2], sum);
                }
                out[o] = layer.bias(o) + RowLoops.total(sum, o % 2 * length, length);
            }
            if (activation != null) {
                activation.apply(out, layer.outputs());
            }
        };
    }

    private static void sumUp(float[][] inputs, float[][] weights, float[] sum) {
        Arrays.fill(sum, 0);
        for (int k = 0; k < inputs.length; k += 2) {
            KERNELS.addProducts(sum, weights[k], inputs[k], weights[k + 1], inputs[k + 1], sum.length);
        }
    }
}
