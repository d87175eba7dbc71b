package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is timed side by side must find the same. */
class PeersAgreeTest {
    private static final Frame FRAME = new Frame(128, 128);
    /** Pixels at the corners. A start is up to 10 off; most end within 0.05. */
    private static final double SAME = 0.15;

    @Test
    void oursAndOpenCvRefineToTheSamePose() {
        RefinementBenchmark benchmark = new RefinementBenchmark();
        benchmark.draw();

        List<RefinementBenchmark.Poses> poses = benchmark.poses();

        assertThat(poses).hasSize(6 * 8).allSatisfy(found -> {
            assertThat(corner(found, found.ours(), found.truth())).isLessThan(SAME);
            assertThat(corner(found, found.tuned(), found.ours())).isLessThan(SAME);
            assertThat(corner(found, found.patient(), found.ours())).isLessThan(SAME);
        });
    }

    private static double corner(RefinementBenchmark.Poses found, @Nullable RigidPose one, RigidPose other) {
        assertThat(one).isNotNull();
        return PoseError.of(one, other, found.symmetry(), FRAME).corner();
    }

    @Test
    void theStagesAreThoseOfTheInspection() {
        for (String lying : List.of("upright", "turned")) {
            StageBenchmark benchmark = new StageBenchmark();
            benchmark.lying = lying;
            benchmark.learn();

            assertThat(benchmark.largestDisagreement()).isZero();
        }
    }

    /** The benchmark refuses to be set up otherwise. */
    @Test
    void oursAndOpenCvNameTheRightFaceOfNinetyNineInAHundred() {
        InspectionBenchmark benchmark = new InspectionBenchmark();
        benchmark.draw();

        assertThat(benchmark.rightOurs()).isGreaterThanOrEqualTo(0.99);
        assertThat(benchmark.rightOpencv()).isGreaterThanOrEqualTo(0.99);
        assertThat(benchmark.ours().face()).isNotEmpty();
        assertThat(benchmark.opencv().score()).isPositive();
    }

    @Test
    void oursAndOnnxRuntimeGiveTheSameLogits() throws Exception {
        NetworkBenchmark benchmark = new NetworkBenchmark();
        benchmark.open();

        assertThat(benchmark.largestDisagreement()).isLessThan(1e-5);

        benchmark.close();
    }

    /** The benchmark refuses to be set up otherwise. */
    @Test
    void oursAndOpenCvScoreTheSameWithEitherKindOfLoops() {
        ScoringBenchmark benchmark = new ScoringBenchmark();
        benchmark.templates = 3;
        for (int side : new int[] {64, 128, 512}) {
            benchmark.side = side;
            benchmark.loops = new PlainScoreLoops();
            benchmark.draw();
            float plain = benchmark.deviationOurs();
            benchmark.loops = ScoreLoops.vector();
            benchmark.draw();

            assertThat(benchmark.deviationOurs()).isEqualTo(plain);
        }
    }

    @Test
    void theTestsRunWithTheVectorApi() {
        assertThat(ScoreLoops.fastest()).isInstanceOf(ScoreLoops.vector().getClass());
    }

    /** The picture is one of the drawn ones; these are the extremes, beyond what one sum holds and less than a block. */
    @Test
    void bothKindsOfLoopsGiveTheSameBits() {
        for (int count : new int[] {0, 1, 2047, 2048, 2049, 130 * Levels.BLOCK}) {
            Levels black = flat(count, 0, 0);
            Levels grey = flat(count, 127, 0);
            Levels white = flat(count, 255, 0);
            for (ScoreLoops loops : List.of(new PlainScoreLoops(), ScoreLoops.vector())) {
                assertThat(loops.sum(white)).isEqualTo(255L * count);
                assertThat(loops.leastSad(black, List.of(white))).isEqualTo(255L * count);
                assertThat(loops.leastSad(white, List.of(black, grey))).isEqualTo(128L * count);
                assertThat(loops.leastTolerance(black, List.of(grey), List.of(flat(count, 255, 255))))
                        .isEqualTo(((long) count << 32) | (127L * count));
                assertThat(loops.leastTolerance(white, List.of(black), List.of(flat(count, 127, 255))))
                        .isEqualTo(((long) count << 32) | (128L * count));
                assertThat(loops.dot(white, white)).isEqualTo(65025L * count);
            }
        }
    }

    private static Levels flat(int count, int level, int beyond) {
        byte[] levels = new byte[count];
        Arrays.fill(levels, (byte) level);
        return Levels.of(levels, beyond);
    }
}
