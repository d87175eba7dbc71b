package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/** The memory in which one thread takes an example forward and back through segments of a network, one example after the other. */
final class Lane {
    private final TrainedLayers layers;
    /** Of the input and of what each layer gives. */
    private final float[][] values;
    /** Likewise; every second one is the same array. */
    private final float[][] gradients;
    /** By layer; null for a batch norm. */
    private final @Nullable BackwardPass[] passes;

    Lane(TrainedLayers layers) {
        this.layers = layers;
        int count = layers.shapes().size();
        int most = layers.shapes().stream().mapToInt(Shape::size).max().orElseThrow();
        float[][] pair = new float[2][most];
        values = new float[count][];
        gradients = new float[count][];
        for (int i = 0; i < count; i++) {
            values[i] = new float[layers.shapes().get(i).size()];
            gradients[i] = pair[i % 2];
        }
        passes = new BackwardPass[count - 1];
        for (int i = 0; i < passes.length; i++) {
            BackwardStep step = layers.step(i);
            if (step != null) {
                passes[i] = step.open(values[i], values[i + 1], gradients[i + 1], gradient(i));
            }
        }
    }

    /** What enters a layer. */
    float[] values(int layer) {
        return values[layer];
    }

    /** Where the gradient of what enters a layer stands, until that of the layer before the last is computed; null if nobody needs it. */
    float @Nullable [] gradient(int layer) {
        return layers.needsGradient(layer) ? gradients[layer] : null;
    }

    void forward(int from, int to) {
        for (int i = from; i < to; i++) {
            BackwardPass pass = passes[i];
            if (pass != null) {
                pass.forward();
            }
        }
    }

    /** Forward again through a segment whose gradient is next, as far as that needs it. */
    void repeat(TrainedLayers.Segment segment) {
        BackwardStep last = segment.to() > segment.from() ? layers.step(segment.to() - 1) : null;
        forward(segment.from(), last == null || last.needsForward() ? segment.to() : segment.to() - 1);
    }

    /** Back through a segment, down to the first layer that learns. */
    void backward(TrainedLayers.Segment segment, float[][][] parameterGradients) {
        for (int i = segment.to() - 1; i >= segment.from() && layers.needsGradient(i + 1); i--) {
            BackwardPass pass = passes[i];
            if (pass != null) {
                pass.backward(parameterGradients[i]);
            }
        }
    }
}
