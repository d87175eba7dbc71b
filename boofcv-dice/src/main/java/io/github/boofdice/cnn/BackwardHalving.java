package io.github.boofdice.cnn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The maximum of two by two values in training, without conditions: which of four is the largest cannot be foretold, and a wrong guess costs a processor more than the arithmetic.
 */
final class BackwardHalving implements BackwardPass {
    private final Shape input;
    private final Shape output;
    private final float[] in;
    private final float[] out;
    private final float[] outGradient;
    private final float @Nullable [] inGradient;

    BackwardHalving(
            Shape input, Shape output, float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        this.input = input;
        this.output = output;
        this.in = in;
        this.out = out;
        this.outGradient = outGradient;
        this.inGradient = inGradient;
    }

    @Override
    public void forward() {
        int width = input.width();
        int at = 0;
        for (int row = 0; row < output.channels() * output.height(); row++) {
            int start = start(row);
            for (int x = 0; x < output.width(); x++) {
                int i = start + 2 * x;
                out[at++] = Math.max(Math.max(in[i], in[i + 1]), Math.max(in[i + width], in[i + width + 1]));
            }
        }
    }

    private int start(int row) {
        int channel = row / output.height();
        return (channel * input.height() + 2 * (row % output.height())) * input.width();
    }

    @Override
    public void backward(float[][] gradients) {
        if (inGradient == null) {
            return;
        }
        if (input.width() % 2 == 1 || input.height() % 2 == 1) {
            Arrays.fill(inGradient, 0, input.size(), 0);
        }
        for (int row = 0; row < output.channels() * output.height(); row++) {
            backward(start(row), row * output.width(), inGradient);
        }
    }

    private void backward(int start, int at, float[] to) {
        int width = input.width();
        for (int x = 0; x < output.width(); x++) {
            int i = start + 2 * x;
            float most = out[at + x];
            float gradient = outGradient[at + x];
            // 1 where this is the first of the largest, else 0.
            float first = equal(in[i], most);
            float rest = 1 - first;
            float second = rest * equal(in[i + 1], most);
            rest -= second;
            float third = rest * equal(in[i + width], most);
            rest -= third;
            to[i] = gradient * first;
            to[i + 1] = gradient * second;
            to[i + width] = gradient * third;
            to[i + width + 1] = gradient * rest;
        }
    }

    private static float equal(float value, float most) {
        return 1 - BackwardActivation.aboveZero(most - value);
    }
}
