package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.boofdice.fuzz.Mutator;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keras files that are made up here: HDF5 as jhdf writes it, configuration as Keras 3's source writes it. A file from Keras itself is not among them.
 */
class KerasFileTest {
    private static final int HEIGHT = 5;
    private static final int WIDTH = 6;
    private static final int FILTERS = 4;
    private static final int CLASSES = 3;

    private static final String CONFIG = """
            {"module": "keras", "class_name": "Sequential", "config": {"name": "sequential", "layers": [
              {"class_name": "InputLayer", "config": {"batch_shape": [null, 5, 6, 2], "name": "input_layer"}},
              {"class_name": "Rescaling", "config": {"name": "rescaling", "scale": 0.5, "offset": 0.25}},
              {"class_name": "Conv2D", "config": {"name": "NAME", "strides": [2, 1], "padding": "same",
                "data_format": "channels_last", "dilation_rate": [1, 1], "groups": 1, "activation": "relu", "use_bias": true}},
              {"class_name": "BatchNormalization", "config": {"name": "batch_normalization", "epsilon": 0.001,
                "center": true, "scale": false}},
              {"class_name": "MaxPooling2D", "config": {"name": "max_pooling2d", "pool_size": [2, 2], "strides": null,
                "padding": "same", "data_format": "channels_last"}},
              {"class_name": "Dropout", "config": {"name": "dropout"}},
              {"class_name": "Flatten", "config": {"name": "flatten"}},
              {"class_name": "Dense", "config": {"name": "dense", "activation": "softmax", "use_bias": false}}]}}
            """;

    private final float[][][][] kernel = new float[3][3][2][FILTERS];
    private final float[] bias = SixLoops.randoms(2, FILTERS);
    private final float[] beta = SixLoops.randoms(3, FILTERS);
    private final float[] mean = SixLoops.randoms(4, FILTERS);
    private final float[] variance = {1, 2, 3, 4};
    private final float[][] dense = new float[2 * 3 * FILTERS][CLASSES];

    @TempDir
    private Path folder;

    KerasFileTest() {
        float[] values = SixLoops.randoms(1, 9 * 2 * FILTERS);
        for (int i = 0; i < values.length; i++) {
            kernel[i / (6 * FILTERS)][i / (2 * FILTERS) % 3][i / FILTERS % 2][i % FILTERS] = values[i];
        }
        for (int i = 0; i < dense.length; i++) {
            dense[i] = SixLoops.randoms(10 + i, CLASSES);
        }
    }

    @Test
    void anArchiveComputesWhatKerasDefinesChannelsLast() throws IOException {
        for (String name : List.of("conv2d", "conv2d_7", "eyes")) {
            assertComputes(KerasFile.decode(archive(CONFIG.replace("NAME", name))));
        }
    }

    @Test
    void aModelInOneFileComputesTheSame() throws IOException {
        assertComputes(KerasFile.read(model()));
    }

    private Path model() throws IOException {
        Path file = folder.resolve("model.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("model_config", CONFIG.replace("NAME", "eyes"));
            WritableGroup weights = hdf.putGroup("model_weights");
            WritableGroup convolution =
                    weights.putGroup("eyes").putGroup("sequential").putGroup("eyes");
            convolution.putDataset("kernel", kernel);
            convolution.putDataset("bias", bias);
            WritableGroup norm = weights.putGroup("batch_normalization").putGroup("batch_normalization");
            norm.putDataset("beta:0", beta);
            norm.putDataset("moving_mean:0", mean);
            norm.putDataset("moving_variance:0", variance);
            weights.putGroup("dense").putDataset("kernel", dense);
        }
        return file;
    }

