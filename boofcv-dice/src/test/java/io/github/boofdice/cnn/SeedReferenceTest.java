package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.RealData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SeedReferenceTest {
    static final String LAYERS = """
            input 1 128 128
            convolution 0 padding 1
            relu 1
            maxpool 2 kernel 2
            convolution 3 padding 1
            relu 4
            maxpool 5 kernel 2
            convolution 6 padding 1
            relu 7
            maxpool 8 kernel 2
            flatten 9
            dense 10
            relu 11
            dense 12
            """;

    @Test
    void logits() throws IOException {
        Path folder = RealData.requireReference("cnn").resolve("cnn");
        Network network = Network.read(folder.resolve("seed_cnn.safetensors"), LAYERS);
        System.out.println(network.summary());
        TensorFile vectors = TensorFile.read(folder.resolve("seed_cnn_vectors.safetensors"));
        Workspace w = network.workspace();
        for (int i = 0; i < 7; i++) {
            float[] out = network.forward(vectors.tensors().get("input").part(i).raw(), w);
            float[] ref = vectors.tensors().get("logits").part(i).raw();
            System.out.println(out[0] - ref[0]);
            assertThat(out[0]).isCloseTo(ref[0], org.assertj.core.data.Offset.offset(1e-3f));
        }
        Network onnx = OnnxFile.read(folder.resolve("seed_cnn.onnx"));
        System.out.println(onnx.summary());
        System.out.println(java.util.Arrays.equals(
                onnx.forward(vectors.tensors().get("input").part(0).raw(), onnx.workspace()),
                network.forward(vectors.tensors().get("input").part(0).raw(), w)));
    }
}
