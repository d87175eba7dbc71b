package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does one whole inspection take on one thread: from a grey plane of 128 x 128 pixels in memory to verdict, pose,
 * heat map and regions, with all six faces learned?
 *
 * <p>The pictures are drawn, so that anyone can repeat it: good dice lying nearly upright, each face equally often. A time is
 * the mean over them. Reading and decoding a file is not part of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class InspectionBenchmark {
    private static final int LEARNED_PER_FACE = 12;
    private static final int INSPECTED_PER_FACE = 8;
    private static final long LEARNED_SEED = 1;
    private static final long INSPECTED_SEED = 1_000_001;

    private final List<GrayF32> pictures = new ArrayList<>();
    private DiceInspector inspector;
    private int next;

    /**
     * Draws the pictures, and learns from others than are inspected.
     *
     * @throws IOException when nothing can be learned from the drawn pictures
     */
    @Setup
    public void learn() throws IOException {
        List<GoodPicture> good = new ArrayList<>();
        for (Face face : Face.values()) {
            for (int i = 0; i < LEARNED_PER_FACE; i++) {
                good.add(new GoodPicture(face.folder() + "-" + i, face.folder(), draw(LEARNED_SEED + i, face)));
            }
            for (int i = 0; i < INSPECTED_PER_FACE; i++) {
                pictures.add(draw(INSPECTED_SEED + i, face));
            }
        }
        inspector = DiceInspector.builder().learn(good);
    }

    /** {@return what is found in the next of the pictures} */
    @Benchmark
    public Inspection inspect() {
        next = (next + 1) % pictures.size();
        return inspector.inspect(pictures.get(next));
    }

    private static GrayF32 draw(long seed, Face face) {
        return GrayPictures.fromBufferedImage(
                DiceRenderer.render(Scenes.good(seed, face)).toBufferedImage());
    }
}
