package io.github.boofdice.cnn;

import io.github.boofdice.kernel.RowLoops;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Weights to begin a training with: normally distributed, so that values keep their spread from layer to layer where a ReLU follows; K. He et al., Delving Deep into Rectifiers, arXiv:1502.01852. Biases are 0.
 */
final class RandomWeights {
    /** Its sequence is laid down for all JDKs. */
    private final Random random;

    RandomWeights(long seed) {
        random = new Random(seed);
    }

    /** Puts the tensors of a convolution, under the names that its line means. */
    void putConvolution(
            String name, int outputs, int inputsOfGroup, int height, int width, Map<String, Tensor> tensors) {
        putWeight(name, List.of(outputs, inputsOfGroup, height, width), tensors);
    }

    void putDense(String name, int outputs, int inputs, Map<String, Tensor> tensors) {
        putWeight(name, List.of(outputs, inputs), tensors);
    }

    void putNorm(String name, int channels, Map<String, Tensor> tensors) {
        List<Integer> sizes = List.of(channels);
        float[] ones = new float[channels];
        RowLoops.plus(ones, 1, channels);
        tensors.put(name + ".weight", Tensor.of(sizes, ones));
        tensors.put(name + ".bias", Tensor.of(sizes, new float[channels]));
        tensors.put(name + ".running_mean", Tensor.of(sizes, new float[channels]));
        tensors.put(name + ".running_var", Tensor.of(sizes, ones));
    }

    private void putWeight(String name, List<Integer> sizes, Map<String, Tensor> tensors) {
        long count = 1;
        for (int size : sizes) {
            if (size < 1 || count * size > Shape.MOST_VALUES) {
                throw new IllegalArgumentException("sizes of weight must be at least 1 and make at most "
                        + Shape.MOST_VALUES + " values but are " + sizes);
            }
            count *= size;
        }
        float[] values = new float[(int) count];
        double deviation = Math.sqrt(2.0 * sizes.get(0) / count);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        tensors.put(name + ".weight", Tensor.wrap(sizes, values));
        tensors.put(name + ".bias", Tensor.of(sizes.subList(0, 1), new float[sizes.get(0)]));
    }
}
