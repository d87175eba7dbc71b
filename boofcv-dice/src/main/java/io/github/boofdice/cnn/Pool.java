package io.github.boofdice.cnn;

/**
 * The maximum or the mean of a window that goes over each plane. Padding never is the maximum.
 *
 * @param countPadding whether a mean divides by the whole window where padding lies in it, as PyTorch does unless told; else by the values that are there
 */
record Pool(String name, Window window, boolean maximum, boolean countPadding) implements Layer {
    Pool {
        // A window that lies in the padding alone would have no value.
        if (Math.max(window.top(), window.bottom()) >= window.height()
                || Math.max(window.left(), window.right()) >= window.width()) {
            throw new IllegalArgumentException("padding must be less than the kernel of " + window.height() + " x "
                    + window.width() + " but is " + window.padding());
        }
    }

    /** Whether it takes the maximum of two by two values, and each value once. */
    boolean halves() {
        return maximum && window.equals(Window.of(2, 2, 2, 2, 0, 0));
    }

    @Override
    public String kind() {
        return (maximum ? "max pool, " : "average pool, ") + window.words();
    }

    @Override
    public Shape output(Shape input) {
        Layer.requirePlanes(input);
        return Shape.of(input.channels(), window.outHeight(input), window.outWidth(input));
    }

    @Override
    public Step step(Shape input) {
        Shape output = output(input);
        return (in, out) -> () -> {
            int at = 0;
            for (int c = 0; c < output.channels(); c++) {
                for (int y = 0; y < output.height(); y++) {
                    for (int x = 0; x < output.width(); x++) {
                        out[at++] = pooled(
                                in,
                                input,
                                c,
                                y * window.strideY() - window.top(),
                                x * window.strideX() - window.left());
                    }
                }
            }
        };
    }

    private float pooled(float[] in, Shape input, int channel, int y, int x) {
        int fromY = Math.max(y, 0);
        int toY = Math.min(y + window.height(), input.height());
        int fromX = Math.max(x, 0);
        int toX = Math.min(x + window.width(), input.width());
        float most = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (int row = fromY; row < toY; row++) {
            int at = (channel * input.height() + row) * input.width();
            for (int column = fromX; column < toX; column++) {
                most = Math.max(most, in[at + column]);
                sum += in[at + column];
            }
        }
        if (maximum) {
            return most;
        }
        return (float) (sum / (countPadding ? window.area() : (toY - fromY) * (toX - fromX)));
    }
}
