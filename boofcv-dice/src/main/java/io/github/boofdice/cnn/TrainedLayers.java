package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a network whose weights change. Batch norms, which need all examples of a mini-batch at once, cut them into segments, through which each example goes by itself. A softmax at the end is left to the loss.
 */
final class TrainedLayers {
    /**
     * Layers between batch norms; maybe none.
     *
     * @param from the first
     * @param to behind the last
     */
    record Segment(int from, int to) {}

    private final Network start;
    private final List<Shape> shapes = new ArrayList<>();
    /** By layer; null for a batch norm. */
    private final List<@Nullable BackwardStep> steps = new ArrayList<>();

    private final List<Segment> segments = new ArrayList<>();
    /** Each behind the segment of the same number. */
    private final List<BackwardNorm> norms = new ArrayList<>();

    private final List<List<Parameter>> parameters = new ArrayList<>();
    /** The first layer that learns. */
    private final int firstLearning;

    TrainedLayers(Network start, int batch) {
        this.start = start;
        List<Layer> layers = start.modules();
        int count = layers.get(layers.size() - 1) instanceof Softmax ? layers.size() - 1 : layers.size();
        Shape shape = start.input();
        shapes.add(shape);
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (layers.get(i) instanceof BatchNormalization norm) {
                segments.add(new Segment(from, i));
                norms.add(new BackwardNorm(norm, shape, batch));
                steps.add(null);
                parameters.add(norms.get(norms.size() - 1).parameters());
                from = i + 1;
            } else {
                BackwardStep step = step(layers.get(i), shape);
                steps.add(step);
                parameters.add(step.parameters());
            }
            shape = layers.get(i).output(shape);
            shapes.add(shape);
        }
        segments.add(new Segment(from, count));
        int first = 0;
        while (first < count && parameters.get(first).isEmpty()) {
            first++;
        }
        if (first == count) {
            throw new IllegalArgumentException("the network has no layer that learns");
        }
        firstLearning = first;
    }

    private static BackwardStep step(Layer layer, Shape input) {
        if (layer instanceof Convolution c) {
            return new BackwardConvolution(c, input);
        } else if (layer instanceof Dense d) {
            return new BackwardDense(d);
        } else if (layer instanceof Activation a) {
            return new BackwardActivation(a, input);
        } else if (layer instanceof Pool p) {
            return new BackwardPool(p, input);
        } else if (layer instanceof GlobalAveragePool g) {
            return new BackwardGlobalAverage(g, input);
        } else if (layer instanceof Flatten f) {
            return new BackwardFlatten(f, input);
        } else if (layer instanceof Softmax s) {
            return new BackwardSoftmax(s, input);
        }
        throw new IllegalArgumentException("layer " + layer.name() + ": " + layer.kind() + " cannot be trained");
    }

    /** Of the input and of what each layer gives. */
    List<Shape> shapes() {
        return shapes;
    }

    Shape output() {
        return shapes.get(shapes.size() - 1);
    }

    List<Segment> segments() {
        return segments;
    }

    BackwardNorm norm(int segment) {
        return norms.get(segment);
    }

    @Nullable
    BackwardStep step(int layer) {
        return steps.get(layer);
    }

    /** Whether any layer before this one learns: else nobody needs the gradient of what enters it. */
    boolean needsGradient(int layer) {
        return layer > firstLearning;
    }

    List<Parameter> parameters() {
        return parameters.stream().flatMap(List::stream).toList();
    }

    /** New zeros, as many as there are parameters, by layer. */
    float[][][] gradients() {
        return parameters.stream()
                .map(list ->
                        list.stream().map(p -> new float[p.values().length]).toArray(float[][]::new))
                .toArray(float[][][]::new);
    }

    void weightsChanged() {
        for (BackwardStep step : steps) {
            if (step != null) {
                step.weightsChanged();
            }
        }
    }

    /** The network with its weights as they are now, but without a softmax at its end. */
    Network logits() {
        return new Network(layers(), shapes);
    }

    /** The network with its weights as they are now. */
    Network network() {
        List<Layer> layers = layers();
        List<Shape> all = new ArrayList<>(shapes);
        if (layers.size() < start.modules().size()) {
            layers.add(start.modules().get(layers.size()));
            all.add(start.output());
        }
        return new Network(layers, all);
    }

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        int norm = 0;
        for (BackwardStep step : steps) {
            layers.add(step == null ? norms.get(norm++).layer() : step.layer());
        }
        return layers;
    }
}
