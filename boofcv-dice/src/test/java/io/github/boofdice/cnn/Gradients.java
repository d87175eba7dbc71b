package io.github.boofdice.cnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleSupplier;

/** How a loss changes with numbers, found by changing them: against what backward passes say. */
final class Gradients {
    private Gradients() {}

    /**
     * Holds a layer's backward pass to central differences of its forward pass, with the loss {@code sum_i r_i out_i} of random factors r.
     *
     * @param by how far each number is moved; any distance where the layer is linear in it
     * @param tolerance of a gradient, relative to the largest
     */
    static void check(BackwardStep step, Shape input, Shape output, float[] values, float by, double tolerance) {
        float[] in = values.clone();
        float[] out = new float[output.size()];
        float[] outGradient = SixLoops.randoms(99, output.size());
        float[] inGradient = new float[input.size()];
        BackwardPass pass = step.open(in, out, outGradient, inGradient);
        List<Parameter> parameters = step.parameters();
        float[][] gradients =
                parameters.stream().map(p -> new float[p.values().length]).toArray(float[][]::new);
        pass.forward();
        pass.backward(gradients);
        float[] first = inGradient.clone();
        // A second pass in the same memory: parameters' gradients add up, those of values do not.
        pass.forward();
        pass.backward(gradients);
        assertThat(inGradient).containsExactly(first);
        for (float[] gradient : gradients) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= 2;
            }
        }

        DoubleSupplier loss = () -> {
            step.weightsChanged();
            pass.forward();
            double sum = 0;
            for (int i = 0; i < out.length; i++) {
                sum += (double) outGradient[i] * out[i];
            }
            return sum;
        };
        check("value", in, first, loss, by, tolerance);
        for (int p = 0; p < gradients.length; p++) {
            check("parameter " + p, parameters.get(p).values(), gradients[p], loss, by, tolerance);
        }
        check(step, in, out, outGradient, gradients);
    }

    /** Where nobody needs the gradient of what enters, the parameters' are the same. */
    private static void check(BackwardStep step, float[] in, float[] out, float[] outGradient, float[][] gradients) {
        float[][] alone = new float[gradients.length][];
        for (int p = 0; p < alone.length; p++) {
            alone[p] = new float[gradients[p].length];
        }
        BackwardPass pass = step.open(in, out, outGradient, null);
        pass.forward();
        pass.backward(alone);
        assertThat(alone).isDeepEqualTo(gradients);
    }

    static void check(String what, float[] numbers, float[] gradient, DoubleSupplier loss, float by, double tolerance) {
        double before = loss.getAsDouble();
        double[] differences = new double[numbers.length];
        double most = 0;
        for (int i = 0; i < numbers.length; i++) {
            float kept = numbers[i];
            numbers[i] = kept + by;
            double upper = numbers[i];
            double above = loss.getAsDouble();
            numbers[i] = kept - by;
            differences[i] = (above - loss.getAsDouble()) / (upper - numbers[i]);
            numbers[i] = kept;
            most = Math.max(most, Math.abs(differences[i]));
        }
        // As it was: whatever keeps a number in another form has it back.
        assertThat(loss.getAsDouble()).isEqualTo(before);
        for (int i = 0; i < numbers.length; i++) {
            if (!(Math.abs(gradient[i] - differences[i]) <= tolerance * Math.max(most, 1e-3))) {
                throw new AssertionError("gradient of " + what + " " + i + " is " + gradient[i] + " but should be "
                        + differences[i] + " (the largest is " + most + ")");
            }
        }
    }
}
