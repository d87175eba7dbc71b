package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.boofdice.fuzz.Mutator;
import io.github.boofdice.testdata.OnnxModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Files of weights, sound and damaged. */
class WeightFilesTest {
    private static final byte[] SAFETENSORS = NetworkFile.encode(MadeUpNetworks.everyKind());
    private static final byte[] ONNX = MadeUpNetworks.everyOperator().bytes();

    private final Mutator safetensors = mutator(SAFETENSORS, 1600);
    private final Mutator onnx = mutator(ONNX, ONNX.length);

    /** Damage is done among the first bytes, where structure stands. */
    private static Mutator mutator(byte[] bytes, int structure) {
        return new Mutator(
                List.of(new Mutator.Source(bytes, IntStream.range(0, structure).toArray())));
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void aDamagedSafetensorsFileIsANetworkOrOneNamedException(@ForAll long seed) {
        assertReadOrRefused(safetensors.damaged(new SplittableRandom(seed)), NetworkFile::decode);
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void aDamagedOnnxFileIsANetworkOrOneNamedException(@ForAll long seed) {
        assertReadOrRefused(onnx.damaged(new SplittableRandom(seed)), OnnxFile::decode);
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        for (int length = 0; length < SAFETENSORS.length; length++) {
            assertThat(assertReadOrRefused(Arrays.copyOf(SAFETENSORS, length), NetworkFile::decode))
                    .as("%d bytes", length)
                    .isFalse();
        }
        // The last field of an ONNX file is the version of its operators.
        for (int length = 0; length < ONNX.length - 10; length++) {
            assertThat(assertReadOrRefused(Arrays.copyOf(ONNX, length), OnnxFile::decode))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    /** Whether it was read. */
    private static boolean assertReadOrRefused(byte[] bytes, WeightBytes.Decoder<Network> decoder) {
        try {
            assertThat(WeightBytes.decode(bytes, "file", decoder).layers()).isNotEmpty();
            return true;
        } catch (NetworkFormatException e) {
            assertThat(e.getMessage()).startsWith("file: ").doesNotContainPattern("\\p{Cntrl}");
            return false;
        }
    }

    @Test
    void everyTypeOfNumberIsRead() {
        assertThat(only("F32", 4, b -> b.putFloat(-1.5f))).isEqualTo(-1.5f);
        assertThat(only("F64", 8, b -> b.putDouble(0.1))).isEqualTo(0.1f);
        assertThat(only("I64", 8, b -> b.putLong(-7))).isEqualTo(-7);
        assertThat(only("I32", 4, b -> b.putInt(9))).isEqualTo(9);
        assertThat(only("BF16", 2, b -> b.putShort((short) 0xc0a0))).isEqualTo(-5);
        assertThat(only("F16", 2, b -> b.putShort((short) 0x3555))).isEqualTo(0.33325195f);
        assertThat(ElementType.half((short) 0x8001)).isEqualTo(-0x1p-24f);
        assertThat(ElementType.half((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(ElementType.half((short) 0x7e00)).isNaN();
        assertThat(ElementType.half((short) 0x7bff)).isEqualTo(65504);
    }

    private static float only(String type, int bytes, Consumer<ByteBuffer> value) {
        ByteBuffer number = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        value.accept(number);
        String header = "{\"t\":{\"dtype\":\"%s\",\"shape\":[],\"data_offsets\":[0,%d]}}".formatted(type, bytes);
        return TensorFile.decode(file(header, number.array()))
                .tensors()
                .get("t")
                .values()[0];
    }

    private static byte[] file(String header, byte... numbers) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(numbers)
                .array();
    }

    @Test
    void whatTheHeaderPromisesMustBeThere() {
        assertHeaderRefused(
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", "2 numbers of F32 cannot");
        assertHeaderRefused("{\"t\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "take 8 bytes but");
        assertHeaderRefused("{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "begins at byte 4 but");
        assertHeaderRefused("{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", "must be two but are 1");
        assertHeaderRefused("{\"t\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,1]}}", "dtype must be one of");
        assertHeaderRefused("{\"t\":{\"shape\":[1],\"data_offsets\":[0,4]}}", "'dtype' is missing");
        assertHeaderRefused(
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[65536,65536,65536],\"data_offsets\":[0,4]}}", "sizes must not");
        assertHeaderRefused(
                "{\"t\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", "a whole number from 0");
        assertHeaderRefused("{\"__metadata__\":{\"a\":1}}", "must be a text but is 1.0");
        assertHeaderRefused("[]", "must be an object but is a list");
        assertHeaderRefused("{\"t\":1,\"t\":2}", "JSON names 't' twice");
        assertHeaderRefused("{ ", "JSON has the end at letter 2, not a name");
    }

    private static void assertHeaderRefused(String header, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorFile.decode(file(header, new byte[4])))
                .withMessageContaining(why);
    }

    @Test
    void jsonIsReadToTheLetter() {
        assertThat(Json.parse(
                                " {\"a\\u0041\\n\" : [1, -2.5e+1, true, false, null, \"\\\"\\\\/\\b\\f\\r\\t\"], \"b\": {}, \"c\": []} ")
                        .get("aA\n")
                        .list())
                .satisfies(list -> {
                    assertThat(list.get(0).whole()).isOne();
                    assertThat(list.get(1).number()).isEqualTo(-25);
                    assertThat(list.get(2).truth()).isTrue();
                    assertThat(list.get(3).truth()).isFalse();
                    assertThat(list.get(4).isNull()).isTrue();
                    assertThat(list.get(5).text()).isEqualTo("\"\\/\b\f\r\t");
                });
        for (String wrong : List.of(
                "",
                "01",
                "1.",
                "-",
                "1e",
                ".5",
                "+1",
                "NaN",
                "tru",
                "\"",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u00g0\"",
                "[1,]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "{} {}",
                "{\"a\":1 \"b\":2}",
                "[".repeat(100))) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Json.parse(wrong));
        }
        assertThat(Json.parse(Json.quoted("a\"\\\n\u00e9\ud83d\ude00")).text()).isEqualTo("a\"\\\n\u00e9\ud83d\ude00");
    }

    @Test
    void tensorsAreWrittenAsTheyAreRead() {
        TensorFile file =
                new TensorFile(Map.of("t \"1\"", SixLoops.random(1, 2, 3)), Map.of("who", "me", "what", "a\nb"));
        TensorFile read = TensorFile.decode(file.encode());

        assertThat(read.metadata()).isEqualTo(file.metadata());
        assertThat(read.tensors().get("t \"1\"").sizes()).containsExactly(2, 3);
        assertThat(read.tensors().get("t \"1\"").values()).containsExactly(SixLoops.randoms(1, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorFile(Map.of("__metadata__", SixLoops.random(1, 1)), Map.of()).encode())
                .withMessage("no tensor may be called __metadata__");
    }

    @Test
    void everyOnnxOperatorIsWhatItsLinesSay() {
        Network onnx = OnnxFile.decode(ONNX);
        Network lines = Network.builder(Shape.of(2, 9, 7))
                .layers(
                        """
                        convolution c stride 2 1 padding 1 1 1 1
                        batchnorm n
                        leakyrelu l slope 0.3
                        maxpool m kernel 2 3 stride 1 padding 1 0 0 1
                        avgpool a kernel 2 stride 1 padding 0 0 1 1 countpadding 0
                        globalavgpool g
                        flatten r
                        dense p
                        relu u
                        dense d
                        sigmoid s
                        softmax z
                        """,
                        Map.of(
                                "c.weight", Tensor.of(List.of(4, 2, 3, 3), SixLoops.randoms(1, 72)),
                                "n.weight", SixLoops.random(2, 4),
                                "n.bias", SixLoops.random(2, 4),
                                "n.running_mean", SixLoops.random(2, 4),
                                "n.running_var", Tensor.of(List.of(4), 1, 2, 3, 4),
                                "p.weight", transposed(SixLoops.randoms(3, 20), 4, 5),
                                "p.bias", SixLoops.random(4, 5),
                                "d.weight", SixLoops.random(5, 3, 5)))
                .build();
        float[] in = SixLoops.randoms(6, 2 * 9 * 7);

        assertThat(onnx.summary()).isEqualTo(lines.summary());
        assertThat(onnx.forward(in, onnx.workspace())).containsExactly(lines.forward(in, lines.workspace()));
    }

    private static Tensor transposed(float[] values, int rows, int columns) {
        float[] transposed = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                transposed[c * rows + r] = values[r * columns + c];
            }
        }
        return Tensor.of(List.of(columns, rows), transposed);
    }

    @Test
    void whatOnnxAsksForInVainIsNamedWithItsNode() {
        assertOnnxRefused(
                one("Attention", OnnxModel.settings()), "node 'it' (Attention): this operator is not supported");
        assertOnnxRefused(
                one("MaxPool", OnnxModel.settings().wholes("kernel_shape", 2, 2).wholes("dilations", 2, 2)),
                "node 'it' (MaxPool): layer it: dilations other than 1 are not supported");
        assertOnnxRefused(
                one("MaxPool", OnnxModel.settings().wholes("kernel_shape", 2, 2).whole("ceil_mode", 1)),
                "ceil_mode is not supported");
        assertOnnxRefused(one("MaxPool", OnnxModel.settings()), "kernel_shape is missing");
        assertOnnxRefused(
                one("MaxPool", OnnxModel.settings().wholes("kernel_shape", 2)),
                "kernel_shape must be 2 numbers but is 1");
        assertOnnxRefused(
                one("MaxPool", OnnxModel.settings().wholes("kernel_shape", 2, 9999)),
                "kernel_shape is 9999, more than");
        assertOnnxRefused(
                one("MaxPool", OnnxModel.settings().wholes("kernel_shape", 2, 2).text("auto_pad", "ROUND")),
                "auto_pad is 'ROUND'");
        assertOnnxRefused(one("Flatten", OnnxModel.settings().whole("axis", 2)), "axis other than 1 is not supported");
        assertOnnxRefused(one("Softmax", OnnxModel.settings().whole("axis", 0)), "axis must be 1 or -1 but is 0");
        assertOnnxRefused(one("Conv", OnnxModel.settings()), "input 1, '', must be a constant but is none");
        assertOnnxRefused(one("Constant", OnnxModel.settings()), "its value must be a tensor");
        assertOnnxRefused(
                new OnnxModel(13)
                        .input("in", 1, 2)
                        .output("out", 1, 2)
                        .node("Relu", "first", List.of("in"), "a")
                        .node("Relu", "second", List.of("in"), "out"),
                "node 'second' (Relu): it takes 'in' where 'a' is at hand: only a chain of layers is supported");
        assertOnnxRefused(
                new OnnxModel(13).input("in", 1, 2).output("out", 1, 2).node("Relu", "r", List.of("in"), "a"),
                "the output 'out' is not what the last node gives");
        assertOnnxRefused(
                new OnnxModel(13).input("in", 1, 2, 3).output("out", 1, 2).node("Relu", "r", List.of("in"), "out"),
                "the input must have sizes batch x channels x height x width");
        assertOnnxRefused(new OnnxModel(13).output("out", 1), "must have one input and one output but has 0 and 1");
        assertOnnxRefused(
                one("Gemm", OnnxModel.settings().real("alpha", 2)), "alpha and beta other than 1, and transA, are not");
        assertOnnxRefused(
                new OnnxModel(13)
                        .input("in", 1, 2)
                        .output("out", 1, 2)
                        .wholes("to", 1, 3)
                        .node("Reshape", "r", List.of("in", "to"), "out"),
                "only a shape of the batch and 2 is supported, not [1.0, 3.0]");
    }

    @Test
    void settingsOfOnnxThatNoLayerHasAreRefused() {
        OnnxModel.Settings none = OnnxModel.settings();
        List<Integer> kernel = List.of(2, 2, 3, 3);
        assertConvRefused(
                kernel, OnnxModel.settings().wholes("kernel_shape", 5, 5), "kernel_shape is not that of the weight");
        assertConvRefused(kernel, OnnxModel.settings().wholes("dilations", 1, 2), "dilations other than 1");
        assertConvRefused(kernel, OnnxModel.settings().whole("group", 0), "group must be 1 to 2 but is 0");
        assertConvRefused(kernel, OnnxModel.settings().whole("group", 3), "group must be 1 to 2 but is 3");
        assertConvRefused(
                kernel, OnnxModel.settings().wholes("pads", -1, 0, 0, 0), "padding must be 0 to 4096 but is -1");
        assertConvRefused(
                kernel,
                OnnxModel.settings().text("auto_pad", "SAME_LOWER").wholes("strides", 0, 1),
                "stride must be at least 1 but is 0");
        assertConvRefused(List.of(2, 2, 9), none, "weight must have 4 sizes but has [2, 2, 9]");
        assertConvRefused(List.of(3, 3, 2, 2), none, "it takes 3 channels");
        assertOnnxRefused(
                one("BatchNormalization", OnnxModel.settings().whole("training_mode", 1)),
                "training_mode is not supported");
        assertOnnxRefused(one("Gemm", OnnxModel.settings().real("beta", 2)), "alpha and beta other than 1");
        assertOnnxRefused(one("Gemm", OnnxModel.settings().whole("transA", 1)), "alpha and beta other than 1");
        assertOnnxRefused(one("MatMul", none), "input 1, '', must be a constant");
        assertOnnxRefused(
                one("LeakyRelu", OnnxModel.settings().real("alpha", Float.NaN)), "slope must be finite but is NaN");
    }

    private static void assertConvRefused(List<Integer> sizes, OnnxModel.Settings settings, String why) {
        int count = sizes.stream().reduce(1, Math::multiplyExact);
        assertOnnxRefused(
                new OnnxModel(13)
                        .input("in", 1, 2, 8, 8)
                        .output("out", 1, 2)
                        .constant("w", sizes, new float[count])
                        .node("Conv", "c", List.of("in", "w"), "out", settings),
                why);
    }

    @Test
    void paddingThatOnnxWorksOutIsThatOfItsSpecification() {
        assertConvolution(OnnxModel.settings().text("auto_pad", "SAME_LOWER"), "convolution c padding 1 1 0 0");
        assertConvolution(OnnxModel.settings().text("auto_pad", "SAME_UPPER"), "convolution c padding 0 0 1 1");
        assertConvolution(OnnxModel.settings().text("auto_pad", "VALID").wholes("pads", 1, 1, 1, 1), "convolution c");
        assertConvolution(
                OnnxModel.settings().text("auto_pad", "NOTSET").wholes("pads", 1, 0, 0, 1),
                "convolution c padding 1 0 0 1");
    }

    private static void assertConvolution(OnnxModel.Settings settings, String line) {
        Tensor weight = SixLoops.random(1, 1, 1, 2, 2);
        OnnxModel model = new OnnxModel(13)
                .input("in", 1, 1, 4, 5)
                .output("out", 1, 1, 4, 5)
                .constant("w", weight.sizes(), weight.values())
                .node("Conv", "c", List.of("in", "w"), "out", settings);
        Network lines = Network.builder(Shape.of(1, 4, 5))
                .layers(line, Map.of("c.weight", weight))
                .build();

        assertThat(OnnxFile.decode(model.bytes()).summary()).isEqualTo(lines.summary());
    }

    private static OnnxModel one(String operator, OnnxModel.Settings settings) {
        return new OnnxModel(13)
                .input("in", 1, 2, 8, 8)
                .output("out", 1, 2)
                .node(operator, "it", List.of("in"), "out", settings);
    }

    private static void assertOnnxRefused(OnnxModel model, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxFile.decode(model.bytes()))
                .withMessageContaining(why);
    }

    @Test
    void onnxConstantsMayBeNodes() {
        OnnxModel model = new OnnxModel(11)
                .input("in", 1, 2)
                .output("out", 1, 3)
                .node(
                        "Constant",
                        "k",
                        List.of(),
                        "w",
                        OnnxModel.settings().tensor("value", List.of(2, 3), 1, 2, 3, 4, 5, 6))
                .node("Identity", "same", List.of("w"), "v")
                .node("MatMul", "m", List.of("in", "v"), "out");
        Network network = OnnxFile.decode(model.bytes());

        assertThat(network.forward(new float[] {1, 10}, network.workspace())).containsExactly(41, 52, 63);
    }
}
