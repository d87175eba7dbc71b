package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every layer's backward pass against differences of its forward pass, over shapes. */
class BackwardTest {
    /** Of single precision, where a layer is linear in each number: then a difference over any distance is exact but for rounding. */
    private static final double ROUNDING = 2e-4;

    private static final float FAR = 0.5f;

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aConvolutionsGradientsAreItsDifferences(
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll @IntRange(min = 1, max = 3) int inputs,
            @ForAll @IntRange(min = 1, max = 3) int outputs,
            @ForAll @IntRange(min = 1, max = 4) int kernelY,
            @ForAll @IntRange(min = 1, max = 4) int kernelX,
            @ForAll @IntRange(min = 1, max = 3) int strideY,
            @ForAll @IntRange(min = 1, max = 3) int strideX,
            @ForAll @IntRange(max = 80) int paddings,
            @ForAll @IntRange(min = 4, max = 9) int height,
            @ForAll @IntRange(min = 4, max = 9) int width,
            @ForAll boolean bias) {
        Window window = new Window(
                kernelY, kernelX, strideY, strideX, paddings % 3, paddings / 3 % 3, paddings / 9 % 3, paddings / 27);
        checkConvolution(groups, inputs, outputs, window, Shape.of(groups * inputs, height, width), bias);
    }

    /** The kernels that most networks have, and that are computed in another way. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aConvolutionsGradientsOfThreeByThreeAndOneByOneAreItsDifferences(
            @ForAll @IntRange(min = 1, max = 4) int inputs,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll boolean one,
            @ForAll @IntRange(max = 80) int paddings,
            @ForAll @IntRange(min = 3, max = 12) int height,
            @ForAll @IntRange(min = 3, max = 20) int width,
            @ForAll boolean bias) {
        Window window = one
                ? Window.of(1, 1, 1, 1, 0, 0)
                : new Window(3, 3, 1, 1, paddings % 3, paddings / 3 % 3, paddings / 9 % 3, paddings / 27);
        checkConvolution(1, inputs, outputs, window, Shape.of(inputs, height, width), bias);
    }

    private static void checkConvolution(
            int groups, int inputs, int outputs, Window window, Shape input, boolean bias) {
        Tensor weight = SixLoops.random(1, groups * outputs, inputs, window.height(), window.width());
        Tensor biases = bias ? SixLoops.random(2, groups * outputs) : null;
        Convolution layer = new Convolution("c", weight, biases, window, groups);

        checkLinear(new BackwardConvolution(layer, input), input);
    }

    /** Which of the two is taken depends on the size of the kernel alone. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void bothWaysToTheGradientsOfWeightsAgree(
            @ForAll @IntRange(min = 1, max = 9) int inputs,
            @ForAll @IntRange(min = 1, max = 5) int outputs,
            @ForAll @IntRange(min = 1, max = 4) int kernelY,
            @ForAll @IntRange(min = 1, max = 4) int kernelX,
            @ForAll @IntRange(min = 1, max = 3) int strideY,
            @ForAll @IntRange(min = 1, max = 3) int strideX,
            @ForAll @IntRange(max = 80) int paddings,
            @ForAll @IntRange(min = 4, max = 14) int height,
            @ForAll @IntRange(min = 4, max = 40) int width,
            @ForAll boolean bias) {
        Window window = new Window(
                kernelY, kernelX, strideY, strideX, paddings % 3, paddings / 3 % 3, paddings / 9 % 3, paddings / 27);
        Tensor weight = SixLoops.random(1, outputs, inputs, kernelY, kernelX);
        Convolution layer = new Convolution("c", weight, SixLoops.random(2, outputs), window, 1);
        Shape input = Shape.of(inputs, height, width);
        float[] in = SixLoops.randoms(3, input.size());
        float[] outGradient = SixLoops.randoms(4, layer.output(input).size());

        float[][] first = gradients(layer, new PatchWeightGradient(layer, input, in, outGradient), bias);
        float[][] second = gradients(layer, new KernelWeightGradient(layer, input, in, outGradient), bias);

        assertThat(second[0]).containsExactly(first[0], within(1e-4f));
        assertThat(second[1]).containsExactly(first[1], within(1e-4f));
        assertThat(second[1][0] != 0).isEqualTo(bias);
    }

    /** Of two examples: the second is added to the first. */
    private static float[][] gradients(Convolution layer, WeightGradient gradient, boolean bias) {
        float[] weights = new float[layer.weight().raw().length];
        float[] biases = new float[layer.outputs()];
        gradient.add(weights, bias ? biases : null);
        gradient.add(weights, bias ? biases : null);
        return new float[][] {weights, biases};
    }

