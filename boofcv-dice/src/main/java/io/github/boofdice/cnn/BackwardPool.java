package io.github.boofdice.cnn;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A pool in training. A maximum hands its gradient to the first of the largest values, a mean an equal share to each. */
record BackwardPool(Pool layer, Shape input) implements BackwardStep {
    @Override
    public BackwardPass open(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
        if (layer.halves()) {
            return new BackwardHalving(input, layer.output(input), in, out, outGradient, inGradient);
        }
        return layer.maximum()
                ? new Maximum(in, out, outGradient, inGradient)
                : new Mean(layer.step(input).open(in, out), outGradient, inGradient);
    }

    private final class Maximum implements BackwardPass {
        private final Shape output = layer.output(input);
        private final float[] in;
        private final float[] out;
        private final float[] outGradient;
        private final float @Nullable [] inGradient;
        /** Where each maximum was found. */
        private final int[] places = new int[output.size()];

        Maximum(float[] in, float[] out, float[] outGradient, float @Nullable [] inGradient) {
            this.in = in;
            this.out = out;
            this.outGradient = outGradient;
            this.inGradient = inGradient;
        }

        @Override
        public void forward() {
            Window window = layer.window();
            int at = 0;
            for (int c = 0; c < output.channels(); c++) {
                for (int y = 0; y < output.height(); y++) {
                    for (int x = 0; x < output.width(); x++) {
                        int place =
                                largest(c, y * window.strideY() - window.top(), x * window.strideX() - window.left());
                        places[at] = place;
                        out[at++] = in[place];
                    }
                }
            }
        }

        private int largest(int channel, int y, int x) {
            int toY = Math.min(y + layer.window().height(), input.height());
            int toX = Math.min(x + layer.window().width(), input.width());
            int fromX = Math.max(x, 0);
            int place = -1;
            for (int row = Math.max(y, 0); row < toY; row++) {
                int start = (channel * input.height() + row) * input.width();
                for (int i = start + fromX; i < start + toX; i++) {
                    place = place < 0 || in[i] > in[place] ? i : place;
                }
            }
            return place;
        }

        @Override
        public void backward(float[][] gradients) {
            if (inGradient == null) {
                return;
            }
            Arrays.fill(inGradient, 0, input.size(), 0);
            for (int i = 0; i < places.length; i++) {
                inGradient[places[i]] += outGradient[i];
            }
        }
    }

    private final class Mean implements BackwardPass {
        private final Shape output = layer.output(input);
        private final Pass forward;
        private final float[] outGradient;
        private final float @Nullable [] inGradient;

        Mean(Pass forward, float[] outGradient, float @Nullable [] inGradient) {
            this.forward = forward;
            this.outGradient = outGradient;
            this.inGradient = inGradient;
        }

        @Override
        public void forward() {
            forward.run();
        }

        @Override
        public void backward(float[][] gradients) {
            if (inGradient == null) {
                return;
            }
            Window window = layer.window();
            Arrays.fill(inGradient, 0, input.size(), 0);
            int at = 0;
            for (int c = 0; c < output.channels(); c++) {
                for (int y = 0; y < output.height(); y++) {
                    for (int x = 0; x < output.width(); x++) {
                        int row = y * window.strideY() - window.top();
                        share(inGradient, outGradient[at++], c, row, x * window.strideX() - window.left());
                    }
                }
            }
        }

        private void share(float[] to, float gradient, int channel, int y, int x) {
            int fromY = Math.max(y, 0);
            int toY = Math.min(y + layer.window().height(), input.height());
            int fromX = Math.max(x, 0);
            int toX = Math.min(x + layer.window().width(), input.width());
            float share = gradient / (layer.countPadding() ? layer.window().area() : (toY - fromY) * (toX - fromX));
            for (int row = fromY; row < toY; row++) {
                int start = (channel * input.height() + row) * input.width();
                for (int i = start + fromX; i < start + toX; i++) {
                    to[i] += share;
                }
            }
        }
    }
}
