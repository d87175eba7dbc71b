package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Tensor;
import io.github.boofdice.cnn.TensorFile;
import io.github.boofdice.testdata.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code network}: what it prints, compares and writes. */
class NetworkCommandTest {
    @TempDir
    private Path dir;

    @Test
    void weightsAndLayersBecomeANetworkThatIsComparedAndWritten() throws IOException {
        Path weights = dir.resolve("weights.safetensors");
        new TensorFile(Map.of("0.weight", Tensor.of(List.of(1, 2), 3, -2)), Map.of()).write(weights);
        Path layers = Files.writeString(dir.resolve("layers.txt"), "input 2\ndense 0\nrelu 1\n");
        Path vectors = dir.resolve("vectors.safetensors");
        new TensorFile(
                        Map.of(
                                "input",
                                Tensor.of(List.of(2, 2), 1, 1, 1, 2),
                                "output",
                                Tensor.of(List.of(2, 1), 1, 0.5f)),
                        Map.of())
                .write(vectors);
        Path whole = dir.resolve("whole.safetensors");

        Run run = Run.of("network", weights, "--layers", layers, "--vectors", vectors, "--output", whole);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("dense, no bias", "output (layer 1, 2 pictures): largest error 0.50");
        assertThat(Network.read(whole).multiplyAdds()).isEqualTo(2);
        assertThat(Run.of("network", whole).err()).contains("dense, no bias");
    }

    @Test
    void anOnnxFileIsSummedUp() throws IOException {
        OnnxModel model = new OnnxModel(13)
                .input("in", 1, 3, 8, 8)
                .output("out", 1, 3, 1, 1)
                .node("GlobalAveragePool", "pool", List.of("in"), "out");
        Path file = Files.write(dir.resolve("model.onnx"), model.bytes());

        assertThat(Run.of("network", file).err()).contains("global average pool  3 x 1 x 1");
    }

    @Test
    void anOutputThatCannotBeWrittenIsToldBeforeAnythingIsRead() {
        Path nowhere = dir.resolve("no such folder").resolve("network.safetensors");

        Run run = Run.of("network", dir.resolve("none.onnx"), "--output", nowhere);

        assertThat(run.failsInOneLine().err()).contains("no such folder", "cannot be written");
        Run.of("network", dir.resolve("none.onnx"), "--output", dir).failsInOneLine();
    }

    @Test
    void layersThatAreNoTextOrTooLongAreCalledSo() throws IOException {
        Path weights = Files.write(dir.resolve("weights.safetensors"), new byte[8]);
        Path layers = Files.write(dir.resolve("layers.txt"), new byte[] {'i', (byte) 0xff, 'n'});

        assertThat(Run.of("network", weights, "--layers", layers)
                        .failsInOneLine()
                        .err())
                .contains("layers.txt", "a text in UTF-8, but this is none");
        Files.write(layers, new byte[(1 << 20) + 1]);
        assertThat(Run.of("network", weights, "--layers", layers)
                        .failsInOneLine()
                        .err())
                .contains("layers.txt", "no longer than 1048576 bytes");
    }

    @Test
    void whatIsWrongEndsInOneLine() throws IOException {
        Path junk = Files.write(dir.resolve("junk.safetensors"), new byte[100]);
        Path onnx = Files.write(dir.resolve("junk.onnx"), new byte[100]);
        assertThat(Run.of("network", onnx).failsInOneLine().err()).contains("junk.onnx");
        Run.of("network", onnx, "--layers", junk).failsInOneLine();
        Run.of("network", junk).failsInOneLine();
        Run.of("network", junk, "--layers", dir.resolve("none.txt")).failsInOneLine();
        Run.of("network", dir.resolve("none.onnx")).failsInOneLine();
        Run.of("network", dir.resolve("network.pt")).failsInOneLine();
        Run.of("network").failsInOneLine();
    }
}
