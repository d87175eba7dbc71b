package io.github.boofdice.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A network in ONNX Runtime: all its optimisations, input and output in memory of its own that is set aside once. */
final class OnnxRuntimePeer implements AutoCloseable {
    private final OrtSession session;
    private final OnnxTensor input;
    private final OnnxTensor output;
    private final FloatBuffer inputValues;
    private final FloatBuffer outputValues;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    /** @param threads that share the work of one pass */
    OnnxRuntimePeer(Path model, int threads) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(model.toString(), options);
        }
        int side = SeedArchitecture.SIDE;
        inputValues = direct(side * side);
        outputValues = direct(2);
        input = OnnxTensor.createTensor(environment, inputValues, new long[] {1, 1, side, side});
        output = OnnxTensor.createTensor(environment, outputValues, new long[] {1, 2});
        inputs = Map.of(SeedArchitecture.INPUT, input);
        outputs = Map.of(SeedArchitecture.OUTPUT, output);
    }

    private static FloatBuffer direct(int count) {
        return ByteBuffer.allocateDirect(Float.BYTES * count)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Computes; what comes back is overwritten by the next call. */
    FloatBuffer forward(float[] values) throws OrtException {
        inputValues.put(0, values);
        session.run(inputs, Set.of(), outputs).close();
        return outputValues;
    }

    @Override
    public void close() throws OrtException {
        input.close();
        output.close();
        session.close();
    }
}
