package io.github.boofdice.cnn;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a network computes here what it computed where it was trained, layer by layer.
 *
 * <p>What it is compared with is a file of tensors from there, each with one picture or more: {@code input}, what entered; {@code output} or {@code logits}, what left; {@code
 * after_N} or {@code after_N_...}, what layer N gave, counted from 0; and any other name, what the layer of that name gave. Every picture is computed twice, layer by layer and
 * with layers fused as {@link Network#forward} does it; the larger error counts.
 *
 * @param rows one a tensor but the input, in the file's order
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public record ParityReport(List<Row> rows) {
    private static final String INPUT = "input";
    private static final String AFTER = "after_";

    /** Keeps an unmodifiable copy. */
    public ParityReport {
        rows = List.copyOf(rows);
    }

    /**
     * One layer's values.
     *
     * @param tensor its name in the file
     * @param layer the layer's name
     * @param pictures how many were compared
     * @param largestError the largest difference of a value
     * @param range from the least to the largest value of the tensor
     */
    public record Row(String tensor, String layer, int pictures, double largestError, double range) {}

    /**
     * Compares.
     *
     * @param network computes
     * @param vectors tells what should come out
     * @return how far they are apart
     * @throws IllegalArgumentException if there is no input, a tensor belongs to no layer, or has not the layer's sizes behind the number of pictures
     */
    public static ParityReport of(Network network, TensorFile vectors) {
        Tensor input = vectors.tensors().get(INPUT);
        if (input == null) {
            throw new IllegalArgumentException("there is no tensor " + INPUT);
        }
        requireSizes(INPUT, input, network.input());
        List<LayerInfo> layers = network.layers();
        Map<String, Integer> places = new LinkedHashMap<>();
        vectors.tensors().forEach((name, tensor) -> {
            if (!name.equals(INPUT)) {
                int place = place(name, layers);
                requireSizes(name, tensor, layers.get(place).output());
                if (tensor.sizes().get(0) > input.sizes().get(0)) {
                    throw new IllegalArgumentException(Text.shown(name) + " has more pictures than " + INPUT);
                }
                places.put(name, place);
            }
        });
        double[] errors = new double[places.size()];
        Workspace plain = network.plainWorkspace();
        Workspace fused = network.workspace();
        for (int picture = 0; picture < input.sizes().get(0); picture++) {
            float[] values = input.part(picture).raw();
            network.forward(values, plain);
            network.forward(values, fused);
            int row = 0;
            for (Map.Entry<String, Integer> entry : places.entrySet()) {
                Tensor expected = requireNonNull(vectors.tensors().get(entry.getKey()));
                if (picture < expected.sizes().get(0)) {
                    float[] part = expected.part(picture).raw();
                    double error = Math.max(error(plain, entry.getValue(), part), error(fused, entry.getValue(), part));
                    errors[row] = Math.max(errors[row], error);
                }
                row++;
            }
        }
        List<Row> rows = new ArrayList<>();
        places.forEach((name, place) -> {
            Tensor expected = requireNonNull(vectors.tensors().get(name));
            rows.add(new Row(
                    name, layers.get(place).name(), expected.sizes().get(0), errors[rows.size()], range(expected)));
        });
        return new ParityReport(rows);
    }

    private static int place(String name, List<LayerInfo> layers) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).name().equals(name) || name.equals(AFTER + i) || name.startsWith(AFTER + i + "_")) {
                return i;
            }
        }
        if (name.equals("output") || name.equals("logits")) {
            return layers.size() - 1;
        }
        throw new IllegalArgumentException("tensor '" + Text.shown(name) + "' belongs to no layer: it must be called "
                + INPUT + ", output, logits, " + AFTER + "N or as a layer");
    }

    private static void requireSizes(String name, Tensor tensor, Shape shape) {
        List<Integer> sizes = tensor.sizes();
        if (sizes.isEmpty()
                || sizes.get(0) < 1
                || !sizes.subList(1, sizes.size()).equals(shape.sizes())) {
            throw new IllegalArgumentException(
                    Text.shown(name) + " must have sizes pictures x " + shape + " but has " + sizes);
        }
    }

    /** 0 where no stage ends with that layer. */
    private static double error(Workspace workspace, int layer, float[] expected) {
        double most = 0;
        for (int stage = 0; stage < workspace.stages(); stage++) {
            if (workspace.layer(stage) == layer) {
                float[] found = workspace.output(stage);
                for (int i = 0; i < expected.length; i++) {
                    double error = Math.abs((double) found[i] - expected[i]);
                    // What is no number is no parity.
                    most = Math.max(most, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
                }
            }
        }
        return most;
    }

    private static double range(Tensor tensor) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : tensor.raw()) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return (double) most - least;
    }

    /** {@return the largest error of all} */
    public double largestError() {
        return rows.stream().mapToDouble(Row::largestError).max().orElse(0);
    }

    /** {@return a line a tensor, for people} */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (Row row : rows) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%s (layer %s, %d pictures): largest error %.2g, values range over %.3g%n",
                    Text.shown(row.tensor()),
                    row.layer(),
                    row.pictures(),
                    row.largestError(),
                    row.range()));
        }
        return lines.toString();
    }
}
