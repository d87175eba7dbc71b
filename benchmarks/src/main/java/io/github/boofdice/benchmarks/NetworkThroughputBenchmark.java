package io.github.boofdice.benchmarks;

import ai.onnxruntime.OrtException;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.OnnxFile;
import io.github.boofdice.cnn.Workspace;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many forward passes of the seed project's network are there in a second on two cores: of two callers of one network, each with a workspace, beside ONNX Runtime, which may
 * share each pass among two threads, or serve two callers as ours does?
 *
 * <p>That both give the same, {@link NetworkBenchmark} makes sure of.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class NetworkThroughputBenchmark {
    private static final long SEED = 3_000_000;

    /** What the callers share. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final float[] picture = NetworkBenchmark.values(DrawnDice.draw(Scenes.turned(SEED, Face.values()[0])));
        private Network network;
        private OnnxRuntimePeer twoThreads;

        /** Opens the network twice. */
        @Setup
        public void open() throws IOException, OrtException {
            Path file = SeedArchitecture.write();
            try {
                network = OnnxFile.read(file);
                twoThreads = new OnnxRuntimePeer(file, 2);
            } finally {
                Files.delete(file);
            }
        }

        /** Gives back what the peer holds. */
        @TearDown(Level.Trial)
        public void close() throws OrtException {
            twoThreads.close();
        }
    }

    /** What each caller has for itself. */
    @State(Scope.Thread)
    public static class Caller {
        private Workspace workspace;
        private OnnxRuntimePeer peer;

        /** Opens the peer once more. */
        @Setup
        public void open(Shared shared) throws IOException, OrtException {
            workspace = shared.network.workspace();
            Path file = SeedArchitecture.write();
            try {
                peer = new OnnxRuntimePeer(file, 1);
            } finally {
                Files.delete(file);
            }
        }

        /** Gives back what the peer holds. */
        @TearDown(Level.Trial)
        public void close() throws OrtException {
            peer.close();
        }
    }

    /** {@return the logits} */
    @Benchmark
    @Threads(2)
    public float[] ours(Shared shared, Caller caller) {
        return shared.network.forward(shared.picture, caller.workspace);
    }

    /** {@return the logits} */
    @Benchmark
    @Threads(1)
    public FloatBuffer onnxRuntimeTwoThreads(Shared shared) throws OrtException {
        return shared.twoThreads.forward(shared.picture);
    }

    /** {@return the logits} */
    @Benchmark
    @Threads(2)
    public FloatBuffer onnxRuntimeTwoCallers(Shared shared, Caller caller) throws OrtException {
        return caller.peer.forward(shared.picture);
    }
}
