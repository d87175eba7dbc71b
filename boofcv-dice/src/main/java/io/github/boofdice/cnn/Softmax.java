package io.github.boofdice.cnn;

/** {@code exp(x_i) / sum_j exp(x_j)} of a vector. */
record Softmax(String name) implements Layer {
    @Override
    public String kind() {
        return "softmax";
    }

    @Override
    public Shape output(Shape input) {
        if (!input.isVector()) {
            throw new IllegalArgumentException("it takes a vector: flatten first");
        }
        return input;
    }

    @Override
    public Step step(Shape input) {
        int size = input.size();
        return (in, out) -> () -> {
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                most = Math.max(most, in[i]);
            }
            // Against the largest: no power is then too large for a number.
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += StrictMath.exp(in[i] - most);
            }
            for (int i = 0; i < size; i++) {
                out[i] = (float) (StrictMath.exp(in[i] - most) / sum);
            }
        };
    }
}
