package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/**
 * What batch normalisation is once trained: {@code (x - mean) / sqrt(variance + epsilon) * weight + bias}, one of each a channel.
 *
 * @param weight absent for ones
 * @param bias absent for zeros
 */
record BatchNormalization(
        String name, @Nullable Tensor weight, @Nullable Tensor bias, Tensor mean, Tensor variance, double epsilon)
        implements Layer {
    BatchNormalization {
        int channels = mean.raw().length;
        requireLength("running variance", variance, channels);
        requireLength("weight", weight, channels);
        requireLength("bias", bias, channels);
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon must be 0..1 but is " + epsilon);
        }
        for (float one : variance.raw()) {
            if (!(one + epsilon > 0)) {
                throw new IllegalArgumentException(
                        "variance and epsilon must be above 0 but are " + one + " and " + epsilon);
            }
        }
    }

    private static void requireLength(String what, @Nullable Tensor values, int channels) {
        if (values != null && values.raw().length != channels) {
            throw new IllegalArgumentException(
                    what + " has " + values.raw().length + " values but the running mean " + channels);
        }
    }

    int channels() {
        return mean.raw().length;
    }

    /** What a channel is multiplied by. */
    double scale(int channel) {
        double deviation = Math.sqrt(variance.raw()[channel] + epsilon);
        return (weight == null ? 1 : weight.raw()[channel]) / deviation;
    }

    /** What is added to a channel after that. */
    double shift(int channel) {
        return (bias == null ? 0 : bias.raw()[channel]) - mean.raw()[channel] * scale(channel);
    }

    @Override
    public String kind() {
        return "batch norm";
    }

    @Override
    public Shape output(Shape input) {
        if (input.channels() != channels()) {
            throw new IllegalArgumentException("it takes " + channels() + " channels");
        }
        return input;
    }

    @Override
    public long parameters() {
        return (weight == null ? 0L : channels()) + (bias == null ? 0 : channels());
    }

    @Override
    public long multiplyAdds(Shape input) {
        return input.size();
    }

    @Override
    public Step step(Shape input) {
        int plane = input.plane();
        float[] scales = new float[channels()];
        float[] shifts = new float[channels()];
        for (int c = 0; c < scales.length; c++) {
            scales[c] = (float) scale(c);
            shifts[c] = (float) shift(c);
        }
        return (in, out) -> () -> {
            for (int c = 0; c < scales.length; c++) {
                float scale = scales[c];
                float shift = shifts[c];
                for (int i = c * plane; i < (c + 1) * plane; i++) {
                    out[i] = Math.fma(in[i], scale, shift);
                }
            }
        };
    }
}
