package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** A function of every value in training. */
record BackwardActivation(Activation layer, Shape shape) implements BackwardStep {
    private static final float LARGE = 0x1p127f;

    @Override
    public BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        int size = shape.size();
        return new BackwardPass() {
            @Override
            public void forward() {
                System.arraycopy(in, 0, out, 0, size);
                layer.apply(out, size);
            }

            @Override
            public void backward(float[][] gradients) {
                if (inGradient == null) {
                    return;
                }
                switch (layer.function()) {
                    case RELU -> relu(out, outGradient, inGradient, size);
                    case LEAKY_RELU -> leaky(in, layer.slope(), outGradient, inGradient, size);
                    case SIGMOID -> sigmoid(out, outGradient, inGradient, size);
                }
            }
        };
    }

    private static void relu(float[] out, float[] outGradient, float[] inGradient, int size) {
        for (int i = 0; i < size; i++) {
            inGradient[i] = aboveZero(out[i]) * outGradient[i];
        }
    }

    /** 1 for a number above 0, 0 for 0; by a minimum, as C2 makes no vectors of a loop with conditions. The smallest number times the largest power of two, twice, is far above 1. */
    static float aboveZero(float number) {
        return Math.min(1f, number * LARGE * LARGE);
    }

    private static void leaky(float[] in, float slope, float[] outGradient, float[] inGradient, int size) {
        for (int i = 0; i < size; i++) {
            inGradient[i] = in[i] >= 0 ? outGradient[i] : slope * outGradient[i];
        }
    }

    private static void sigmoid(float[] out, float[] outGradient, float[] inGradient, int size) {
        for (int i = 0; i < size; i++) {
            inGradient[i] = out[i] * (1 - out[i]) * outGradient[i];
        }
    }
}