    private byte[] archive(String config) throws IOException {
        Path file = Files.createTempFile(folder, "model", ".weights.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup layers = hdf.putGroup("layers");
            WritableGroup convolution = layers.putGroup("conv2d").putGroup("vars");
            convolution.putDataset("0", kernel);
            convolution.putDataset("1", bias);
            WritableGroup norm = layers.putGroup("batch_normalization").putGroup("vars");
            norm.putDataset("0", beta);
            norm.putDataset("1", mean);
            norm.putDataset("2", variance);
            layers.putGroup("dense").putGroup("vars").putDataset("0", dense);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(config.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(Files.readAllBytes(file));
        }
        return bytes.toByteArray();
    }

    private void assertComputes(Network network) {
        float[] in = SixLoops.randoms(9, 2 * HEIGHT * WIDTH);

        assertThat(network.input()).isEqualTo(Shape.of(2, HEIGHT, WIDTH));
        LayersTest.assertClose(network.forward(in, network.workspace()), channelsLast(in), 1e-5);
    }

    /** The whole model with channels last, as Keras' documentation defines each layer. */
    private double[] channelsLast(float[] in) {
        double[][][] maps = new double[3][WIDTH][FILTERS];
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int f = 0; f < FILTERS; f++) {
                    double sum = bias[f];
                    for (int ky = 0; ky < 3; ky++) {
                        for (int kx = 0; kx < 3; kx++) {
                            // Stride 2 of 5 rows with 3 places: one row of zeros above and one below.
                            int row = 2 * y + ky - 1;
                            int column = x + kx - 1;
                            for (int c = 0; c < 2 && row >= 0 && row < HEIGHT && column >= 0 && column < WIDTH; c++) {
                                sum += kernel[ky][kx][c][f] * (0.5 * in[(c * HEIGHT + row) * WIDTH + column] + 0.25);
                            }
                        }
                    }
                    maps[y][x][f] = (Math.max(0, sum) - mean[f]) / Math.sqrt(variance[f] + 0.001) + beta[f];
                }
            }
        }
        double[] logits = new double[CLASSES];
        int flat = 0;
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 3; x++) {
                for (int f = 0; f < FILTERS; f++) {
                    double most = Math.max(maps[2 * y][2 * x][f], maps[2 * y][2 * x + 1][f]);
                    if (y == 0) {
                        most = Math.max(most, Math.max(maps[1][2 * x][f], maps[1][2 * x + 1][f]));
                    }
                    for (int o = 0; o < CLASSES; o++) {
                        logits[o] += most * dense[flat][o];
                    }
                    flat++;
                }
            }
        }
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(logit -> Math.exp(logit) / sum).toArray();
    }

    @Test
    void otherLayersAreWhatTheirLinesSay() throws IOException {
        String config = """
                {"class_name": "Sequential", "config": {"layers": [
                  {"class_name": "DepthwiseConv2D", "config": {"batch_input_shape": [null, 8, 7, 2], "name": "d", "strides": 1,
                    "padding": "valid", "dilation_rate": 1, "activation": "linear", "use_bias": true}},
                  {"class_name": "BatchNormalization", "config": {"name": "n", "epsilon": 0.001, "center": true, "scale": true}},
                  {"class_name": "LeakyReLU", "config": {"name": "l", "negative_slope": 0.1}},
                  {"class_name": "AveragePooling2D", "config": {"name": "a", "pool_size": 2, "strides": [1, 1], "padding": "same"}},
                  {"class_name": "ReLU", "config": {"name": "r", "max_value": null, "negative_slope": 0.5, "threshold": 0}},
                  {"class_name": "ReLU", "config": {"name": "r2"}},
                  {"class_name": "Activation", "config": {"name": "s", "activation": "sigmoid"}},
                  {"class_name": "Activation", "config": {"name": "e", "activation": "leaky_relu"}},
                  {"class_name": "MaxPooling2D", "config": {"name": "m", "pool_size": [2, 1], "strides": [2, 2], "padding": "valid"}},
                  {"class_name": "GlobalAveragePooling2D", "config": {"name": "g"}},
                  {"class_name": "Softmax", "config": {"name": "x"}}]}}
                """;
        float[] depthwise = SixLoops.randoms(1, 2 * 3 * 2 * 2);
        float[][][][] kernels = new float[2][3][2][2];
        float[] ours = new float[depthwise.length];
        for (int i = 0; i < ours.length; i++) {
            kernels[i / 12][i / 4 % 3][i / 2 % 2][i % 2] = depthwise[i];
            ours[i % 4 * 6 + i / 4] = depthwise[i];
        }
        Path file = folder.resolve("other.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("model_config", config);
            WritableGroup weights = hdf.putGroup("model_weights");
            WritableGroup layer = weights.putGroup("d");
            layer.putDataset("depthwise_kernel:0", kernels);
            layer.putDataset("bias:0", SixLoops.randoms(2, 4));
            WritableGroup norm = weights.putGroup("n");
            norm.putDataset("gamma", SixLoops.randoms(3, 4));
            norm.putDataset("beta", beta);
            norm.putDataset("moving_mean", mean);
            norm.putDataset("moving_variance", variance);
        }
        Network lines = Network.builder(Shape.of(2, 8, 7))
                .layers(
                        """
                        convolution d groups 2
                        batchnorm n epsilon 1e-3
                        leakyrelu l slope 0.1
                        avgpool a kernel 2 stride 1 padding 0 0 1 1 countpadding 0
                        leakyrelu r slope 0.5
                        relu r2
                        sigmoid s
                        leakyrelu e slope 0.2
                        maxpool m kernel 2 1 stride 2
                        globalavgpool g
                        flatten g.flatten
                        softmax x
                        """,
                        Map.of(
                                "d.weight", Tensor.of(List.of(4, 1, 2, 3), ours),
                                "d.bias", SixLoops.random(2, 4),
                                "n.weight", SixLoops.random(3, 4),
                                "n.bias", Tensor.of(List.of(4), beta),
                                "n.running_mean", Tensor.of(List.of(4), mean),
                                "n.running_var", Tensor.of(List.of(4), variance)))
                .build();
        Network keras = KerasFile.read(file);
        float[] in = SixLoops.randoms(9, lines.input().size());

        assertThat(keras.summary()).isEqualTo(lines.summary());
        assertThat(keras.forward(in, keras.workspace())).containsExactly(lines.forward(in, lines.workspace()));
    }

    @Test
    void whatIsNotSupportedIsNamedWithItsLayer() throws IOException {
        assertRefused("\"relu\"", "\"gelu\"", "Keras layer 'conv2d' (Conv2D): this activation is not supported");
        assertRefused("\"Dropout\"", "\"Attention\"", "Keras layer 'dropout' (Attention): this layer is not supported");
        assertRefused("\"Sequential\"", "\"Functional\"", "only Sequential models are supported, not Functional");
        assertRefused("\"dilation_rate\": [1, 1]", "\"dilation_rate\": 2", "dilations other than 1 are not supported");
        assertRefused("channels_last", "channels_first", "data_format must be channels_last");
        assertRefused("\"padding\": \"same\"", "\"padding\": \"causal\"", "padding is 'causal'");
        assertRefused("\"batch_shape\"", "\"shape\"", "the model does not say what shape enters");
        assertRefused("\"groups\": 1", "\"groups\": 3", "groups must divide the 4 outputs but are 3");
        assertRefused("\"center\": true", "\"center\": 7", "must be true or false but is 7.0");
        assertRefused("\"pool_size\": [2, 2]", "\"pool_size\": [2, 2, 2]", "pool_size must be two numbers but is 3");
        assertRefused("[null, 5, 6, 2]", "[null, 5, 7, 2]", "it takes 24 values but gets 4 x 2 x 4");
        assertRefused(
                "\"class_name\": \"Dropout\", \"config\": {",
                "\"class_name\": \"ReLU\", \"config\": {\"max_value\": 6, ",
                "max_value and threshold");
        assertRefused(
                "\"class_name\": \"Dropout\", \"config\": {",
                "\"class_name\": \"ReLU\", \"config\": {\"threshold\": 1, ",
                "max_value and threshold");
        assertRefused("\"scale\": false", "\"scale\": true", "there is no weight 'moving_variance'");
        assertRefused("\"class_name\": \"Dropout\"", "\"class_name\": \"Dense\"", "'use_bias' is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KerasFile.decode(new byte[] {'P', 'K', 3, 4}))
                .withMessageMatching("damaged archive.*|not a Keras model.*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KerasFile.decode(new byte[100]))
                .withMessageContaining("damaged or unsupported HDF5");
    }

    private void assertRefused(String found, String replaced, String why) throws IOException {
        byte[] bytes = archive(CONFIG.replace("NAME", "conv2d").replace(found, replaced));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KerasFile.decode(bytes))
                .withMessageContaining(why);
    }

    @Test
    void aDamagedFileIsANetworkOrOneNamedException() throws IOException {
        byte[] sound = Files.readAllBytes(model());
        Mutator mutator = new Mutator(List.of(new Mutator.Source(sound, new int[] {})));
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = mutator.damaged(new SplittableRandom(i));
            try {
                WeightBytes.decode(bytes, "file", KerasFile::decode);
            } catch (NetworkFormatException e) {
                assertThat(e.getMessage()).startsWith("file: ").doesNotContainPattern("\\p{Cntrl}");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }
}
