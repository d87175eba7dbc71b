package io.github.boofdice.cnn;

/**
 * A function of every value.
 *
 * @param slope of a leaky ReLU below 0; ignored by others
 */
record Activation(String name, Function function, float slope) implements Layer {
    /** Which function. */
    enum Function {
        RELU,
        LEAKY_RELU,
        SIGMOID
    }

    Activation {
        if (!Float.isFinite(slope)) {
            throw new IllegalArgumentException("slope must be finite but is " + slope);
        }
    }

    /** Whether a larger value never gives a smaller one: then a maximum may be taken before it as well as after. */
    boolean increasing() {
        return function != Function.LEAKY_RELU || slope >= 0;
    }

    /** Changes the first values of an array. */
    void apply(float[] values, int count) {
        switch (function) {
            case RELU -> relu(values, count);
            case LEAKY_RELU -> leaky(values, count, slope);
            case SIGMOID -> sigmoid(values, count);
        }
    }

    private static void relu(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], 0f);
        }
    }

    private static void leaky(float[] values, int count, float slope) {
        for (int i = 0; i < count; i++) {
            float value = values[i];
            values[i] = value >= 0 ? value : slope * value;
        }
    }

    private static void sigmoid(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) (1 / (1 + StrictMath.exp(-values[i])));
        }
    }

    @Override
    public String kind() {
        return switch (function) {
            case RELU -> "relu";
            case LEAKY_RELU -> "leaky relu, slope " + slope;
            case SIGMOID -> "sigmoid";
        };
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Step step(Shape input) {
        int size = input.size();
        return (in, out) -> () -> {
            System.arraycopy(in, 0, out, 0, size);
            apply(out, size);
        };
    }
}
