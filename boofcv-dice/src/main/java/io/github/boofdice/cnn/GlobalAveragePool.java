package io.github.boofdice.cnn;

/** The mean of each plane. */
record GlobalAveragePool(String name) implements Layer {
    @Override
    public String kind() {
        return "global average pool";
    }

    @Override
    public Shape output(Shape input) {
        Layer.requirePlanes(input);
        return Shape.of(input.channels(), 1, 1);
    }

    @Override
    public Step step(Shape input) {
        int channels = input.channels();
        int plane = input.plane();
        return (in, out) -> () -> {
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int i = c * plane; i < (c + 1) * plane; i++) {
                    sum += in[i];
                }
                out[c] = (float) (sum / plane);
            }
        };
    }
}
