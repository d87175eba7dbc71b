package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.kernel.ByteWords;
import io.github.boofdice.kernel.Kernels;
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

    @Test
    void oursAndOpenCvScoreTheSameWithEitherKindOfLoops() {
        ScoringBenchmark benchmark = new ScoringBenchmark();
        for (ScoreLoops loops : List.of(new PlainScoreLoops(), ScoreLoops.vector())) {
            benchmark.loops = loops;
            benchmark.templates = 3;
            benchmark.draw();

            assertThat(benchmark.disagreement()).isEmpty();
        }
    }

    @Test
    void theTestsRunWithTheVectorApi() {
        assertThat(ScoreLoops.fastest()).isInstanceOf(ScoreLoops.vector().getClass());
    }

    /** The picture is one of the drawn ones; these are the extremes. */
    @Test
    void bothKindsOfLoopsGiveTheSameBits() {
        ScoreLoops plain = new PlainScoreLoops();
        ScoreLoops vector = ScoreLoops.vector();
        for (int blocks : new int[] {1, 2, 130}) {
            int levels = blocks * Kernels.BLOCK * Long.BYTES;
            long[][] black = ByteWords.blocks(levels, 0);
            long[][] grey = ByteWords.blocks(levels, 127);
            long[][] white = ByteWords.blocks(levels, 255);

            assertThat(vector.sad(black, white))
                    .isEqualTo(plain.sad(black, white))
                    .isEqualTo(255L * levels);
            assertThat(vector.sad(white, grey))
                    .isEqualTo(plain.sad(white, grey))
                    .isEqualTo(128L * levels);
            assertThat(vector.tolerance(black, grey, white))
                    .isEqualTo(plain.tolerance(black, grey, white))
                    .isEqualTo(((long) levels << 32) | (127L * levels));
            assertThat(vector.tolerance(white, black, grey))
                    .isEqualTo(plain.tolerance(white, black, grey))
                    .isEqualTo(((long) levels << 32) | (128L * levels));
        }
        for (int n : new int[] {0, 1, 31, 32, 33, 40_009}) {
            byte[] levels = new byte[n];
            Arrays.fill(levels, (byte) 255);
            ScoreLoops.Levels white = ScoreLoops.Levels.of(levels);
            assertThat(vector.dot(white, white))
                    .isEqualTo(plain.dot(white, white))
                    .isEqualTo(65025L * n);
        }
    }
}
