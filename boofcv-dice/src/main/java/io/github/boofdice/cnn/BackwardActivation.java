package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** A function of every value in training. */
record BackwardActivation(Activation layer, Shape shape) implements BackwardStep {
    private static final float LARGE = 0x1p126f;

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

    /** Times 1 where something came out, else times 0: by a minimum, as a condition would keep C2 from making vectors of it. Twice as large a factor as a number can be brings the smallest above 1. */
    private static void relu(float[] out, float[] outGradient, float[] inGradient, int size) {
        for (int i = 0; i < size; i++) {
            inGradient[i] = Math.min(1f, out[i] * LARGE * LARGE) * outGradient[i];
        }
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
