package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;

/** Layers as textbooks define them, in double precision and with no thought of speed; and random tensors to try them on. */
final class SixLoops {
    private SixLoops() {}

    static double[] convolution(Convolution layer, Shape input, float[] in) {
        Shape output = layer.output(input);
        double[] out = new double[output.size()];
        int each = layer.outputs() / layer.groups();
        for (int o = 0; o < layer.outputs(); o++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    double sum = layer.bias(o);
                    for (int i = 0; i < layer.inputsOfGroup(); i++) {
                        for (int ky = 0; ky < layer.window().height(); ky++) {
                            for (int kx = 0; kx < layer.window().width(); kx++) {
                                int channel = o / each * layer.inputsOfGroup() + i;
                                double value = at(in, input, channel, layer.window(), y, x, ky, kx, 0);
                                int w = ((o * layer.inputsOfGroup() + i)
                                                                * layer.window().height()
                                                        + ky)
                                                * layer.window().width()
                                        + kx;
                                sum += layer.weight().raw()[w] * value;
                            }
                        }
                    }
                    out[(o * output.height() + y) * output.width() + x] = sum;
                }
            }
        }
        return out;
    }

    static double[] pool(Pool layer, Shape input, float[] in) {
        Shape output = layer.output(input);
        double[] out = new double[output.size()];
        for (int c = 0; c < input.channels(); c++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    double sum = 0;
                    double most = Double.NEGATIVE_INFINITY;
                    int there = 0;
                    for (int ky = 0; ky < layer.window().height(); ky++) {
                        for (int kx = 0; kx < layer.window().width(); kx++) {
                            double value = at(in, input, c, layer.window(), y, x, ky, kx, Double.NaN);
                            if (!Double.isNaN(value)) {
                                sum += value;
                                most = Math.max(most, value);
                                there++;
                            }
                        }
                    }
                    double mean = sum / (layer.countPadding() ? layer.window().area() : there);
                    out[(c * output.height() + y) * output.width() + x] = layer.maximum() ? most : mean;
                }
            }
        }
        return out;
    }

    static double[] dense(Dense layer, float[] in) {
        double[] out = new double[layer.outputs()];
        for (int o = 0; o < out.length; o++) {
            out[o] = layer.bias(o);
            for (int i = 0; i < layer.inputs(); i++) {
                out[o] += (double) layer.weight().raw()[o * layer.inputs() + i] * in[i];
            }
        }
        return out;
    }

    private static double at(
            float[] in, Shape input, int c, Window window, int y, int x, int ky, int kx, double outside) {
        int row = y * window.strideY() + ky - window.top();
        int column = x * window.strideX() + kx - window.left();
        boolean inside = row >= 0 && row < input.height() && column >= 0 && column < input.width();
        return inside ? in[(c * input.height() + row) * input.width() + column] : outside;
    }

    /** What a layer by itself makes of the values. */
    static float[] compute(Layer layer, Shape input, float[] in) {
        float[] out = new float[layer.output(input).size()];
        Pass pass = layer.step(input).open(in, out);
        pass.run();
        // A second pass in the same memory must not see the first.
        float[] first = out.clone();
        pass.run();
        assertThat(out).containsExactly(first);
        return out;
    }

    static Tensor random(long seed, Integer... sizes) {
        List<Integer> list = List.of(sizes);
        return Tensor.wrap(list, randoms(seed, (int) Tensor.count(list)));
    }

    /** Numbers from -1 to 1. */
    static float[] randoms(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
