package io.github.boofdice.benchmarks;

import ai.onnxruntime.OrtException;
import boofcv.struct.image.GrayF32;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does one forward pass of the seed project's network take (128 x 128 grey values, 42 million multiply-adds, 2.1 million parameters), beside ONNX Runtime, on one thread
 * each?
 *
 * <p>Both read the same ONNX file, with weights drawn from a seed, and get the same drawn dice in turn; both copy the values into memory of their own, and neither allocates any
 * for the result.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class NetworkBenchmark {
    private static final int PER_FACE = 4;
    private static final long SEED = 3_000_000;
    /** Of the largest logit. */
    private static final double SAME = 1e-4;

    private final float[][] pictures = new float[PER_FACE * Face.values().length][];
    private Network network;
    private Workspace workspace;
    private OnnxRuntimePeer peer;
    private int next;

    /** Draws the pictures, opens the network twice, and refuses to go on unless both give the same. */
    @Setup
    public void open() throws IOException, OrtException {
        Path file = SeedArchitecture.write();
        try {
            network = OnnxFile.read(file);
            peer = new OnnxRuntimePeer(file, 1);
        } finally {
            Files.delete(file);
        }
        workspace = network.workspace();
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = values(DrawnDice.draw(Scenes.turned(SEED + i, Face.values()[i / PER_FACE])));
        }
        if (!(largestDisagreement() <= SAME)) {
            throw new IllegalStateException("the two disagree by " + largestDisagreement() + " of the largest logit");
        }
    }

    /** Gives back what the peer holds. */
    @TearDown(Level.Trial)
    public void close() throws OrtException {
        peer.close();
    }

    /** Grey levels of 0..1. */
    static float[] values(GrayF32 picture) {
        float[] values = new float[picture.width * picture.height];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.get(i % picture.width, i / picture.width) / 255;
        }
        return values;
    }

    private float[] next() {
        next = (next + 1) % pictures.length;
        return pictures[next];
    }

    /** {@return the logits of the next of the pictures} */
    @Benchmark
    public float[] ours() {
        return network.forward(next(), workspace);
    }

    /** {@return the logits of the next of the pictures, from ONNX Runtime} */
    @Benchmark
    public FloatBuffer onnxRuntime() throws OrtException {
        return peer.forward(next());
    }

    /** The largest difference of a logit over all pictures, in parts of the largest logit; for the test. */
    double largestDisagreement() throws OrtException {
        double most = 0;
        double largest = 0;
        for (float[] picture : pictures) {
            float[] ours = network.forward(picture, workspace);
            FloatBuffer theirs = peer.forward(picture);
            for (int i = 0; i < ours.length; i++) {
                most = Math.max(most, Math.abs((double) ours[i] - theirs.get(i)));
                largest = Math.max(largest, Math.abs(theirs.get(i)));
            }
        }
        return most / largest;
    }
}
