package io.github.boofdice.cnn;

import org.jspecify.annotations.Nullable;

/**
 * The loss that training brings down: for each cell {@code -w_c log softmax(x)_c} of its class c, with a weight w a class.
 *
 * @param output classes x height x width, a cell a place; or a vector of classes, which is one cell
 * @param weights one a class; none where all count alike
 */
record CrossEntropy(Shape output, float[] weights) {
    CrossEntropy {
        if (weights.length != 0 && weights.length != output.channels()) {
            throw new IllegalArgumentException("classWeights are " + weights.length + " but the network has "
                    + output.channels() + " classes: its output is " + output);
        }
        if (output.channels() < 2) {
            throw new IllegalArgumentException(
                    "a network must have 2 classes to be trained but its output is " + output);
        }
    }

    int cells() {
        return output.plane();
    }

    /** Refuses classes that the network does not have. */
    void check(int[] classes, long example) {
        for (int cell = 0; cell < classes.length; cell++) {
            if (classes[cell] < -1 || classes[cell] >= output.channels()) {
                throw new IllegalArgumentException("class must be -1.." + (output.channels() - 1) + " but is "
                        + classes[cell] + " in cell " + cell + " of example " + example);
            }
        }
    }

    /** How much the cells of one example count together. */
    double weight(int[] classes) {
        double sum = 0;
        for (int one : classes) {
            sum += one < 0 ? 0 : weight(one);
        }
        return sum;
    }

    private double weight(int oneClass) {
        return weights.length == 0 ? 1 : weights[oneClass];
    }

    /**
     * The loss of one example, a sum over its cells.
     *
     * @param logits of the network's output, as many as it has or more
     * @param gradient where to put how that sum changes with each logit, if anybody wants it
     */
    double sum(float[] logits, int[] classes, float @Nullable [] gradient) {
        double sum = 0;
        for (int cell = 0; cell < cells(); cell++) {
            sum += cell(logits, cell, classes[cell], gradient);
        }
        return sum;
    }

    private double cell(float[] logits, int cell, int expected, float @Nullable [] gradient) {
        int cells = cells();
        double weight = expected < 0 ? 0 : weight(expected);
        if (weight == 0) {
            for (int i = cell; gradient != null && i < output.size(); i += cells) {
                gradient[i] = 0;
            }
            return 0;
        }
        float most = Float.NEGATIVE_INFINITY;
        for (int i = cell; i < output.size(); i += cells) {
            most = Math.max(most, logits[i]);
        }
        // Against the largest: no power is then too large for a number.
        double powers = 0;
        for (int i = cell; i < output.size(); i += cells) {
            powers += StrictMath.exp(logits[i] - most);
        }
        int right = cell + expected * cells;
        for (int i = cell; gradient != null && i < output.size(); i += cells) {
            double share = StrictMath.exp(logits[i] - most) / powers;
            gradient[i] = (float) (weight * (i == right ? share - 1 : share));
        }
        return weight * (StrictMath.log(powers) - (logits[right] - most));
    }
}
