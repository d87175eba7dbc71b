package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import org.jspecify.annotations.Nullable;

/**
 * What {@link DenseStep} computes, to the last bit, from weights that lie in one array for four outputs in the order in which they are read: a processor then fetches ahead what is more
 * than a cache holds.
 */
final class StreamedDenseStep implements Step {
    private static final Kernels KERNELS = Kernels.fastest();

    private static final int ROWS = Kernels.ROWS;
    private static final int PLACES = Kernels.PLACES;
    private static final int LENGTH = DenseStep.LONGEST_PIECE;

    private final Dense layer;
    private final @Nullable Activation activation;
    /** How many pieces an output's weights are; those of an odd last one are zeros. */
    private final int pieces;
    /** By four outputs: by first place in a piece, piece, output and place. */
    private final float[][] weights;

    StreamedDenseStep(Dense layer, @Nullable Activation activation) {
        this.layer = layer;
        this.activation = activation;
        pieces = (layer.inputs() + 2 * LENGTH - 1) / (2 * LENGTH) * 2;
        weights = new float[(layer.outputs() + ROWS - 1) / ROWS][ROWS * pieces * LENGTH];
        weightsChanged();
    }

    /** Whether its pieces are as long as they can be, and the loops are there. */
    static boolean serves(Dense layer) {
        return KERNELS.streams() && layer.inputs() > 2 * LENGTH;
    }

    @Override
    public void weightsChanged() {
        for (int o = 0; o < layer.outputs(); o++) {
            layOut(layer.weight().raw(), o * layer.inputs(), weights[o / ROWS], o % ROWS, ROWS);
        }
    }

    /** Spreads the values that one output meets, one row among so many. */
    private void layOut(float[] values, int start, float[] to, int row, int rows) {
        for (int at = 0; at < layer.inputs(); at += PLACES) {
            int block = at % LENGTH / PLACES * pieces + at / LENGTH;
            int count = Math.min(PLACES, layer.inputs() - at);
            System.arraycopy(values, start + at, to, (block * rows + row) * PLACES, count);
        }
    }

    @Override
    public Pass open(float[] in, float[] out) {
        float[] inputs = new float[pieces * LENGTH];
        float[] sums = new float[ROWS * LENGTH];
        return () -> {
            layOut(in, 0, inputs, 0, 1);
            for (int o = 0; o < layer.outputs(); o += ROWS) {
                for (int place = 0; place < LENGTH; place += PLACES) {
                    int from = place * pieces;
                    KERNELS.sumFour(weights[o / ROWS], ROWS * from, inputs, from, pieces, sums, place, LENGTH);
                }
                for (int i = 0; i < Math.min(ROWS, layer.outputs() - o); i++) {
                    out[o + i] = layer.bias(o + i) + RowLoops.total(sums, i * LENGTH, LENGTH);
                }
            }
            if (activation != null) {
                activation.apply(out, layer.outputs());
            }
        };
    }
}
