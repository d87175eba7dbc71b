package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Any convolution: what each weight of the kernel meets, place by place, is laid out as a row, and outputs are weighted sums of those rows (known as im2col). Some rows of
 * output are computed together, so that what they need stays in the cache.
 */
final class PatchStep implements Step {
    private static final Kernels KERNELS = Kernels.fastest();
    /** Values of all rows together: 128 KiB of them. */
    private static final int CACHED = 1 << 15;

    private static final int MOST_PLACES = 512;

    private final Convolution layer;
    private final Shape output;
    private final @Nullable Activation activation;
    private final Patches patches;
    /** Weights of one output, and so rows. */
    private final int weights;
    /** Rows of output that are computed together. */
    private final int together;

    PatchStep(Convolution layer, Shape input, @Nullable Activation activation) {
        this.layer = layer;
        this.activation = activation;
        output = layer.output(input);
        patches = new Patches(layer.window(), input, output.width());
        weights = layer.inputsOfGroup() * layer.window().area();
        int places = Math.min(MOST_PLACES, CACHED / weights);
        together = Math.max(1, Math.min(output.height(), places / output.width()));
    }

    @Override
    public Pass open(float[] in, float[] out) {
        int places = together * output.width();
        return new Strips(in, out, new float[weights][places], new float[places]);
    }

    private final class Strips implements Pass {
        private final float[] in;
        private final float[] out;
        private final float[][] rows;
        private final float[] sum;

        Strips(float[] in, float[] out, float[][] rows, float[] sum) {
            this.in = in;
            this.out = out;
            this.rows = rows;
            this.sum = sum;
        }

        @Override
        public void run() {
            int outputs = layer.outputs() / layer.groups();
            for (int group = 0; group < layer.groups(); group++) {
                for (int y = 0; y < output.height(); y += together) {
                    int n = Math.min(together, output.height() - y) * output.width();
                    layOut(group * layer.inputsOfGroup(), y, n);
                    for (int o = group * outputs; o < (group + 1) * outputs; o++) {
                        KERNELS.weightedSum(
                                sum, layer.bias(o), rows, layer.weight().raw(), o * weights, weights, n);
                        if (activation != null) {
                            activation.apply(sum, n);
                        }
                        System.arraycopy(sum, 0, out, o * output.plane() + y * output.width(), n);
                    }
                }
            }
        }

        private void layOut(int channel, int y, int n) {
            int area = layer.window().area();
            for (int w = 0; w < weights; w++) {
                for (int at = 0; at < n; at += output.width()) {
                    patches.row(in, channel + w / area, w % area, y + at / output.width(), rows[w], at);
                }
            }
        }
    }
}
