package io.github.boofdice.cnn;

import io.github.boofdice.kernel.RowLoops;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalisation in training: S. Ioffe and C. Szegedy, Batch Normalization, arXiv:1502.03167. Mean and variance are those of the whole mini-batch, so values and gradients of all its examples are kept here; each is
 * handed in by itself, in any order, and sums are taken in the order of examples.
 *
 * <p>As PyTorch has it: what divides is the variance over n, what is kept for later use that over n - 1, of which each batch brings in a tenth.
 */
final class BackwardNorm {
    private static final double MOMENTUM = 0.1;

    private final BatchNormalization start;
    private final int channels;
    private final int plane;
    private final int batch;
    private final float[] weight;
    private final float[] bias;
    private final float[] runningMean;
    private final float[] runningVariance;
    private final float[][] values;
    private final float[][] gradients;
    /** By example and channel: a sum each, twice. */
    private final double[][][] sums;

    private final double[] mean;
    private final double[] inverse;
    /** By channel: factors of the value and of one, there; of the gradient, the value and of one, back. */
    private final float[][] there;

    private final float[][] back;

    BackwardNorm(BatchNormalization start, Shape shape, int batch) {
        this.start = start;
        this.batch = batch;
        channels = start.channels();
        plane = shape.plane();
        if ((long) batch * plane < 2) {
            throw new IllegalArgumentException(
                    "layer " + start.name() + ": batch norm takes a batch of 2 values a channel or more");
        }
        weight = start.weight() == null ? ones(channels) : start.weight().values();
        bias = start.bias() == null ? new float[channels] : start.bias().values();
        runningMean = start.mean().values();
        runningVariance = start.variance().values();
        values = new float[batch][shape.size()];
        gradients = new float[batch][shape.size()];
        sums = new double[batch][2][channels];
        mean = new double[channels];
        inverse = new double[channels];
        there = new float[2][channels];
        back = new float[3][channels];
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        RowLoops.plus(ones, 1, count);
        return ones;
    }

    /** The weight, then the bias, where there are such. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (start.weight() != null) {
            parameters.add(new Parameter(weight, false));
        }
        if (start.bias() != null) {
            parameters.add(new Parameter(bias, false));
        }
        return parameters;
    }

    Layer layer() {
        List<Integer> sizes = List.of(channels);
        return new BatchNormalization(
                start.name(),
                start.weight() == null ? null : Tensor.of(sizes, weight),
                start.bias() == null ? null : Tensor.of(sizes, bias),
                Tensor.of(sizes, runningMean),
                Tensor.of(sizes, runningVariance),
                start.epsilon());
    }

    /** Keeps the values that enter of one example. */
    void collect(int example, float[] in) {
        float[] kept = values[example];
        System.arraycopy(in, 0, kept, 0, kept.length);
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double squares = 0;
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                double value = kept[i];
                sum += value;
                squares += value * value;
            }
            sums[example][0][c] = sum;
            sums[example][1][c] = squares;
        }
    }

    /** Once all examples are there. */
    void combine() {
        double n = (double) batch * plane;
        for (int c = 0; c < channels; c++) {
            mean[c] = sum(0, c) / n;
            double variance = Math.max(0, sum(1, c) / n - mean[c] * mean[c]);
            inverse[c] = 1 / Math.sqrt(variance + start.epsilon());
            there[0][c] = (float) (weight[c] * inverse[c]);
            there[1][c] = (float) (bias[c] - mean[c] * weight[c] * inverse[c]);
            runningMean[c] += (float) (MOMENTUM * (mean[c] - runningMean[c]));
            runningVariance[c] += (float) (MOMENTUM * (variance * n / (n - 1) - runningVariance[c]));
        }
    }

    private double sum(int which, int channel) {
        double sum = 0;
        for (double[][] ofExample : sums) {
            sum += ofExample[which][channel];
        }
        return sum;
    }

    /** Computes what leaves of one example. */
    void apply(int example, float[] out) {
        float[] in = values[example];
        for (int c = 0; c < channels; c++) {
            float scale = there[0][c];
            float shift = there[1][c];
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                out[i] = Math.fma(in[i], scale, shift);
            }
        }
    }

    /** Keeps the gradient of what left of one example. */
    void collectGradient(int example, float[] outGradient) {
        float[] kept = gradients[example];
        float[] in = values[example];
        System.arraycopy(outGradient, 0, kept, 0, kept.length);
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double products = 0;
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                sum += kept[i];
                products += kept[i] * (in[i] - mean[c]);
            }
            sums[example][0][c] = sum;
            sums[example][1][c] = products * inverse[c];
        }
    }

    /** Once all examples are there. Adds the parameters' gradients. */
    void combineGradients(float[][] parameterGradients) {
        double n = (double) batch * plane;
        for (int c = 0; c < channels; c++) {
            double sum = sum(0, c);
            double products = sum(1, c);
            double scale = weight[c] * inverse[c];
            back[0][c] = (float) scale;
            back[1][c] = (float) (-scale * inverse[c] * products / n);
            back[2][c] = (float) (scale * (inverse[c] * mean[c] * products - sum) / n);
            int next = 0;
            if (start.weight() != null) {
                parameterGradients[next++][c] += (float) products;
            }
            if (start.bias() != null) {
                parameterGradients[next][c] += (float) sum;
            }
        }
    }

    /** Computes the gradient of what entered of one example. */
    void backward(int example, float @Nullable [] inGradient) {
        if (inGradient == null) {
            return;
        }
        float[] gradient = gradients[example];
        float[] in = values[example];
        for (int c = 0; c < channels; c++) {
            float ofGradient = back[0][c];
            float ofValue = back[1][c];
            float ofOne = back[2][c];
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                inGradient[i] = Math.fma(ofGradient, gradient[i], Math.fma(ofValue, in[i], ofOne));
            }
        }
    }
}
