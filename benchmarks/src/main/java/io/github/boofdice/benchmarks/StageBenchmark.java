package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
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
 * How long does one whole inspection take on one thread, and how much of it each stage: from a grey plane of 128 x 128 pixels in
 * memory to verdict, pose, heat map and regions, with all six faces learned?
 *
 * <p>The pictures are drawn, so that anyone can repeat it: good dice, each face equally often, nearly upright or at any angle. A time
 * is the mean over them. {@link #prepare}, {@link #align} and {@link #compare} are the stages of {@link #inspect}; what is left
 * of it is the heat map, the regions and the record. Reading and decoding a file is not part of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {
    private static final int INSPECTED_PER_FACE = 8;
    private static final long INSPECTED_SEED = 1_000_001;

    /** How the dice lie: {@code upright} (within 4 degrees) or {@code turned} (at any angle). */
    @Param({"upright", "turned"})
    public String lying = "upright";

    /** A picture on its way through the stages. */
    record Case(GrayF32 picture, PictureLevels prepared, Alignment place) {}

    private final List<Case> cases = new ArrayList<>();
    private DiceInspector inspector;
    private PictureLevels.Factory levels;
    private PictureLevels.Factory.Memory own;
    private Aligner aligner;
    private List<FaceScorer> scorers;
    private FaceScorer.Memory memory;
    /** Raw score that rejects, face by face. */
    private double[] rejects;

    private int next;

    /** Learns from drawn dice, draws others, and takes every picture through the stages once. */
    @Setup
    public void learn() {
        inspector = DrawnDice.six().inspector();
        Learned learned = DrawnDice.six().learned();
        List<Template> templates =
                learned.faces().stream().map(LearnedFace::template).toList();
        levels = new PictureLevels.Factory(learned.frame());
        own = levels.memory();
        aligner = new Aligner(templates, levels);
        memory = new FaceScorer.Memory(learned.frame());
        scorers = learned.faces().stream()
                .map(f -> new FaceScorer(f.template(), f.limits(), learned.frame()))
                .toList();
        rejects = learned.faces().stream()
                .mapToDouble(f -> f.scale() * learned.calibration().threshold())
                .toArray();
        for (int i = 0; i < INSPECTED_PER_FACE; i++) {
            for (Face face : Face.values()) {
                long seed = INSPECTED_SEED + i;
                GrayF32 picture =
                        DrawnDice.draw(lying.equals("upright") ? Scenes.good(seed, face) : Scenes.turned(seed, face));
                PictureLevels prepared = levels.prepare(picture);
                cases.add(new Case(picture, prepared, aligner.align(prepared)));
            }
        }
    }

    private Case next() {
        next = (next + 1) % cases.size();
        return cases.get(next);
    }

    /** {@return what is found in the next of the pictures} */
    @Benchmark
    public Inspection inspect() {
        return inspector.inspect(next().picture());
    }

    /** {@return the next of the pictures, freed of slow light, at three sizes} */
    @Benchmark
    public PictureLevels prepare() {
        return levels.prepare(next().picture(), own);
    }

    /** {@return the face and the pose: coarse search and refinement} */
    @Benchmark
    public Alignment align() {
        return aligner.align(next().prepared());
    }

    /** {@return the difference from the face, in the pose that was found} */
    @Benchmark
    public FaceScorer.Scored compare() {
        return compare(next());
    }

    private FaceScorer.Scored compare(Case one) {
        Alignment place = one.place();
        return scorers.get(place.template())
                .compare(one.prepared(), place.pose(), place.gain(), rejects[place.template()], memory);
    }

    /** The largest difference in pixels between a pose from the stages and the inspector's, over all pictures; for the test. */
    double largestDisagreement() {
        double most = 0;
        for (Case one : cases) {
            Inspection whole = inspector.inspect(one.picture());
            FaceScorer.Scored scored = compare(one);
            most = Math.max(most, Math.abs(whole.pose().x() - scored.pose().x()));
            most = Math.max(most, Math.abs(whole.pose().y() - scored.pose().y()));
        }
        return most;
    }
}
