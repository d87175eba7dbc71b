package io.github.boofdice.benchmarks;

import io.github.boofdice.testdata.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** The seed project's network as an ONNX file, with weights from a seed: how long a pass takes does not depend on them. */
final class SeedArchitecture {
    static final String INPUT = "image";
    static final String OUTPUT = "logits";
    static final int SIDE = 128;

    private static final long SEED = 1;
    private static final int OPSET = 13;
    private static final int[] CHANNELS = {1, 16, 32, 64};
    private static final int HIDDEN = 128;
    private static final int CLASSES = 2;

    private final OnnxModel model = new OnnxModel(OPSET);
    private final SplittableRandom random = new SplittableRandom(SEED);
    private String last = INPUT;
    private int nodes;

    private SeedArchitecture() {}

    /** Writes it into a new temporary file, to be deleted by the caller. */
    static Path write() throws IOException {
        Path file = Files.createTempFile("seed-architecture", ".onnx");
        return Files.write(file, new SeedArchitecture().build().bytes());
    }

    private OnnxModel build() {
        model.input(INPUT, 1, CHANNELS[0], SIDE, SIDE).output(OUTPUT, 1, CLASSES);
        for (int i = 1; i < CHANNELS.length; i++) {
            weights(List.of(CHANNELS[i], CHANNELS[i - 1], 3, 3));
            add(
                    "Conv",
                    OnnxModel.settings()
                            .wholes("kernel_shape", 3, 3)
                            .wholes("pads", 1, 1, 1, 1)
                            .wholes("strides", 1, 1),
                    "c" + nodes);
            add("Relu", OnnxModel.settings(), "r" + nodes);
            add("MaxPool", OnnxModel.settings().wholes("kernel_shape", 2, 2).wholes("strides", 2, 2), "p" + nodes);
        }
        add("Flatten", OnnxModel.settings().whole("axis", 1), "f");
        weights(List.of(HIDDEN, CHANNELS[3] * SIDE * SIDE / 64));
        add("Gemm", OnnxModel.settings().whole("transB", 1), "d");
        add("Relu", OnnxModel.settings(), "e");
        weights(List.of(CLASSES, HIDDEN));
        add("Gemm", OnnxModel.settings().whole("transB", 1), OUTPUT);
        return model;
    }

    /** Those of the next node: weights that keep the values' size, and biases. */
    private void weights(List<Integer> sizes) {
        int count = sizes.stream().reduce(1, Math::multiplyExact);
        double scale = Math.sqrt(6.0 * sizes.get(0) / count);
        model.constant("w" + nodes, sizes, randoms(count, scale));
        model.constant("b" + nodes, List.of(sizes.get(0)), randoms(sizes.get(0), scale));
    }

    private float[] randoms(int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    private void add(String operator, OnnxModel.Settings settings, String output) {
        boolean weighted = operator.equals("Conv") || operator.equals("Gemm");
        List<String> inputs = weighted ? List.of(last, "w" + nodes, "b" + nodes) : List.of(last);
        model.node(operator, operator + nodes, inputs, output, settings);
        last = output;
        nodes++;
    }
}
