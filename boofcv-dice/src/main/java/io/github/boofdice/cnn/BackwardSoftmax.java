package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** Shares of one, in training, where further layers follow: {@code dx_i = y_i (dy_i - sum_j y_j dy_j)}. At a network's end the loss takes its place. */
record BackwardSoftmax(Softmax layer, Shape shape) implements BackwardStep {
    @Override
    public BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        Pass forward = layer.step(shape).open(in, out);
        return new BackwardPass() {
            @Override
            public void forward() {
                forward.run();
            }

            @Override
            public void backward(float[][] gradients) {
                if (inGradient == null) {
                    return;
                }
                double mean = 0;
                for (int i = 0; i < shape.size(); i++) {
                    mean += (double) out[i] * outGradient[i];
                }
                for (int i = 0; i < shape.size(); i++) {
                    inGradient[i] = (float) (out[i] * (outGradient[i] - mean));
                }
            }
        };
    }
}
