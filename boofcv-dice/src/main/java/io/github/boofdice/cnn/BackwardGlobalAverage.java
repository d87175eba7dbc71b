package io.github.boofdice.cnn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The mean of each plane, in training: each value has an equal share in it. */
record BackwardGlobalAverage(GlobalAveragePool layer, Shape input) implements BackwardStep {
    @Override
    public BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        Pass forward = layer.step(input).open(in, out);
        int plane = input.plane();
        return new BackwardPass() {
            @Override
            public void forward() {
                forward.run();
            }

            @Override
            public void backward(float[][] gradients) {
                for (int c = 0; inGradient != null && c < input.channels(); c++) {
                    Arrays.fill(inGradient, c * plane, (c + 1) * plane, outGradient[c] / plane);
                }
            }
        };
    }
}
