package io.github.boofdice.benchmarks;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.Shape;
import io.github.boofdice.cnn.Trainer;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.cnn.TrainingPlan;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does training take for one example, forward and back, in a small network that finds places (2 x 104 x 104 values, 23 million multiply-adds), batches of 32? The examples are there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
public class TrainingBenchmark {
    private static final Shape INPUT = Shape.of(2, 104, 104);
    private static final int STEPS = 8;
    private static final int BATCH = 32;
    private static final String LAYERS = """
            convolution a outputs 8 kernel 3 padding 1
            relu ra
            convolution b outputs 16 kernel 3 padding 1
            relu rb
            maxpool mb kernel 2
            convolution c outputs 16 kernel 3 padding 1
            relu rc
            maxpool mc kernel 2
            convolution d outputs 32 kernel 3 padding 1
            relu rd
            convolution e outputs 2 kernel 1
            """;

    /** How many compute. */
    @Param({"1", "2"})
    public int threads;

    private final float[][] pictures = new float[BATCH][INPUT.size()];
    private Network network;

    /** Draws grain, and weights. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (float[] picture : pictures) {
            for (int i = 0; i < picture.length; i++) {
                picture[i] = (float) random.nextDouble();
            }
        }
        network = Network.builder(INPUT).layers(LAYERS, 1).build();
    }

    /** {@return the network after some steps} */
    @Benchmark
    @OperationsPerInvocation(STEPS * BATCH)
    public Network example() throws InterruptedException {
        TrainingExamples examples = (number, values, classes) -> {
            System.arraycopy(pictures[(int) (number % BATCH)], 0, values, 0, values.length);
            classes[(int) (number % classes.length)] = 1;
        };
        TrainingPlan plan = TrainingPlan.builder()
                .steps(STEPS)
                .batchSize(BATCH)
                .threads(threads)
                .build();
        return Trainer.train(network, examples, plan, progress -> {});
    }
}
