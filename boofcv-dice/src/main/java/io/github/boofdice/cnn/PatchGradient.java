package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import java.util.Arrays;

/** How the loss changes with what entered any convolution: row by row of output, each weight's share is summed up over the outputs and added to where the weight met it. */
final class PatchGradient implements Step {
    private static final Kernels KERNELS = Kernels.fastest();
    private final Convolution layer;
    private final Shape input;
    private final Shape output;
    private final float[] byWeight;
    private final Patches patches;

    /**
     * Makes a convolution ready.
     *
     * @param byWeight its weights, outputs of a group counting fastest; they may change
     */
    PatchGradient(Convolution layer, Shape input, float[] byWeight) {
        this.layer = layer;
        this.input = input;
        this.byWeight = byWeight;
        output = layer.output(input);
        patches = new Patches(layer.window(), input, output.width());
    }

    @Override
    public Pass open(float[] outGradient, float[] inGradient) {
        float[][] rows = new float[layer.outputs() / layer.groups()][output.width()];
        float[] sum = new float[output.width()];
        return () -> {
            Arrays.fill(inGradient, 0, input.size(), 0);
            for (int group = 0; group < layer.groups(); group++) {
                for (int y = 0; y < output.height(); y++) {
                    for (int o = 0; o < rows.length; o++) {
                        int start = (group * rows.length + o) * output.plane() + y * output.width();
                        System.arraycopy(outGradient, start, rows[o], 0, output.width());
                    }
                    addBack(group, y, rows, sum, inGradient);
                }
            }
        };
    }

    private void addBack(int group, int y, float[][] rows, float[] sum, float[] inGradient) {
        int area = layer.window().area();
        int each = layer.inputsOfGroup() * area;
        for (int w = 0; w < each; w++) {
            KERNELS.weightedSum(sum, 0, rows, byWeight, (group * each + w) * rows.length, rows.length, output.width());
            patches.addBack(sum, group * layer.inputsOfGroup() + w / area, w % area, y, inGradient);
        }
    }
}
