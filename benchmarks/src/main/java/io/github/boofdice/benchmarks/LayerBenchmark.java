package io.github.boofdice.benchmarks;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Shape;
import io.github.boofdice.cnn.Workspace;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Where does a forward pass of the seed project's network spend its time?
 *
 * <p>Each step is a network of its own: a convolution with the activation and the maximum that the library computes along with it, or a dense layer. The whole runs beside ONNX Runtime in {@link NetworkBenchmark}; ONNX Runtime
 * joins layers in other ways, so that there is no fair peer for one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LayerBenchmark {
    /** What is computed at once, in the network's order. */
    public enum Step {
        CONVOLUTION_1(Shape.of(1, 128, 128), convolution(16)),
        CONVOLUTION_2(Shape.of(16, 64, 64), convolution(32)),
        CONVOLUTION_3(Shape.of(32, 32, 32), convolution(64)),
        DENSE_1(Shape.of(64 * 16 * 16), "dense d outputs 128\nrelu r"),
        DENSE_2(Shape.of(128), "dense d outputs 2");

        final Shape input;
        final String layers;

        Step(Shape input, String layers) {
            this.input = input;
            this.layers = layers;
        }

        private static String convolution(int outputs) {
            return "convolution c outputs " + outputs + " kernel 3 padding 1\nrelu r\nmaxpool m kernel 2";
        }
    }

    /** Which step. */
    @Param
    public Step step = Step.CONVOLUTION_1;

    private float[] values = {};
    private Network network;
    private Workspace workspace;

    /** Draws weights and values. */
    @Setup
    public void draw() {
        network = Network.builder(step.input).layers(step.layers, 1).build();
        workspace = network.workspace();
        values = new float[step.input.size()];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
    }

    /** {@return what enters the next step} */
    @Benchmark
    public float[] forward() {
        return network.forward(values, workspace);
    }

    Network network() {
        return network;
    }
}
