package io.github.boofdice.cnn;

import io.github.boofdice.testdata.OnnxModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small networks with every kind of layer, and their files. */
final class MadeUpNetworks {
    private static final String LINES = """
            convolution c padding 1
            batchnorm n
            leakyrelu l slope 0.2
            maxpool m kernel 2
            convolution g stride 2 1 padding 0 1 1 0 groups 2
            sigmoid s
            avgpool a kernel 2 stride 1 padding 1 countpadding 0
            convolution w padding 1
            maxpool x kernel 2
            relu r
            globalavgpool p
            flatten f
            dense d
            softmax o
            """;

    private MadeUpNetworks() {}

    /** Of 2 x 14 x 11 values. */
    static Network everyKind() {
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("c.weight", SixLoops.random(1, 4, 2, 3, 3));
        tensors.put("n.running_mean", SixLoops.random(2, 4));
        tensors.put("n.running_var", Tensor.of(List.of(4), 1, 0.5f, 2, 3));
        tensors.put("n.weight", SixLoops.random(3, 4));
        tensors.put("g.weight", SixLoops.random(4, 6, 2, 2, 3));
        tensors.put("g.bias", SixLoops.random(5, 6));
        tensors.put("w.weight", SixLoops.random(6, 5, 6, 3, 3));
        tensors.put("w.bias", SixLoops.random(7, 5));
        tensors.put("d.weight", SixLoops.random(8, 3, 5));
        tensors.put("d.bias", SixLoops.random(9, 3));
        return Network.builder(Shape.of(2, 14, 11)).layers(LINES, tensors).build();
    }

    static float[] input(long seed) {
        return SixLoops.randoms(seed, 2 * 14 * 11);
    }

    /** Of 2 x 9 x 7 values, with every operator that is read. */
    static OnnxModel everyOperator() {
        return new OnnxModel(13)
                .input("in", -1, 2, 9, 7)
                .output("out", -1, 3)
                .constant("cw", List.of(4, 2, 3, 3), SixLoops.randoms(1, 72))
                .constant("n1", List.of(4), SixLoops.randoms(2, 4))
                .constant("n2", List.of(4), 1, 2, 3, 4)
                .constant("dw", List.of(4, 5), SixLoops.randoms(3, 20))
                .constant("db", List.of(5), SixLoops.randoms(4, 5))
                .constant("ew", List.of(3, 5), SixLoops.randoms(5, 15))
                .wholes("flat", 0, -1)
                .node(
                        "Conv",
                        "c",
                        List.of("in", "cw"),
                        "v1",
                        OnnxModel.settings().text("auto_pad", "SAME_UPPER").wholes("strides", 2, 1))
                .node("BatchNormalization", "n", List.of("v1", "n1", "n1", "n1", "n2"), "v2")
                .node(
                        "LeakyRelu",
                        "l",
                        List.of("v2"),
                        "v3",
                        OnnxModel.settings().real("alpha", 0.3f))
                .node("Dropout", "o", List.of("v3"), "v4")
                .node(
                        "MaxPool",
                        "m",
                        List.of("v4"),
                        "v5",
                        OnnxModel.settings().wholes("kernel_shape", 2, 3).wholes("pads", 1, 0, 0, 1))
                .node(
                        "AveragePool",
                        "a",
                        List.of("v5"),
                        "v6",
                        OnnxModel.settings().wholes("kernel_shape", 2, 2).wholes("pads", 0, 0, 1, 1))
                .node("GlobalAveragePool", "g", List.of("v6"), "v7")
                .node("Identity", "i", List.of("v7"), "v8")
                .node("Reshape", "r", List.of("v8", "flat"), "v9")
                .node("MatMul", "p", List.of("v9", "dw"), "v10")
                .node("Add", "q", List.of("db", "v10"), "v11")
                .node("Relu", "u", List.of("v11"), "v12")
                .node(
                        "Gemm",
                        "d",
                        List.of("v12", "ew"),
                        "v13",
                        OnnxModel.settings().whole("transB", 1))
                .node("Sigmoid", "s", List.of("v13"), "v14")
                .node(
                        "Softmax",
                        "z",
                        List.of("v14"),
                        "out",
                        OnnxModel.settings().whole("axis", -1));
    }
}
