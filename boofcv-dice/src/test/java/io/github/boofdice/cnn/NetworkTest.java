package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
    /** Of values near 1 that went through a few layers of single precision. */
    private static final double ROUNDING = 2e-5;

    @Test
    void fusedLayersGiveWhatEachGivesByItself() {
        for (String convolution :
                List.of("convolution c padding 1", "convolution c stride 2", "convolution c groups 2")) {
            for (String norm : List.of("", "batchnorm n")) {
                for (String first :
                        List.of("", "relu a", "leakyrelu a slope 0.1", "leakyrelu a slope -0.5", "sigmoid a")) {
                    for (String pool :
                            List.of("", "maxpool p kernel 2", "maxpool p kernel 3 stride 2", "avgpool p kernel 2")) {
                        for (String second : List.of("", "relu b")) {
                            assertFused(String.join("\n", convolution, norm, first, pool, second));
                        }
                    }
                }
            }
        }
    }

    private static void assertFused(String lines) {
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("c.weight", SixLoops.random(1, 6, lines.contains("groups") ? 2 : 4, 3, 3));
        tensors.put("c.bias", SixLoops.random(2, 6));
        tensors.put("n.running_mean", SixLoops.random(3, 6));
        tensors.put("n.running_var", Tensor.of(List.of(6), 1, 2, 3, 4, 5, 6));
        Network network =
                Network.builder(Shape.of(4, 13, 12)).layers(lines, tensors).build();
        float[] in = SixLoops.randoms(5, network.input().size());
        float[] plain = network.forward(in, network.plainWorkspace());
        double[] expected = new double[plain.length];
        for (int i = 0; i < plain.length; i++) {
            expected[i] = plain[i];
        }

        LayersTest.assertClose(network.forward(in, network.workspace()), expected, ROUNDING);
    }

    @Test
    void batchNormOfADenseLayerIsFoldedIntoIt() {
        Network network = Network.builder(Shape.of(7))
                .layers(
                        "dense d\nbatchnorm n\nrelu r",
                        Map.of(
                                "d.weight", SixLoops.random(1, 5, 7),
                                "n.running_mean", SixLoops.random(2, 5),
                                "n.running_var", Tensor.of(List.of(5), 1, 2, 3, 4, 5)))
                .build();
        float[] in = SixLoops.randoms(3, 7);
        float[] plain = network.forward(in, network.plainWorkspace()).clone();

        assertThat(network.forward(in, network.workspace()))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(plain);
        assertThat(network.workspace().stages()).isOne();
    }

    @Test
    void oneNetworkServesManyThreads() throws Exception {
        Network network = MadeUpNetworks.everyKind();
        Workspace alone = network.workspace();
        List<float[]> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            expected.add(network.forward(MadeUpNetworks.input(i), alone).clone());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                callers.add(() -> {
                    Workspace own = network.workspace();
                    for (int i = 0; i < 50; i++) {
                        assertThat(network.forward(MadeUpNetworks.input(i), own))
                                .containsExactly(expected.get(i));
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(callers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatIsWrittenIsReadToTheLastBit(@TempDir Path folder) throws IOException {
        Network network = MadeUpNetworks.everyKind();
        Path file = folder.resolve("network.safetensors");
        network.write(file);
        Network read = Network.read(file);

        assertThat(read.summary()).isEqualTo(network.summary());
        assertThat(read.forward(MadeUpNetworks.input(1), read.workspace()))
                .containsExactly(network.forward(MadeUpNetworks.input(1), network.workspace()));
        read.write(folder.resolve("again.safetensors"));
        assertThat(folder.resolve("again.safetensors")).hasSameBinaryContentAs(file);
    }

    @Test
    void theSummaryCountsWhatKerasUsersExpect() {
        Network network = Network.builder(Shape.of(1, 6, 6))
                .convolution("first", SixLoops.random(1, 4, 1, 3, 3), SixLoops.random(2, 4), 1, 1, 1)
                .relu("act")
                .maxPool("halved", 2)
                .flatten("flat")
                .dense("last", SixLoops.random(3, 2, 36), null)
                .build();

        assertThat(network.summary()).isEqualTo("""
                        layer   kind                           output     parameters  multiply-adds
                                input                          1 x 6 x 6
                        first   convolution, 3 x 3, padding 1  4 x 6 x 6          40          1,296
                        act     relu                           4 x 6 x 6           0              0
                        halved  max pool, 2 x 2, stride 2      4 x 3 x 3           0              0
                        flat    flatten                        36                  0              0
                        last    dense, no bias                 2                  72             72
                                all                                              112          1,368
                        """);
        assertThat(network.output()).isEqualTo(Shape.of(2));
    }

    @Test
    void shapesThatDoNotGoTogetherAreNamedWithTheirLayer() {
        NetworkBuilder builder = Network.builder(Shape.of(3, 8, 8));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.convolution("conv1", SixLoops.random(1, 4, 2, 3, 3), null, 1, 1, 1))
                .withMessage(
                        "layer conv1: convolution, 3 x 3, padding 1, no bias: input is 3 x 8 x 8 but it takes 2 channels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(9)).dense("fc", SixLoops.random(1, 4, 8), null))
                .withMessage("layer fc: dense, no bias: input is 9 but it takes 8 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(3, 8, 8)).dense("fc", SixLoops.random(1, 4, 8), null))
                .withMessageContaining("input is 3 x 8 x 8 but it takes a vector of 8: flatten first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(3, 8, 8)).maxPool("pool", 9))
                .withMessageContaining("layer pool")
                .withMessageContaining("9 x 9 does not fit into the padded input of 3 x 8 x 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(8)).maxPool("pool", 2))
                .withMessageContaining("input is 8 but it takes planes");
    }

    @Test
    void whatNoLayerCanBeIsRefused() {
        Map<String, Tensor> tensors = Map.of(
                "c.weight", SixLoops.random(1, 4, 3, 3, 3),
                "c.bias", SixLoops.random(1, 3),
                "n.running_mean", SixLoops.random(1, 3),
                "n.running_var", Tensor.of(List.of(3), 1, -1, 1),
                "v.weight", SixLoops.random(1, 4));
        assertRefused("convolution c", tensors, "bias has 3 values but weight 4 outputs");
        assertRefused("convolution v", tensors, "weight must be outputs x inputs x height x width");
        assertRefused("dense v", tensors, "weight must be outputs x inputs but its sizes are [4]");
        assertRefused("convolution absent", tensors, "there is no tensor absent.weight");
        assertRefused("batchnorm n", tensors, "variance and epsilon must be above 0 but are -1.0");
        assertRefused("maxpool m", tensors, "kernel is missing");
        assertRefused("maxpool m kernel 2 padding 2", tensors, "padding must be less than the kernel of 2 x 2");
        assertRefused("maxpool m kernel 2 stride 0", tensors, "stride must be 1 to 4096 but is 0 x 0");
        assertRefused("maxpool m kernel 2.5", tensors, "kernel must be a whole number but is 2.5");
        assertRefused("maxpool m kernel 2 2 2", tensors, "kernel must be one number or two but there are 3");
        assertRefused("maxpool m kernel 9999", tensors, "kernel must be 1 to 4096 but is 9999 x 9999");
        assertRefused("maxpool m kernel 2 kernel 2", tensors, "kernel must stand once");
        assertRefused("maxpool m kernel 1e999", tensors, "kernel must be a finite number");
        assertRefused("relu r slope 1", tensors, "relu has no setting 'slope'");
        assertRefused("leakyrelu r slope", tensors, "slope must stand once, with 1 to 4 numbers");
        assertRefused("leakyrelu r slope -", tensors, "slope must be a finite number but is '-'");
        assertRefused("leakyrelu r slope 1 2", tensors, "slope must be one number but there are 2");
        assertRefused("softmax s", tensors, "it takes a vector: flatten first");
        assertRefused("batchnorm n epsilon 2", tensors, "epsilon must be 0..1 but is 2.0");
        assertRefused("relu r\nrelu r", tensors, "two layers are called r");
        assertRefused("attention a", tensors, "a line must be a layer of");
        assertRefused("relu", tensors, "a line must be a layer of");
        assertRefused("", tensors, "a network must have a layer");
        assertRefused("relu " + "r".repeat(201), tensors, "a layer's name must have 1 to 200 letters");
    }

    @Test
    void windowsBeyondAllBoundsAreRefused() {
        for (String settings : List.of(
                "kernel 0 1",
                "kernel 1 0",
                "kernel 1 9999",
                "kernel 2 stride 1 0",
                "kernel 2 stride 9999 1",
                "kernel 2 stride 1 9999",
                "kernel 2 padding -1 0 0 0",
                "kernel 2 padding 0 -1 0 0",
                "kernel 2 padding 0 0 -1 0",
                "kernel 2 padding 0 0 0 9999",
                "kernel 2 padding 0 2 0 0",
                "kernel 2 padding 0 0 2 0",
                "kernel 1 9",
                "kernel -3000000000",
                "kernel 2 padding 1 1 1")) {
            assertRefused("maxpool m " + settings, Map.of(), "layer m: ");
        }
        Map<String, Tensor> pixel = Map.of("c.weight", SixLoops.random(1, 64, 3, 1, 1));
        assertRefused("convolution c padding 4000", pixel, "make at most 67108864 values");
        assertRefused("convolution c groups 0", pixel, "groups must divide the 64 outputs but are 0");
        assertRefused("convolution c groups 1.5", pixel, "groups must be a whole number but is 1.5");
    }

    @Test
    void workAndLayersAreBounded() {
        NetworkBuilder many = Network.builder(Shape.of(1));
        for (int i = 0; i < 1000; i++) {
            many.relu("r" + i);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> many.relu("last"))
                .withMessage("a network has at most 1000 layers");
        Tensor wide = Tensor.of(List.of(1200, 1200, 1, 1), new float[1200 * 1200]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(1200, 230, 230))
                        .convolution("a", wide, null, 1, 0, 1)
                        .convolution("b", wide, null, 1, 0, 1)
                        .convolution("c", wide, null, 1, 0, 1)
                        .convolution("d", wide, null, 1, 300, 1))
                .withMessageContaining("layer d: ");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Network.builder(Shape.of(3, 8, 8)).convolution("c", SixLoops.random(1, 4), null, 1, 0, 1))
                .withMessageContaining("weight must be outputs x inputs x height x width but its sizes are [4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(3)).relu(""))
                .withMessageContaining("but is ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(3)).relu("a\u0001b"))
                .withMessageContaining("but is 'a?b'");
    }

    private static void assertRefused(String lines, Map<String, Tensor> tensors, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.builder(Shape.of(3, 8, 8))
                        .layers(lines, tensors)
                        .build())
                .withMessageContaining(why);
    }

    @Test
    void valuesAndWorkspacesOfOtherNetworksAreRefused() {
        Network network = MadeUpNetworks.everyKind();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.forward(new float[5], network.workspace()))
                .withMessage("values are 5 but the network takes 308: 2 x 14 x 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.forward(
                        MadeUpNetworks.input(1), MadeUpNetworks.everyKind().workspace()))
                .withMessage("workspace was made by another network");
    }

    @Test
    void shapesHaveSizes() {
        assertThat(Shape.of(3, 4, 5)).hasToString("3 x 4 x 5");
        assertThat(Shape.of(7).size()).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(2, 2)).withMessageContaining("has 2: [2, 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(0)).withMessageContaining("are [0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1 << 20, 1 << 20, 1 << 20))
                .withMessageContaining("at most 67108864 values");
    }

    @Test
    void aTensorIsNotChangedByItsArrays() {
        float[] values = {1, 2};
        Tensor tensor = Tensor.of(List.of(2), values);
        values[0] = 9;
        tensor.values()[1] = 9;

        assertThat(tensor.values()).containsExactly(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(List.of(3), 1, 2))
                .withMessage("sizes are [3] but there are 2 values");
    }

    @Test
    void parityIsComparedWithWhatBelongsToALayer() {
        Network network = Network.builder(Shape.of(2)).relu("r").build();
        Tensor in = Tensor.of(List.of(2, 2), -1, 2, 3, -4);
        Tensor out = Tensor.of(List.of(2, 2), 0, 2, 3, 0.25f);

        assertThat(ParityReport.of(network, vectors(Map.of("input", in, "r", out))))
                .hasToString("r (layer r, 2 pictures): largest error 0.25, values range over 3.00%n".formatted());
        assertThat(ParityReport.of(
                                network, vectors(Map.of("input", in, "output", Tensor.of(List.of(1, 2), 0, Float.NaN))))
                        .largestError())
                .isInfinite();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityReport.of(network, vectors(Map.of("r", in))))
                .withMessage("there is no tensor input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityReport.of(network, vectors(Map.of("input", in, "after_1", in))))
                .withMessageContaining("tensor 'after_1' belongs to no layer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityReport.of(network, vectors(Map.of("input", Tensor.of(List.of(2), 1, 2)))))
                .withMessage("input must have sizes pictures x 2 but has [2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityReport.of(
                        network, vectors(Map.of("input", in, "r", Tensor.of(List.of(3, 2), new float[6])))))
                .withMessage("r has more pictures than input");
    }

    private static TensorFile vectors(Map<String, Tensor> tensors) {
        return new TensorFile(tensors, Map.of());
    }

    @Test
    void aFileWithoutLayersAsksForThem(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weights.safetensors");
        new TensorFile(Map.of("d.weight", SixLoops.random(1, 2, 3)), Map.of()).write(file);

        assertThatThrownBy(() -> Network.read(file))
                .isInstanceOf(NetworkFormatException.class)
                .hasMessage(
                        file + ": holds tensors but does not say of which layers (metadata boofcv-dice.layers); name"
                                + " the layers when you read it");
        assertThat(Network.read(file, "input 3\ndense d").output()).isEqualTo(Shape.of(2));
        assertThatThrownBy(() -> Network.read(file, "input 4\ndense d"))
                .isInstanceOf(NetworkFormatException.class)
                .hasMessage(file + ": layer d: dense, no bias: input is 4 but it takes 3 values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.read(file, "dense d"))
                .withMessageContaining("the first line must be 'input'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.read(file, "input three"))
                .withMessage("a size must be a whole number but is 'three'");
        assertThatThrownBy(() -> Network.read(folder))
                .isInstanceOf(NetworkFormatException.class)
                .hasMessageContaining("not a file");
        assertThatThrownBy(() -> Network.read(folder.resolve("none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no such file");
        Files.write(file, new byte[7]);
        assertThatThrownBy(() -> TensorFile.read(file))
                .isInstanceOf(NetworkFormatException.class)
                .hasMessage(file + ": not a safetensors file: only 7 bytes");
    }
}
