package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every layer by itself against its definition, over shapes. */
class LayersTest {
    /** Of single precision, in units of the sum of all that is added up, for sums of a few hundred terms. */
    private static final double ROUNDING = 1e-6;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aConvolutionIsItsSixLoops(
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll @IntRange(min = 1, max = 6) int inputs,
            @ForAll @IntRange(min = 1, max = 5) int outputs,
            @ForAll @IntRange(min = 1, max = 5) int kernelY,
            @ForAll @IntRange(min = 1, max = 5) int kernelX,
            @ForAll @IntRange(min = 1, max = 3) int strideY,
            @ForAll @IntRange(min = 1, max = 3) int strideX,
            @ForAll @IntRange(max = 80) int paddings,
            @ForAll @IntRange(min = 5, max = 24) int height,
            @ForAll @IntRange(min = 5, max = 40) int width,
            @ForAll boolean bias) {
        Window window = new Window(
                kernelY, kernelX, strideY, strideX, paddings % 3, paddings / 3 % 3, paddings / 9 % 3, paddings / 27);
        checkConvolution(groups, inputs, outputs, window, Shape.of(groups * inputs, height, width), bias);
    }

    /** The kernel that most networks have, and that is computed in another way. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aConvolutionOfThreeByThreeIsItsSixLoops(
            @ForAll @IntRange(min = 1, max = 9) int inputs,
            @ForAll @IntRange(min = 1, max = 5) int outputs,
            @ForAll @IntRange(max = 80) int paddings,
            @ForAll @IntRange(min = 3, max = 40) int height,
            @ForAll @IntRange(min = 3, max = 70) int width,
            @ForAll boolean bias) {
        Window window = new Window(3, 3, 1, 1, paddings % 3, paddings / 3 % 3, paddings / 9 % 3, paddings / 27);
        checkConvolution(1, inputs, outputs, window, Shape.of(inputs, height, width), bias);
    }

    private static void checkConvolution(
            int groups, int inputs, int outputs, Window window, Shape input, boolean bias) {
        Tensor weight = SixLoops.random(1, groups * outputs, inputs, window.height(), window.width());
        Tensor biases = bias ? SixLoops.random(2, groups * outputs) : null;
        Convolution layer = new Convolution("c", weight, biases, window, groups);
        float[] in = SixLoops.randoms(3, input.size());

        assertClose(
                SixLoops.compute(layer, input, in),
                SixLoops.convolution(layer, input, in),
                ROUNDING * inputs * window.area());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aPoolIsItsSixLoops(
            @ForAll boolean maximum,
            @ForAll boolean countPadding,
            @ForAll @IntRange(min = 1, max = 4) int kernelY,
            @ForAll @IntRange(min = 1, max = 4) int kernelX,
            @ForAll @IntRange(min = 1, max = 3) int strideY,
            @ForAll @IntRange(min = 1, max = 3) int strideX,
            @ForAll @IntRange(max = 15) int paddings,
            @ForAll @IntRange(min = 4, max = 14) int height,
            @ForAll @IntRange(min = 4, max = 14) int width) {
        Window window = new Window(
                kernelY,
                kernelX,
                strideY,
                strideX,
                paddings % 2 * (kernelY - 1),
                paddings / 2 % 2 * (kernelX - 1),
                paddings / 4 % 2 * (kernelY - 1),
                paddings / 8 * (kernelX - 1));
        Pool layer = new Pool("p", window, maximum, countPadding);
        Shape input = Shape.of(2, height, width);
        float[] in = SixLoops.randoms(4, input.size());

        assertClose(SixLoops.compute(layer, input, in), SixLoops.pool(layer, input, in), ROUNDING);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aDenseLayerIsItsTwoLoops(
            @ForAll @IntRange(min = 1, max = 3000) int inputs,
            @ForAll @IntRange(min = 1, max = 9) int outputs,
            @ForAll boolean bias) {
        Tensor biases = bias ? SixLoops.random(2, outputs) : null;
        Dense layer = new Dense("d", SixLoops.random(1, outputs, inputs), biases);
        float[] in = SixLoops.randoms(3, inputs);

        assertClose(
                SixLoops.compute(layer, Shape.of(inputs), in),
                SixLoops.dense(layer, in),
                ROUNDING * Math.sqrt(inputs) + ROUNDING);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void weightsLaidOutInAnotherOrderGiveTheSameBits(
            @ForAll @IntRange(min = 1025, max = 5000) int inputs, @ForAll @IntRange(min = 1, max = 9) int outputs) {
        Dense layer = new Dense("d", SixLoops.random(1, outputs, inputs), SixLoops.random(2, outputs));
        float[] in = SixLoops.randoms(3, inputs);
        float[] streamed = new float[outputs];
        float[] pieces = new float[outputs];
        new StreamedDenseStep(layer, null).open(in, streamed).run();
        new DenseStep(layer, null).open(in, pieces).run();

        assertThat(streamed).containsExactly(pieces);
    }

    @Test
    void functionsAreTheirFormulas() {
        float[] in = {-2, -0.5f, 0, 0.5f, 90};
        Shape shape = Shape.of(in.length);

        assertThat(SixLoops.compute(new Activation("a", Activation.Function.RELU, 0), shape, in))
                .containsExactly(0, 0, 0, 0.5f, 90);
        assertThat(SixLoops.compute(new Activation("a", Activation.Function.LEAKY_RELU, 0.5f), shape, in))
                .containsExactly(-1, -0.25f, 0, 0.5f, 90);
        assertThat(SixLoops.compute(new Activation("a", Activation.Function.SIGMOID, 0), shape, in))
                .containsExactly(
                        (float) (1 / (1 + Math.exp(2))),
                        (float) (1 / (1 + Math.exp(0.5))),
                        0.5f,
                        (float) (1 / (1 + Math.exp(-0.5))),
                        1);
    }

    @Test
    void softmaxSharesOutOneWhateverIsAddedToAll() {
        float[] shares = SixLoops.compute(new Softmax("s"), Shape.of(3), new float[] {0, 1, 2});
        double sum = 1 + Math.E + Math.E * Math.E;

        assertThat(shares[1]).isCloseTo((float) (Math.E / sum), within(1e-7f));
        assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-6f));
        assertThat(SixLoops.compute(new Softmax("s"), Shape.of(3), new float[] {1000, 1001, 1002}))
                .containsExactly(shares);
    }

    @Test
    void aGlobalPoolIsTheMeanOfEachPlane() {
        assertThat(SixLoops.compute(new GlobalAveragePool("g"), Shape.of(2, 1, 3), new float[] {1, 2, 6, -1, 0, 1}))
                .containsExactly(3, 0);
    }

    @Test
    void batchNormScalesAndShiftsEachChannel() {
        BatchNormalization norm =
                new BatchNormalization("b", vector(2, 1), vector(10, 0), vector(1, 5), vector(4, 0.25f), 0);

        assertThat(SixLoops.compute(norm, Shape.of(2, 1, 2), new float[] {1, 3, 5, 6}))
                .containsExactly(10, 12, 0, 2);
        assertThat(SixLoops.compute(
                        new BatchNormalization("b", null, null, vector(1, 5), vector(4, 0.25f), 0),
                        Shape.of(2),
                        new float[] {3, 6}))
                .containsExactly(1, 2);
    }

    private static Tensor vector(float... values) {
        return Tensor.of(List.of(values.length), values);
    }

    static void assertClose(float[] found, double[] expected, double most) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            if (!(Math.abs(found[i] - expected[i]) <= most)) {
                throw new AssertionError("place " + i + " is " + found[i] + " but should be " + expected[i]);
            }
        }
    }
}
