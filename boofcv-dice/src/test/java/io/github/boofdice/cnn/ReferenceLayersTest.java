package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every layer against what PyTorch 1.13 computed; {@code settings} in the file's metadata says how. */
class ReferenceLayersTest {
    private static final double OF_THE_RANGE = 1e-5;

    /** The settings of the file as lines of ours. */
    static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("conv3x3_same", "convolution NAME padding 1"),
            Map.entry("conv3x3_valid", "convolution NAME"),
            Map.entry("conv5x5_same", "convolution NAME padding 2"),
            Map.entry("conv3x3_stride2_pad1", "convolution NAME stride 2 padding 1"),
            Map.entry("conv1x1", "convolution NAME"),
            Map.entry("conv3x3_depthwise", "convolution NAME padding 1 groups 3"),
            Map.entry("conv3x3_nobias", "convolution NAME padding 1"),
            Map.entry("conv3x3_groups2", "convolution NAME padding 1 groups 2"),
            Map.entry("conv3x5_rect", "convolution NAME stride 1 2 padding 1 2"),
            Map.entry("maxpool2", "maxpool NAME kernel 2"),
            Map.entry("avgpool2", "avgpool NAME kernel 2"),
            Map.entry("maxpool3_stride2", "maxpool NAME kernel 3 stride 2"),
            Map.entry("maxpool3_stride2_pad1", "maxpool NAME kernel 3 stride 2 padding 1"),
            Map.entry("avgpool3_pad1", "avgpool NAME kernel 3 stride 2 padding 1 countpadding 0"),
            Map.entry("global_avgpool", "globalavgpool NAME"),
            Map.entry("flatten", "flatten NAME"),
            Map.entry("batchnorm", "batchnorm NAME epsilon 1e-5"),
            Map.entry("relu", "relu NAME"),
            Map.entry("leaky_relu", "leakyrelu NAME slope 0.1"),
            Map.entry("sigmoid", "sigmoid NAME"),
            Map.entry("softmax", "softmax NAME"),
            Map.entry("linear", "dense NAME"));

    @Test
    void everyCaseOfTheReferenceIsReproduced() throws IOException {
        Path folder = RealData.requireReference("cnn: each layer against PyTorch");
        TensorFile file = TensorFile.read(folder.resolve("cnn/layers.safetensors"));
        Map<String, Json> settings = Json.parse(file.metadata().get("settings")).object();
        assertThat(settings.keySet()).isEqualTo(LINES.keySet());

        assertThat(LINES.keySet()).allSatisfy(name -> {
            ParityReport.Row row = compare(name, file);
            assertThat(row.pictures()).isGreaterThanOrEqualTo(2);
            assertThat(row.largestError())
                    .as("%s, range %s", name, row.range())
                    .isLessThanOrEqualTo(OF_THE_RANGE * row.range());
        });
    }

    private static ParityReport.Row compare(String name, TensorFile file) {
        Tensor input = file.tensors().get(name + ".input");
        Tensor output = file.tensors().get(name + ".output");
        List<Integer> sizes = input.sizes();
        Network network = Network.builder(new Shape(sizes.subList(1, sizes.size())))
                .layers(LINES.get(name).replace("NAME", name), file.tensors())
                .build();
        TensorFile vectors = new TensorFile(Map.of("input", input, "output", output), Map.of());
        return ParityReport.of(network, vectors).rows().get(0);
    }
}
