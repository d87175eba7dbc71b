package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many pictures does one inspector judge in a second when several threads call it: so many of a pool, a parallel stream, a virtual thread a picture?
 *
 * <p>Drawn dice at any angle, 128 x 128, in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CallersBenchmark {
    private static final int PICTURES = 240;
    private static final long SEED = 9_000_000;
    private static final String STREAM = "stream";
    private static final String VIRTUAL = "virtual";

    /** Threads of a pool; or a parallel stream; or, where asked for with {@code -p callers=virtual}, a virtual thread a picture: older JDKs have none. */
    @Param({"1", "2", "4", "8", STREAM})
    public String callers = "1";

    private final DiceInspector inspector = DrawnDice.six().inspector();
    private final List<GrayF32> pictures = new ArrayList<>();
    private final List<Callable<Inspection>> calls = new ArrayList<>();
    private ExecutorService threads;

    /** Draws the pictures and starts the threads. */
    @Setup
    public void open() throws ReflectiveOperationException {
        if (callers.equals(VIRTUAL) && Runtime.version().feature() < 21) {
            throw new IllegalStateException("virtual threads need JDK 21 or later, but this is " + Runtime.version());
        }
        for (int i = 0; i < PICTURES; i++) {
            GrayF32 picture = DrawnDice.draw(Scenes.turned(SEED + i, Face.values()[i % Face.values().length]));
            pictures.add(picture);
            calls.add(() -> inspector.inspect(picture));
        }
        threads = switch (callers) {
            case STREAM -> ForkJoinPool.commonPool();
            // By its name: this is compiled for Java 17.
            case VIRTUAL ->
                (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
            default -> Executors.newFixedThreadPool(Integer.parseInt(callers));
        };
    }

    /** Ends the threads; those of parallel streams belong to the JVM, and stay. */
    @TearDown
    public void close() {
        threads.shutdown();
    }

    /** {@return what was found in all pictures} */
    @Benchmark
    @OperationsPerInvocation(PICTURES)
    public List<Inspection> inspect() throws InterruptedException, ExecutionException {
        if (callers.equals(STREAM)) {
            return pictures.parallelStream().map(inspector::inspect).toList();
        }
        List<Inspection> found = new ArrayList<>();
        for (Future<Inspection> one : threads.invokeAll(calls)) {
            found.add(one.get());
        }
        return found;
    }
}
