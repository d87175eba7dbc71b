package io.github.boofdice.benchmarks;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * How long does learning take in a JVM that has learned nothing before, as one that is started to learn: the JIT compiler's time is part of it?
 *
 * <p>Drawn pictures of six faces, which are in memory; or, with {@code -Ddice.data=DIR} before {@code -jar} and {@code -p pictures=real} behind it, the folder {@code original/normal}, reading included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LearningBenchmark {
    private static final String REAL = "real";

    /** How many are drawn, or {@code real}. */
    @Param("72")
    public String pictures = "72";

    private final List<GoodPicture> drawn = new ArrayList<>();
    private Path folder = Path.of("");

    /** Draws, or finds the folder. */
    @Setup
    public void prepare() {
        if (pictures.equals(REAL)) {
            String data = System.getProperty("dice.data");
            if (data == null) {
                throw new IllegalStateException("real pictures need -Ddice.data=DIR before -jar");
            }
            folder = Path.of(data, "original", "normal");
            return;
        }
        Face[] faces = Face.values();
        int perFace = Integer.parseInt(pictures) / faces.length;
        for (Face face : faces) {
            for (int i = 0; i < perFace; i++) {
                drawn.add(
                        new GoodPicture(face.folder() + "-" + i, face.folder(), DrawnDice.draw(Scenes.good(i, face))));
            }
        }
    }

    /** {@return what was learned} */
    @Benchmark
    public DiceInspector learn() throws IOException {
        return pictures.equals(REAL)
                ? DiceInspector.builder().learn(folder)
                : DiceInspector.builder().learn(drawn);
    }
}
