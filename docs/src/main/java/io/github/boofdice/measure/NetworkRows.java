package io.github.boofdice.measure;

import boofcv.struct.image.GrayF32;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.management.ThreadMXBean;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.OnnxFile;
import io.github.boofdice.cnn.ParityReport;
import io.github.boofdice.cnn.Shape;
import io.github.boofdice.cnn.Tensor;
import io.github.boofdice.cnn.TensorFile;
import io.github.boofdice.cnn.Workspace;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.testdata.SeedNetwork;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The package {@code cnn} against what PyTorch computed with the same weights; {@code dice.reference} names the folder. */
final class NetworkRows {
    static final List<Row> ROWS = List.of(
            new Row("network-layers", false, "layers of networks, against PyTorch", NetworkRows::layers),
            new Row(
                    "network-activations",
                    false,
                    "the seed's network, against PyTorch: activations and logits",
                    NetworkRows::activations),
            new Row("network-logits", false, "the seed's network on 282 named pictures", NetworkRows::logits));

    private static final double MILLIONTH = 1e-6;
    private static final int CALLS = 1000;

    private NetworkRows() {}

    private static Outcome layers(Study study) throws IOException {
        TensorFile file = TensorFile.read(study.reference().resolve("cnn/layers.safetensors"));
        JsonObject settings = JsonParser.parseString(file.metadata().getOrDefault("settings", "{}"))
                .getAsJsonObject();
        double most = 0;
        for (String name : settings.keySet()) {
            Tensor input = tensor(file, name + ".input");
            List<Integer> sizes = input.sizes();
            Network network = Network.builder(new Shape(sizes.subList(1, sizes.size())))
                    .layers(line(name, settings.getAsJsonObject(name)), file.tensors())
                    .build();
            ParityReport.Row row = ParityReport.of(
                            network,
                            new TensorFile(Map.of("input", input, "output", tensor(file, name + ".output")), Map.of()))
                    .rows()
                    .get(0);
            most = Math.max(most, row.largestError() / row.range());
        }
        return Outcome.empty()
                .with(
                        "error",
                        Figure.of("largest error, of the output's range", Unit.MILLIONTHS, most / MILLIONTH)
                                .atMost(10))
                .detail("cases", Figure.count("kinds and settings of layers", settings.size()));
    }

    /** The file's settings in our words. */
    private static String line(String name, JsonObject settings) {
        String kind = name.replaceAll("_.*|\\d.*", "");
        StringBuilder line = new StringBuilder(Map.of(
                        "conv", "convolution",
                        "global", "globalavgpool",
                        "leaky", "leakyrelu",
                        "linear", "dense")
                .getOrDefault(kind, kind));
        line.append(' ').append(name);
        for (Map.Entry<String, JsonElement> setting : settings.entrySet()) {
            switch (setting.getKey()) {
                case "axis" -> {
                    // The only one that a vector has.
                }
                case "eps" -> line.append(" epsilon ").append(setting.getValue().getAsString());
                case "count_include_pad" ->
                    line.append(setting.getValue().getAsBoolean() ? " countpadding 1" : " countpadding 0");
                default ->
                    line.append(' ')
                            .append(setting.getKey())
                            .append(' ')
                            .append(setting.getValue().toString().replaceAll("[\\[\\],]", " "));
            }
        }
        return line.toString();
    }

    private static Tensor tensor(TensorFile file, String name) throws IOException {
        Tensor tensor = file.tensors().get(name);
        if (tensor == null) {
            throw new IOException("the reference has no tensor " + name);
        }
        return tensor;
    }

    private static Outcome activations(Study study) throws IOException {
        Path cnn = study.reference().resolve("cnn");
        TensorFile vectors = TensorFile.read(cnn.resolve("seed_cnn_vectors.safetensors"));
        Network safetensors = Network.read(cnn.resolve("seed_cnn.safetensors"), SeedNetwork.LAYERS);
        Network onnx = OnnxFile.read(cnn.resolve("seed_cnn.onnx"));
        return Outcome.empty()
                .with("safetensors", parity("largest error, from safetensors", safetensors, vectors))
                .with("onnx", parity("largest error, from ONNX", onnx, vectors))
                .with(
                        "bytes",
                        Figure.count(
                                        "bytes allocated a forward pass, warmed up",
                                        bytes(
                                                safetensors,
                                                tensor(vectors, "input").values()))
                                .atMost(0));
    }

    private static Figure parity(String label, Network network, TensorFile vectors) {
        double error = ParityReport.of(network, vectors).largestError();
        return Figure.of(label, Unit.MILLIONTHS, error / MILLIONTH).atMost(1e-3 / MILLIONTH);
    }

    /** Of each pass of many; what the virtual machine makes for itself meanwhile is less than a byte each. */
    private static long bytes(Network network, float[] pictures) {
        float[] values = Arrays.copyOf(pictures, network.input().size());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        Workspace workspace = network.workspace();
        long before = 0;
        for (int i = 0; i < 2 * CALLS; i++) {
            if (i == CALLS) {
                before = threads.getThreadAllocatedBytes(thread);
            }
            network.forward(values, workspace);
        }
        return (threads.getThreadAllocatedBytes(thread) - before) / CALLS;
    }

    private static Outcome logits(Study study) throws IOException {
        Path cnn = study.reference().resolve("cnn");
        Network network = Network.read(cnn.resolve("seed_cnn.safetensors"), SeedNetwork.LAYERS);
        Workspace workspace = network.workspace();
        List<String> lines = Files.readAllLines(cnn.resolve("seed_cnn_logits.csv"));
        List<String> pictures = lines.subList(1, lines.size());
        List<String> notes = new ArrayList<>();
        double most = 0;
        for (String picture : pictures) {
            String[] cells = picture.split(",", -1);
            float[] found = network.forward(values(study.data().resolve(cells[0])), workspace);
            double normal = Double.parseDouble(cells[2]);
            double anomalous = Double.parseDouble(cells[3]);
            most = Math.max(most, Math.max(Math.abs(found[0] - normal), Math.abs(found[1] - anomalous)));
            if (found[1] > found[0] != anomalous > normal) {
                notes.add(cells[0] + " has another class here");
            }
        }
        return Outcome.empty()
                .with(
                        "class",
                        Figure.share(
                                        "class as in PyTorch",
                                        Unit.PERCENT,
                                        pictures.size() - notes.size(),
                                        pictures.size())
                                .atLeast(1))
                .with(
                        "error",
                        Figure.of("largest error of a logit", Unit.MILLIONTHS, most / MILLIONTH)
                                .atMost(0.02 / MILLIONTH))
                .note(notes);
    }

    /** Grey levels of 0..1, on which the network was trained. */
    private static float[] values(Path file) throws IOException {
        GrayF32 picture = PictureReader.read(file);
        float[] values = new float[picture.width * picture.height];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.get(i % picture.width, i / picture.width) / 255;
        }
        return values;
    }
}
