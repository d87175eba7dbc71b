package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;
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
 * How long does one whole inspection take on one thread, from a grey plane in memory to face, pose and score, beside a pipeline put together from OpenCV ({@link InspectionPeer})?
 *
 * <p>Six faces are learned; good drawn dice are inspected, each face equally often. Both must name the right face of at least 99 in 100 pictures, or nothing is timed. Ours also makes the p-value, the heat map in the picture's frame and the regions.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class InspectionBenchmark {
    private static final int PICTURES_PER_FACE = 50;
    private static final long SEED = 6_000_000;
    private static final double RIGHT = 0.99;

    /** How the dice lie: {@code upright} (within 4 degrees) or {@code turned} (at any angle). */
    @Param({"upright", "turned"})
    public String lying = "turned";

    private record Case(Face face, GrayF32 picture, Mat theirs) {}

    private final List<Case> cases = new ArrayList<>();
    private List<String> names;
    private DiceInspector inspector;
    private InspectionPeer peer;
    private int next;

    /** Learns, draws, and refuses to go on unless both are right. */
    @Setup
    public void draw() {
        DrawnDice dice = DrawnDice.six();
        inspector = dice.inspector();
        peer = new InspectionPeer(
                dice.learned().faces().stream().map(LearnedFace::template).toList(),
                dice.learned().frame());
        names = dice.learned().faces().stream().map(f -> f.template().name()).toList();
        for (int i = 0; i < PICTURES_PER_FACE; i++) {
            for (Face face : Face.values()) {
                long seed = SEED + i;
                GrayF32 picture =
                        DrawnDice.draw(lying.equals("upright") ? Scenes.good(seed, face) : Scenes.turned(seed, face));
                cases.add(new Case(face, picture, OpenCv.floats(picture)));
            }
        }
        double ours = rightOurs();
        double theirs = rightOpencv();
        if (ours < RIGHT || theirs < RIGHT) {
            throw new IllegalStateException(
                    "right faces: ours %s, OpenCV %s; both must reach %s".formatted(ours, theirs, RIGHT));
        }
    }

    private Case next() {
        next = (next + 1) % cases.size();
        return cases.get(next);
    }

    /** {@return all that the library says of the next of the pictures} */
    @Benchmark
    public Inspection ours() {
        return inspector.inspect(next().picture());
    }

    /** {@return the face, the pose and the score of the next of the pictures by OpenCV} */
    @Benchmark
    public InspectionPeer.Found opencv() {
        return peer.inspect(next().theirs());
    }

    /** The share of the pictures whose face the library names rightly. */
    double rightOurs() {
        return cases.stream()
                        .filter(one -> inspector.inspect(one.picture).face().equals(one.face.folder()))
                        .count()
                / (double) cases.size();
    }

    /** Likewise by OpenCV. */
    double rightOpencv() {
        return cases.stream()
                        .filter(one ->
                                names.get(peer.inspect(one.theirs).face()).equals(one.face.folder()))
                        .count()
                / (double) cases.size();
    }
}
