package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the loss changes with the weights of any convolution: for each weight the sum over all places of what it met times the gradient of what came out. Rows of places lie in pieces of equal length, and
 * products are summed up place by place over all pieces, as in {@link DenseStep}.
 */
final class PatchWeightGradient implements WeightGradient {
    private static final Kernels KERNELS = Kernels.fastest();

    /** Places of a piece, about: the sum over one costs as much as some passes of it. */
    private static final int PLACES = 128;

    private final Convolution layer;
    private final Shape output;
    private final Patches patches;
    private final float[] in;
    private final float[] outGradient;
    /** Rows of places in each piece. */
    private final int rows;

    private final int length;
    /** What one weight meets: an even number of pieces. */
    private final float[][] met;
    /** What a bias meets. */
    private final float[][] ones;
    /** By output of a group: the gradient. What is behind the last row stays zero. */
    private final float[][][] gradients;

    private final float[] sum;

    PatchWeightGradient(Convolution layer, Shape input, float[] in, float[] outGradient) {
        this.layer = layer;
        this.in = in;
        this.outGradient = outGradient;
        output = layer.output(input);
        patches = new Patches(layer.window(), input, output.width());
        int pairs = (output.plane() + 2 * PLACES - 1) / (2 * PLACES);
        rows = (output.height() + 2 * pairs - 1) / (2 * pairs);
        int count = (output.height() + 2 * rows - 1) / (2 * rows) * 2;
        length = (rows * output.width() + RowLoops.LANES - 1) / RowLoops.LANES * RowLoops.LANES;
        met = new float[count][length];
        ones = new float[count][length];
        for (float[] piece : ones) {
            RowLoops.plus(piece, 1, length);
        }
        gradients = new float[layer.outputs() / layer.groups()][count][length];
        sum = new float[length];
    }

    @Override
    public void add(float[] weights, float @Nullable [] bias) {
        int each = layer.inputsOfGroup() * layer.window().area();
        int area = layer.window().area();
        for (int group = 0; group < layer.groups(); group++) {
            int first = group * gradients.length;
            for (int o = 0; o < gradients.length; o++) {
                cut((first + o) * output.plane(), gradients[o]);
            }
            for (int w = 0; w < each; w++) {
                for (int y = 0; y < output.height(); y++) {
                    int channel = group * layer.inputsOfGroup() + w / area;
                    patches.row(in, channel, w % area, y, met[y / rows], y % rows * output.width());
                }
                addProducts(met, weights, first * each + w, each);
            }
            if (bias != null) {
                addProducts(ones, bias, first, 1);
            }
        }
    }

    private void cut(int start, float[][] pieces) {
        int most = rows * output.width();
        for (int at = 0; at < output.plane(); at += most) {
            System.arraycopy(outGradient, start + at, pieces[at / most], 0, Math.min(most, output.plane() - at));
        }
    }

    /** Adds the sum of all products with each output's gradient, to values that are so far apart. */
    private void addProducts(float[][] pieces, float[] to, int start, int apart) {
        for (int o = 0; o < gradients.length; o++) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < pieces.length; k += 2) {
                KERNELS.addProducts(sum, gradients[o][k], pieces[k], gradients[o][k + 1], pieces[k + 1], length);
            }
            to[start + o * apart] += RowLoops.total(sum, 0, length);
        }
    }
}
