package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The loss, alone and at the end of whole networks. */
class MiniBatchTest {
    /** Of single precision, and of a difference where the loss bends. */
    private static final double TOLERANCE = 1e-2;

    private static final float[] ALIKE = {};

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theLossHasItsDifferencesAsGradient(
            @ForAll @IntRange(min = 2, max = 5) int classes,
            @ForAll @IntRange(min = 1, max = 4) int width,
            @ForAll boolean vector,
            @ForAll boolean weighted) {
        Shape output = vector ? Shape.of(classes) : Shape.of(classes, 2, width);
        CrossEntropy loss = new CrossEntropy(output, weighted ? weights(classes) : ALIKE);
        float[] logits = SixLoops.randoms(1, output.size());
        int[] expected = classes(2, loss.cells(), classes);
        float[] gradient = new float[output.size()];
        loss.sum(logits, expected, gradient);

        Gradients.check("logit", logits, gradient, () -> loss.sum(logits, expected, null), 0.01f, 1e-3);
    }

    /** Three quarters against one, twice as heavy; and a cell that does not count. */
    @Test
    void theLossIsTheWeightedLogarithmOfTheRightClassesShare() {
        CrossEntropy loss = new CrossEntropy(Shape.of(2, 1, 3), new float[] {1, 2});
        float[] logits = {(float) Math.log(3), 0, 9, 0, 0, -9};
        float[] gradient = {7, 7, 7, 7, 7, 7};

        assertThat(loss.sum(logits, new int[] {1, 0, -1}, gradient))
                .isCloseTo(2 * Math.log(4) + Math.log(2), within(1e-6));
        assertThat(loss.weight(new int[] {1, 0, -1})).isEqualTo(3);
        assertThat(gradient).containsExactly(new float[] {1.5f, -0.5f, 0, -1.5f, 0.5f, 0}, within(1e-6f));
    }

    @Test
    void noPowerIsTooLargeForTheLoss() {
        CrossEntropy loss = new CrossEntropy(Shape.of(2), ALIKE);

        assertThat(loss.sum(new float[] {5000, 2000}, new int[] {1}, null)).isEqualTo(3000);
        assertThat(loss.sum(new float[] {Float.NaN, 1}, new int[] {1}, null)).isNaN();
    }

    /** Smooth ones: where a function has an edge, a difference over some distance is not its gradient. */
    @Test
    void aNetworksGradientIsItsDifferencesThroughAllLayers() throws InterruptedException {
        check(Shape.of(2, 9, 8), """
                convolution a outputs 3 kernel 3 padding 1
                batchnorm n
                sigmoid r
                avgpool p kernel 2
                convolution b outputs 4 kernel 3 stride 1 2 padding 1
                batchnorm m
                batchnorm o
                sigmoid s
                convolution c outputs 3 kernel 1
                """);
        check(Shape.of(2, 6, 5), """
                batchnorm n
                convolution a outputs 6 kernel 3 padding 1
                sigmoid r
                convolution b outputs 6 kernel 3 groups 2
                globalavgpool g
                flatten f
                dense d outputs 4
                softmax t
                dense e outputs 3
                batchnorm m
                softmax s
                """);
    }

    /** Nobody needs the gradient of what enters the first layer that learns. */
    @Test
    void layersBeforeTheFirstThatLearnsChangeNothingInThat() throws InterruptedException {
        check(Shape.of(2, 6, 4), """
                avgpool p kernel 2
                sigmoid s
                flatten f
                dense d outputs 4
                batchnorm n
                sigmoid r
                dense e outputs 3
                """);
    }

    private static void check(Shape input, String lines) throws InterruptedException {
        Network network = Network.builder(input).layers(lines, 3).build();
        int size = 5;
        TrainedLayers layers = new TrainedLayers(network, size);
        CrossEntropy loss = new CrossEntropy(layers.output(), weights(3));
        TrainingExamples examples = (number, values, classes) -> {
            System.arraycopy(SixLoops.randoms(number, values.length), 0, values, 0, values.length);
            System.arraycopy(classes(number, classes.length, 3), 0, classes, 0, classes.length);
        };
        try (Workers workers = new Workers(1)) {
            MiniBatch batch = new MiniBatch(layers, loss, examples, size, workers);
            batch.compute(40);
            List<Parameter> parameters = layers.parameters();
            float[][] gradients = batch.gradients();
            for (int p = 0; p < gradients.length; p++) {
                float[] values = parameters.get(p).values();
                Gradients.check(
                        "parameter " + p, values, gradients[p].clone(), () -> loss(layers, batch), 0.02f, TOLERANCE);
            }
        }
    }

    private static double loss(TrainedLayers layers, MiniBatch batch) {
        layers.weightsChanged();
        try {
            return batch.compute(40);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] weights(int classes) {
        float[] weights = SixLoops.randoms(5, classes);
        for (int i = 0; i < classes; i++) {
            weights[i] = 1.1f + weights[i];
        }
        return weights;
    }

    /** Some of them -1. */
    private static int[] classes(long seed, int cells, int classes) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] all = random.ints(cells, -1, classes).toArray();
        all[0] = Math.max(0, all[0]);
        return all;
    }
}
