package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DenseStep} computes, to the last bit, from weights that lie in one array for each output, in the order in which they are read: a processor then fetches ahead what is more than a
 * cache holds.
 */
final class StreamedDenseStep implements Step {
    private static final Kernels KERNELS = Kernels.fastest();

    private static final int ROWS = Kernels.ROWS;
    private static final int PLACES = Kernels.PLACES;
    private static final int LENGTH = DenseStep.LONGEST_PIECE;

    private final Dense layer;
    private final @Nullable Activation activation;
    /** Of so many pieces are the inputs, and with them an output's weights, filled up with zeros. */
    private final int pieces;
    /** By output, the last as often as it takes to make a multiple of {@link #ROWS}. */
    private final float[][] weights;

    StreamedDenseStep(Dense layer, @Nullable Activation activation) {
        this.layer = layer;
        this.activation = activation;
        pieces = (layer.inputs() + 2 * LENGTH - 1) / (2 * LENGTH) * 2;
        weights = new float[(layer.outputs() + ROWS - 1) / ROWS * ROWS][];
        for (int o = 0; o < weights.length; o++) {
            weights[o] = o < layer.outputs() ? new float[pieces * LENGTH] : weights[o - 1];
        }
        weightsChanged();
    }

    /** Whether its pieces are as long as they can be, and the loops are there. */
    static boolean serves(Dense layer) {
        return KERNELS.streams() && layer.inputs() > 2 * LENGTH;
    }

    @Override
    public void weightsChanged() {
        for (int o = 0; o < layer.outputs(); o++) {
            layOut(layer.weight().raw(), o * layer.inputs(), weights[o]);
        }
    }

    /** The first places of all pieces, one piece after another, then the next places of all. */
    private void layOut(float[] values, int start, float[] to) {
        for (int at = 0; at < layer.inputs(); at += PLACES) {
            int block = at % LENGTH / PLACES * pieces + at / LENGTH;
            System.arraycopy(values, start + at, to, block * PLACES, Math.min(PLACES, layer.inputs() - at));
        }
    }

    @Override
    public Pass open(float[] in, float[] out) {
        float[] inputs = new float[pieces * LENGTH];
        float[] sums = new float[ROWS * LENGTH];
        return () -> {
            layOut(in, 0, inputs);
            for (int o = 0; o < layer.outputs(); o++) {
                if (o % ROWS == 0) {
                    sumUp(inputs, o, sums);
                }
                out[o] = layer.bias(o) + RowLoops.total(sums, o % ROWS * LENGTH, LENGTH);
            }
            if (activation != null) {
                activation.apply(out, layer.outputs());
            }
        };
    }

    private void sumUp(float[] inputs, int output, float[] sums) {
        for (int place = 0; place < LENGTH; place += PLACES) {
            KERNELS.sumFour(weights, output, inputs, place * pieces, pieces, sums, place, LENGTH);
        }
    }
}
