package io.github.boofdice.cnn;

import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A network as a safetensors file: its tensors, and its layers as lines of text in the metadata. */
final class NetworkFile {
    private static final String LAYERS = "boofcv-dice.layers";
    private static final String INPUT = "input";
    private static final int MOST_TEXT = 1 << 20;

    private NetworkFile() {}

    static Network read(Path file) throws IOException {
        return WeightBytes.read(file, NetworkFile::decode);
    }

    static Network read(Path file, String layers) throws IOException {
        TensorFile weights = TensorFile.read(file);
        // Parsed once without the file: what is wrong with the text is the caller's fault, not the file's.
        Shape input = input(layers);
        return WeightBytes.decode(new byte[0], file.toString(), bytes -> network(input, layers, weights));
    }

    static Network decode(byte[] bytes) {
        TensorFile weights = TensorFile.decode(bytes);
        String layers = weights.metadata().get(LAYERS);
        if (layers == null) {
            throw new IllegalArgumentException("holds tensors but does not say of which layers (metadata " + LAYERS
                    + "); name the layers when you read it");
        }
        if (layers.length() > MOST_TEXT) {
            throw new IllegalArgumentException(LAYERS + " has " + layers.length() + " letters, more than " + MOST_TEXT);
        }
        return network(input(layers), layers, weights);
    }

    private static Network network(Shape input, String layers, TensorFile weights) {
        return Network.builder(input)
                .layers(withoutInput(layers), weights.tensors())
                .build();
    }

    /** @throws IllegalArgumentException if the lines are not understood */
    static Network untrained(String layers, long seed) {
        return Network.builder(input(layers)).layers(withoutInput(layers), seed).build();
    }

    private static String withoutInput(String layers) {
        return layers.lines().filter(line -> !line.isBlank()).skip(1).collect(Collectors.joining("\n"));
    }

    /** The first line: {@code input 1 128 128}. */
    private static Shape input(String layers) {
        String first =
                layers.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String[] words = first.strip().split("\\s+", -1);
        if (!words[0].equals(INPUT) || words.length < 2) {
            throw new IllegalArgumentException("the first line must be '" + INPUT
                    + "' and the sizes of what enters but is '" + Text.shown(first) + "'");
        }
        int[] sizes = new int[words.length - 1];
        for (int i = 0; i < sizes.length; i++) {
            try {
                sizes[i] = Integer.parseInt(words[i + 1]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "a size must be a whole number but is '" + Text.shown(words[i + 1]) + "'", e);
            }
        }
        return Shape.of(sizes);
    }

    static byte[] encode(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        LayerLines.putTensors(network.modules(), tensors);
        String sizes = network.input().sizes().stream().map(String::valueOf).collect(Collectors.joining(" "));
        String layers = INPUT + " " + sizes + "\n" + LayerLines.of(network.modules());
        return new TensorFile(tensors, Map.of(LAYERS, layers)).encode();
    }

    static void write(Network network, Path file) throws IOException {
        WholeFile.write(file, encode(network));
    }
}
