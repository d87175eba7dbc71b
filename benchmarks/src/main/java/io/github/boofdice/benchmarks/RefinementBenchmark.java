package io.github.boofdice.benchmarks;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * How long does it take to refine a pose to a fraction of a pixel, beside OpenCV's {@code findTransformECC}, on one thread each?
 *
 * <p>Both get the same drawn pictures with a grain of two grey levels, the same starts (up to 2.5 pixels and 5 degrees off) and
 * the same face disc; what either needs to know of a template is worked out before. {@link #ours} takes pictures that are prepared
 * already, as a whole inspection has them; {@link #oursFromGrey} prepares them too. OpenCV smooths and takes gradients inside its one
 * call, and stops as early as costs it no accuracy ({@link EccPeer}); {@link #opencvPatient} goes on for longer.
 * How exact each is, {@link AlignmentAccuracy} measures.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 3, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RefinementBenchmark {
    private static final int PICTURES_PER_FACE = 8;
    private static final double GRAIN = 2;
    private static final long SEED = 2_000_000;

    private record Case(FaceSet.Warped sample, PictureLevels prepared, EccPeer.Start tuned, EccPeer.Start patient) {}

    /** Poses that were found for one picture, and the truth; a peer's is null where it found none. */
    record Poses(
            int symmetry,
            RigidPose truth,
            RigidPose ours,
            @Nullable RigidPose tuned,
            @Nullable RigidPose patient) {}

    private final FaceSet faces = FaceSet.rendered();
    private final Aligner aligner = new Aligner(faces.templates(), faces.levels());
    private final PictureLevels.Factory.Memory memory = faces.levels().memory();
    private final List<Case> cases = new ArrayList<>();
    private int next;

    /** Draws the pictures and makes them ready for either. */
    @Setup
    public void draw() {
        for (int face = 0; face < faces.templates().size(); face++) {
            EccPeer tuned = peer(face, EccPeer.Settings.TUNED);
            EccPeer patient = peer(face, EccPeer.Settings.PATIENT);
            for (int i = 0; i < PICTURES_PER_FACE; i++) {
                FaceSet.Warped sample = faces.warped(SEED + cases.size(), face, GRAIN);
                cases.add(new Case(
                        sample,
                        faces.levels().prepare(sample.picture()),
                        tuned.start(sample.picture(), sample.start()),
                        patient.start(sample.picture(), sample.start())));
            }
        }
    }

    private EccPeer peer(int face, EccPeer.Settings settings) {
        return new EccPeer(faces.templates().get(face), faces.levels().frame(), settings);
    }

    private Case next() {
        next = (next + 1) % cases.size();
        return cases.get(next);
    }

    /** {@return the refined pose of the next of the pictures, which is prepared already} */
    @Benchmark
    public Alignment ours() {
        Case one = next();
        return aligner.refine(
                one.prepared(), one.sample().template(), one.sample().start());
    }

    /** {@return the refined pose of the next of the pictures, with the time to prepare it} */
    @Benchmark
    public Alignment oursFromGrey() {
        FaceSet.Warped sample = next().sample();
        return aligner.refine(faces.levels().prepare(sample.picture(), memory), sample.template(), sample.start());
    }

    /** {@return whether OpenCV found a pose, with settings that make it fast} */
    @Benchmark
    public boolean opencv() {
        return next().tuned().run();
    }

    /** {@return whether OpenCV found a pose, iterating for longer} */
    @Benchmark
    public boolean opencvPatient() {
        return next().patient().run();
    }

    /** What each finds for every picture; for the test that holds them against each other. */
    List<Poses> poses() {
        return cases.stream()
                .map(one -> new Poses(
                        faces.templates().get(one.sample().template()).symmetry(),
                        one.sample().truth(),
                        aligner.refine(
                                        one.prepared(),
                                        one.sample().template(),
                                        one.sample().start())
                                .pose(),
                        one.tuned().run() ? one.tuned().pose() : null,
                        one.patient().run() ? one.patient().pose() : null))
                .toList();
    }
}
