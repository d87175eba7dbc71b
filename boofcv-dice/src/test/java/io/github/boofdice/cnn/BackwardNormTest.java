package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackwardNormTest {
    /** Of single precision, and of a difference where the function bends. */
    private static final double TOLERANCE = 5e-3;

    private static final float NEAR = 0.01f;

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void itsGradientsAreItsDifferences(
            @ForAll @IntRange(min = 2, max = 4) int batch,
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 2, max = 4) int height,
            @ForAll boolean weight,
            @ForAll boolean bias) {
        Shape shape = Shape.of(channels, height, 3);
        BackwardNorm norm = new BackwardNorm(
                new BatchNormalization(
                        "n",
                        weight ? SixLoops.random(1, channels) : null,
                        bias ? SixLoops.random(2, channels) : null,
                        zeros(channels),
                        ones(channels),
                        1e-5),
                shape,
                batch);
        int size = shape.size();
        float[] in = SixLoops.randoms(3, batch * size);
        float[] factors = SixLoops.randoms(4, batch * size);
        List<Parameter> parameters = norm.parameters();
        float[][] gradients =
                parameters.stream().map(p -> new float[p.values().length]).toArray(float[][]::new);

        loss(norm, in, factors, size, batch);
        for (int b = 0; b < batch; b++) {
            norm.collectGradient(b, part(factors, b, size));
        }
        norm.combineGradients(gradients);
        float[] inGradient = new float[in.length];
        for (int b = 0; b < batch; b++) {
            float[] one = new float[size];
            norm.backward(b, one);
            System.arraycopy(one, 0, inGradient, b * size, size);
        }

        Gradients.check("value", in, inGradient, () -> loss(norm, in, factors, size, batch), NEAR, TOLERANCE);
        for (int p = 0; p < gradients.length; p++) {
            Gradients.check(
                    "parameter " + p,
                    parameters.get(p).values(),
                    gradients[p],
                    () -> loss(norm, in, factors, size, batch),
                    NEAR,
                    TOLERANCE);
        }
    }

    private static double loss(BackwardNorm norm, float[] in, float[] factors, int size, int batch) {
        for (int b = 0; b < batch; b++) {
            norm.collect(b, part(in, b, size));
        }
        norm.combine();
        double sum = 0;
        float[] out = new float[size];
        for (int b = 0; b < batch; b++) {
            norm.apply(b, out);
            for (int i = 0; i < size; i++) {
                sum += (double) factors[b * size + i] * out[i];
            }
        }
        return sum;
    }

    private static float[] part(float[] values, int index, int size) {
        return Arrays.copyOfRange(values, index * size, (index + 1) * size);
    }

    /** One channel of 1, 2, 3, 6: mean 3, variance 3.5 over n and 14 / 3 over n - 1; a tenth of each batch goes into what is kept. */
    @Test
    void itDividesByTheBatchsDeviationAndKeepsRunningStatisticsAsPyTorchDoes() {
        BackwardNorm norm =
                new BackwardNorm(new BatchNormalization("n", null, null, zeros(1), ones(1), 0), Shape.of(1, 1, 2), 2);
        norm.collect(0, new float[] {1, 2});
        norm.collect(1, new float[] {3, 6});
        norm.combine();
        float[] out = new float[2];
        norm.apply(1, out);

        assertThat(out[0]).isCloseTo(0, within(1e-6f));
        assertThat(out[1]).isCloseTo((float) (3 / Math.sqrt(3.5)), within(1e-6f));
        BatchNormalization kept = (BatchNormalization) norm.layer();
        assertThat(kept.mean().raw()[0]).isCloseTo(0.3f, within(1e-6f));
        assertThat(kept.variance().raw()[0]).isCloseTo((float) (0.9 + 1.4 / 3), within(1e-6f));
    }

    @Test
    void aSingleValueHasNoDeviation() {
        assertThatThrownBy(() ->
                        new BackwardNorm(new BatchNormalization("n", null, null, zeros(3), ones(3), 0), Shape.of(3), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer n: batch norm takes a batch of 2 values a channel or more");
    }

    private static Tensor zeros(int count) {
        return Tensor.of(List.of(count), new float[count]);
    }

    private static Tensor ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return Tensor.of(List.of(count), ones);
    }
}
