package io.github.boofdice.cnn;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an ONNX file says: nodes in the order in which they are computed, constants by name, and what enters and leaves.
 *
 * @param inputs sizes by name, the batch's first; -1 where a size is left open
 * @param opset version of ONNX's own operators
 */
record OnnxGraph(
        List<OnnxNode> nodes,
        Map<String, Tensor> constants,
        Map<String, List<Long>> inputs,
        List<String> outputs,
        long opset) {

    /** ModelProto of onnx.proto. */
    static OnnxGraph read(byte[] bytes) {
        OnnxGraph graph =
                new OnnxGraph(new ArrayList<>(), new HashMap<>(), new LinkedHashMap<>(), new ArrayList<>(), 0);
        long opset = 0;
        boolean found = false;
        ProtoReader in = new ProtoReader(ByteBuffer.wrap(bytes));
        while (in.next()) {
            if (in.field() == 7) {
                if (found) {
                    throw new IllegalArgumentException("two graphs");
                }
                found = true;
                graph.readGraph(in.message());
            } else if (in.field() == 8) {
                opset = Math.max(opset, opset(in.message()));
            }
        }
        if (!found) {
            throw new IllegalArgumentException("not an ONNX model: no graph");
        }
        graph.constants.keySet().forEach(graph.inputs::remove);
        return new OnnxGraph(graph.nodes, graph.constants, graph.inputs, graph.outputs, opset);
    }

    /** OperatorSetIdProto; 0 for operators that are not ONNX's own. */
    private static long opset(ProtoReader in) {
        String domain = "";
        long version = 0;
        while (in.next()) {
            if (in.field() == 1) {
                domain = in.text();
            } else if (in.field() == 2) {
                version = in.number();
            }
        }
        return domain.isEmpty() || domain.equals("ai.onnx") ? version : 0;
    }

    /** GraphProto. */
    private void readGraph(ProtoReader in) {
        while (in.next()) {
            switch (in.field()) {
                case 1 -> nodes.add(OnnxNode.read(in.message()));
                case 5 -> {
                    OnnxTensors.Named constant = OnnxTensors.read(in.message());
                    constants.put(constant.name(), constant.tensor());
                }
                case 11 -> readValue(in.message(), true);
                case 12 -> readValue(in.message(), false);
                default -> {
                    // Its name, descriptions, shapes in between.
                }
            }
        }
    }

    /** ValueInfoProto. */
    private void readValue(ProtoReader in, boolean input) {
        String name = "";
        List<Long> sizes = new ArrayList<>();
        while (in.next()) {
            if (in.field() == 1) {
                name = in.text();
            } else if (in.field() == 2) {
                readType(in.message(), sizes);
            }
        }
        if (input) {
            inputs.put(name, sizes);
        } else {
            outputs.add(name);
        }
    }

    /** TypeProto, its Tensor and TensorShapeProto. */
    private static void readType(ProtoReader type, List<Long> sizes) {
        while (type.next()) {
            if (type.field() == 1) {
                ProtoReader tensor = type.message();
                while (tensor.next()) {
                    if (tensor.field() == 2) {
                        readSizes(tensor.message(), sizes);
                    }
                }
            }
        }
    }

    private static void readSizes(ProtoReader shape, List<Long> sizes) {
        while (shape.next()) {
            if (shape.field() == 1) {
                long size = -1;
                ProtoReader dimension = shape.message();
                while (dimension.next()) {
                    if (dimension.field() == 1) {
                        size = dimension.number();
                    }
                }
                sizes.add(size);
            }
        }
    }
}
