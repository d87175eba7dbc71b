package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
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

    @Test
    void oursAndOnnxRuntimeGiveTheSameLogits() throws Exception {
        NetworkBenchmark benchmark = new NetworkBenchmark();
        benchmark.open();

        assertThat(benchmark.largestDisagreement()).isLessThan(1e-5);

        benchmark.close();
    }
}
