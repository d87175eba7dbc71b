package io.github.boofdice.cnn;

import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the loss changes with the weights of a convolution whose kernels have many: all that a kernel meets at one place is laid out as a row, and the gradients of an output's kernel are the sum of those rows, each times
 * the gradient of what came out there. Some places are computed together, so that their rows stay in the cache.
 */
final class KernelWeightGradient implements WeightGradient {
    private static final Kernels KERNELS = Kernels.fastest();
    /** Weights of a kernel from which on this is faster than {@link PatchWeightGradient}: a loop over fewer is over too soon. */
    private static final int LEAST = 48;

    private static final int TOGETHER = 32;

    private final Convolution layer;
    private final Shape input;
    private final Shape output;
    private final float[] in;
    private final float[] outGradient;
    /** The input between its padding, channels counting fastest. */
    private final float[] padded;

    private final int paddedWidth;
    /** By place: what the kernel meets, row by row of the window, channels counting fastest. */
    private final float[][] rows = new float[TOGETHER][];
    /** By output: in the same order. */
    private final float[][] sums;

    KernelWeightGradient(Convolution layer, Shape input, float[] in, float[] outGradient) {
        this.layer = layer;
        this.input = input;
        this.in = in;
        this.outGradient = outGradient;
        output = layer.output(input);
        Window window = layer.window();
        paddedWidth = window.left() + input.width() + window.right();
        padded = new float[(window.top() + input.height() + window.bottom()) * paddedWidth * input.channels()];
        int each = input.channels() * window.area();
        Arrays.setAll(rows, i -> new float[each]);
        sums = new float[layer.outputs()][each];
    }

    static boolean serves(Convolution layer, Shape input) {
        Window w = layer.window();
        long height = (long) w.top() + input.height() + w.bottom();
        long width = (long) w.left() + input.width() + w.right();
        return layer.groups() == 1
                && input.channels() * w.area() >= LEAST
                && height * width * input.channels() <= Shape.MOST_VALUES;
    }

    @Override
    public void add(float[] weights, float @Nullable [] bias) {
        pad();
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int first = 0; first < output.plane(); first += TOGETHER) {
            int n = Math.min(TOGETHER, output.plane() - first);
            for (int i = 0; i < n; i++) {
                layOut(first + i, rows[i]);
            }
            for (int o = 0; o < sums.length; o++) {
                KERNELS.addWeighted(sums[o], rows, 0, outGradient, o * output.plane() + first, n, sums[o].length);
            }
        }
        for (int o = 0; o < sums.length; o++) {
            addInOrder(sums[o], weights, o * sums[o].length);
            if (bias != null) {
                bias[o] += RowLoops.total(outGradient, o * output.plane(), output.plane());
            }
        }
    }

    private void pad() {
        Window window = layer.window();
        int channels = input.channels();
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < input.height(); y++) {
                int from = (c * input.height() + y) * input.width();
                int to = ((y + window.top()) * paddedWidth + window.left()) * channels + c;
                for (int x = 0; x < input.width(); x++) {
                    padded[to + x * channels] = in[from + x];
                }
            }
        }
    }

    private void layOut(int place, float[] row) {
        Window window = layer.window();
        int y = place / output.width() * window.strideY();
        int x = place % output.width() * window.strideX();
        int length = window.width() * input.channels();
        for (int ky = 0; ky < window.height(); ky++) {
            int from = ((y + ky) * paddedWidth + x) * input.channels();
            System.arraycopy(padded, from, row, ky * length, length);
        }
    }

    /** In the order of a convolution's weights, where channels count slowest. */
    private void addInOrder(float[] sum, float[] weights, int start) {
        int area = layer.window().area();
        int channels = input.channels();
        for (int c = 0; c < channels; c++) {
            for (int k = 0; k < area; k++) {
                weights[start + c * area + k] += sum[k * channels + c];
            }
        }
    }
}