    /** As many weights as most kernels have. */
    @Test
    void aLargeKernelsGradientsAreItsDifferences() {
        checkConvolution(1, 8, 3, Window.of(3, 3, 1, 1, 1, 1), Shape.of(8, 7, 9), true);
        checkConvolution(1, 4, 2, new Window(4, 5, 2, 3, 3, 0, 1, 2), Shape.of(4, 9, 11), false);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aDenseLayersGradientsAreItsDifferences(
            @ForAll @IntRange(min = 1, max = 90) int inputs,
            @ForAll @IntRange(min = 1, max = 6) int outputs,
            @ForAll boolean bias) {
        Tensor biases = bias ? SixLoops.random(2, outputs) : null;

        checkLinear(new BackwardDense(new Dense("d", SixLoops.random(1, outputs, inputs), biases)), Shape.of(inputs));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aPoolsGradientsAreItsDifferences(
            @ForAll boolean maximum,
            @ForAll boolean countPadding,
            @ForAll @IntRange(min = 1, max = 3) int kernelY,
            @ForAll @IntRange(min = 1, max = 3) int kernelX,
            @ForAll @IntRange(min = 1, max = 3) int strideY,
            @ForAll @IntRange(min = 1, max = 3) int strideX,
            @ForAll @IntRange(max = 15) int paddings,
            @ForAll @IntRange(min = 3, max = 8) int height,
            @ForAll @IntRange(min = 3, max = 8) int width) {
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

        // So near that no value overtakes another: then a maximum is linear too.
        Gradients.check(
                new BackwardPool(layer, input), input, layer.output(input), shuffled(input.size()), 0.25f, ROUNDING);
    }

    /** -n/2, ..., n/2, but never 0, in random order. */
    private static float[] shuffled(int count) {
        float[] values = new float[count];
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            values[i] = values[other];
            values[other] = i - count / 2 + 0.5f;
        }
        return values;
    }

    @Test
    void layersWithoutWeightsHaveTheirDifferencesAsGradients() {
        Shape planes = Shape.of(3, 2, 5);
        checkLinear(new BackwardGlobalAverage(new GlobalAveragePool("g"), planes), planes);
        checkLinear(new BackwardFlatten(new Flatten("f"), planes), planes);
    }

    @Test
    void functionsHaveTheirDifferencesAsGradients() {
        Shape shape = Shape.of(40);
        float[] apart = shuffled(shape.size());
        Activation relu = new Activation("r", Activation.Function.RELU, 0);
        Activation leaky = new Activation("l", Activation.Function.LEAKY_RELU, 0.2f);
        Activation sigmoid = new Activation("s", Activation.Function.SIGMOID, 0);
        float[] values = SixLoops.randoms(3, shape.size());

        Gradients.check(new BackwardActivation(relu, shape), shape, shape, apart, 0.25f, ROUNDING);
        Gradients.check(new BackwardActivation(leaky, shape), shape, shape, apart, 0.25f, ROUNDING);
        Gradients.check(new BackwardActivation(sigmoid, shape), shape, shape, values, 0.01f, 1e-3);
        Gradients.check(new BackwardSoftmax(new Softmax("s"), shape), shape, shape, values, 0.01f, 1e-3);
    }

    @Test
    void aReluPassesOnTheGradientOfTheSmallestNumberAndOfNoneBelow() {
        float[] in = {Float.MIN_VALUE, 0, -Float.MIN_VALUE, Float.MAX_VALUE};
        float[] inGradient = new float[4];
        BackwardPass pass = new BackwardActivation(new Activation("r", Activation.Function.RELU, 0), Shape.of(4))
                .open(in, new float[4], new float[] {2, 2, 2, 2}, inGradient);
        pass.forward();
        pass.backward(new float[0][]);

        assertThat(inGradient).containsExactly(2, 0, 0, 2);
    }

    private static void checkLinear(BackwardStep step, Shape input) {
        Shape output = step.layer().output(input);
        Gradients.check(step, input, output, SixLoops.randoms(3, input.size()), FAR, ROUNDING);
    }
}
