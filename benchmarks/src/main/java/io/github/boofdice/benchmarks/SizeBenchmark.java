package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspection;
import io.github.boofdice.LearningException;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
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
 * How does the time of a whole inspection grow with the picture's size, on one thread, with six faces?
 *
 * <p>The model's frame is as large as the pictures, up to 512 pixels a side; larger ones are made smaller first. A face is learned from one picture: what an inspection costs does not depend on how many there were.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SizeBenchmark {
    private static final long LEARNED = 1;
    private static final long INSPECTED = 9_000_000;

    /** Width and height of the pictures in pixels. */
    @Param({"64", "128", "256", "512", "1024"})
    public int side = 64;

    private final List<GrayF32> pictures = new ArrayList<>();
    private DiceInspector inspector;
    private int next;

    /** Learns, and draws one picture of each face at any angle. */
    @Setup
    public void learn() throws LearningException {
        List<GoodPicture> good = new ArrayList<>();
        for (Face face : Face.values()) {
            GrayF32 picture = DrawnDice.plane(DiceRenderer.render(Scenes.good(LEARNED, face), side));
            good.add(new GoodPicture(face.folder(), face.folder(), picture));
            pictures.add(DrawnDice.plane(DiceRenderer.render(Scenes.turned(INSPECTED, face), side)));
        }
        inspector = DiceInspector.builder()
                .limits(LimitMethod.DIRECT)
                .allowExtrapolation(true)
                .learn(good);
    }

    /** {@return all that the library says of the next of the pictures} */
    @Benchmark
    public Inspection inspect() {
        next = (next + 1) % pictures.size();
        return inspector.inspect(pictures.get(next));
    }

    /** How many of the pictures lie as they were found: the right face. */
    int rightFaces() {
        int right = 0;
        for (int i = 0; i < pictures.size(); i++) {
            right += inspector.inspect(pictures.get(i)).face().equals(Face.values()[i].folder()) ? 1 : 0;
        }
        return right;
    }
}
