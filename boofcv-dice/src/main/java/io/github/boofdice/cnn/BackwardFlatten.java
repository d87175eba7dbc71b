package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** Planes as one vector, in training. */
record BackwardFlatten(Flatten layer, Shape input) implements BackwardStep {
    @Override
    public BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        int size = input.size();
        return new BackwardPass() {
            @Override
            public void forward() {
                System.arraycopy(in, 0, out, 0, size);
            }

            @Override
            public void backward(float[][] gradients) {
                if (inGradient != null) {
                    System.arraycopy(outGradient, 0, inGradient, 0, size);
                }
            }
        };
    }
}
