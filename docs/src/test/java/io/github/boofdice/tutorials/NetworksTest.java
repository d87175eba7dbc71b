package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.Inspector;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Tensor;
import io.github.boofdice.cnn.TensorFile;
import io.github.boofdice.testdata.OnnxModel;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {
    private static final float[] PICTURE = {1, 2, 3, 4};

    @TempDir
    private Path folder;

    @Test
    void aNetworkFromOnnxComputesWhatItsWeightsSay() throws IOException {
        Path file = Files.write(
                folder.resolve("weights.onnx"),
                new OnnxModel(17)
                        .input("in", 1, 1, 2, 2)
                        .node("Flatten", "flatten", List.of("in"), "flat")
                        .constant("weight", List.of(4, 2), 1, 0, 1, 0, 0, 1, 0, 1)
                        .node("MatMul", "dense", List.of("flat", "weight"), "out")
                        .output("out", 1, 2)
                        .bytes());

        assertThat(Networks.fromOnnx(file, PICTURE)).containsExactly(3, 7);
    }

    @Test
    void aNetworkFromKerasComputesWhatItsWeightsSay() throws IOException {
        Path file = folder.resolve("model.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("model_config", """
                    {"class_name": "Sequential", "config": {"name": "sequential", "layers": [
                      {"class_name": "InputLayer", "config": {"batch_shape": [null, 2, 2, 1], "name": "input_layer"}},
                      {"class_name": "Flatten", "config": {"name": "flatten"}},
                      {"class_name": "Dense", "config": {"name": "dense", "activation": "linear", "use_bias": false}}]}}
                    """);
            hdf.putGroup("model_weights").putGroup("dense").putDataset("kernel", new float[][] {
                {1, 0}, {1, 0}, {0, 1}, {0, 1}
            });
        }

        Network network = Networks.fromKeras(file);

        assertThat(network.forward(PICTURE, network.workspace())).containsExactly(3, 7);
    }

    @Test
    void parityTellsHowFarTheOutputIsFromWhatItWas() throws IOException {
        Network network = Network.untrained("input 4\ndense a outputs 2", 1);
        float[] out = network.forward(PICTURE, network.workspace()).clone();
        out[1] += 0.5f;
        Path file = folder.resolve("vectors.safetensors");
        new TensorFile(
                        Map.of("input", Tensor.of(List.of(1, 4), PICTURE), "output", Tensor.of(List.of(1, 2), out)),
                        Map.of())
                .write(file);

        assertThat(Networks.parity(network, file)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void theTrainedNetworkTellsOtherLinesFromNoise() throws InterruptedException {
        List<Double> losses = new ArrayList<>();

        Network network = Networks.train(losses);

        assertThat(losses.get(losses.size() - 1)).isLessThan(0.5 * losses.get(0));
        assertThat(right(network)).isGreaterThan(95);
    }

    /** Of a hundred examples that were not learned from. */
    private static int right(Network network) {
        int right = 0;
        for (int i = 0; i < 100; i++) {
            float[] values = new float[network.input().size()];
            int[] truth = new int[1];
            Networks.example(1_000_000 + i, values, truth);
            float[] logits = network.forward(values, network.workspace());
            right += (logits[1] > logits[0] ? 1 : 0) == truth[0] ? 1 : 0;
        }
        return right;
    }

    @Test
    void theNetworkInTheJarFindsAPipTooMany() throws IOException {
        assertThat(Networks.bundled(TwoFaces.copied(folder), Drawn.bad("extra-pip-two"))
                        .anomalous())
                .isTrue();
    }

    @Test
    void aNetworkOfAFewStepsAlreadyJudges() throws IOException, InterruptedException {
        String small = """
                input 2 104 104
                avgpool a kernel 4
                convolution b outputs 4 kernel 3 padding 1
                relu c
                convolution d outputs 2 kernel 1
                """;

        Inspector both = Networks.judge(TwoFaces.copied(folder), small, 3, folder.resolve("own.safetensors"));

        assertThat(both.inspect(Drawn.bad("extra-pip-two")).anomalous()).isTrue();
    }
}
