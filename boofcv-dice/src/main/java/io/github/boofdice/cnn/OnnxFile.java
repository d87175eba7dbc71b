package io.github.boofdice.cnn;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads networks from ONNX files: one chain of Conv, BatchNormalization, Relu, LeakyRelu, Sigmoid, MaxPool, AveragePool, GlobalAveragePool, Flatten, Reshape to a vector, Gemm, MatMul with
 * Add, and Softmax; Dropout and Identity pass. Anything else is refused with the operator's and the node's name.
 *
 * <p>The input's first size is the batch, which may be open; the others must be known. Layers are called as the nodes are.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/Networks.html">Tutorial: networks</a>
 */
public final class OnnxFile {
    private OnnxFile() {}

    /**
     * Reads a network.
     *
     * @param file an ONNX model with its weights inside, at most 512 MiB
     * @return the network
     * @throws NetworkFormatException if it is no such model, damaged, or not supported; the message says what and where
     * @throws IOException if it cannot be read
     */
    public static Network read(Path file) throws IOException {
        return WeightBytes.read(file, OnnxFile::decode);
    }

    /** @throws IllegalArgumentException that says what is wrong with the bytes */
    static Network decode(byte[] bytes) {
        return new OnnxLayers(OnnxGraph.read(bytes)).network();
    }
}
