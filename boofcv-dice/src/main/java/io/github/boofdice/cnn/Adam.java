package io.github.boofdice.cnn;

import java.util.List;

/**
 * Steps down the gradient, each parameter at a pace of its own: D. P. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, arXiv:1412.6980; with weights that decay apart from it, as I. Loshchilov and F. Hutter
 * have it, Decoupled Weight Decay Regularization, arXiv:1711.05101.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Parameter> parameters;
    private final double decay;
    private final float[][] means;
    private final float[][] squares;
    private int steps;

    Adam(List<Parameter> parameters, double decay) {
        this.parameters = List.copyOf(parameters);
        this.decay = decay;
        means = new float[parameters.size()][];
        squares = new float[parameters.size()][];
        for (int p = 0; p < means.length; p++) {
            means[p] = new float[parameters.get(p).values().length];
            squares[p] = new float[means[p].length];
        }
    }

    /**
     * Changes all parameters.
     *
     * @param gradients one array a parameter
     * @return whether all are finite after that
     */
    boolean step(float[][] gradients, double rate) {
        steps++;
        double pace = rate / (1 - StrictMath.pow(BETA1, steps));
        double correction = 1 / (1 - StrictMath.pow(BETA2, steps));
        boolean finite = true;
        for (int p = 0; p < gradients.length; p++) {
            double kept = parameters.get(p).decays() ? 1 - rate * decay : 1;
            finite &= step(parameters.get(p).values(), gradients[p], means[p], squares[p], kept, pace, correction);
        }
        return finite;
    }

    private static boolean step(
            float[] values,
            float[] gradient,
            float[] means,
            float[] squares,
            double kept,
            double pace,
            double correction) {
        boolean finite = true;
        for (int i = 0; i < values.length; i++) {
            double g = gradient[i];
            double mean = means[i] + (1 - BETA1) * (g - means[i]);
            double square = squares[i] + (1 - BETA2) * (g * g - squares[i]);
            means[i] = (float) mean;
            squares[i] = (float) square;
            values[i] = (float) (values[i] * kept - pace * mean / (Math.sqrt(square * correction) + EPSILON));
            finite &= Float.isFinite(values[i]);
        }
        return finite;
    }
}
