package io.github.boofdice.cnn;

/** Planes as one vector: channel by channel, row by row. Nothing moves. */
record Flatten(String name) implements Layer {
    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public Shape output(Shape input) {
        return Shape.of(input.size());
    }

    @Override
    public Step step(Shape input) {
        int size = input.size();
        return (in, out) -> () -> System.arraycopy(in, 0, out, 0, size);
    }
}
