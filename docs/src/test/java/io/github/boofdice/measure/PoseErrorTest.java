package io.github.boofdice.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.TurnedPictures.Turn;
import io.github.boofdice.image.RigidPose;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoseErrorTest {
    private static final Turn TURN = new Turn(2.5, 1.5, -0.5, 3, -2);
    private static final RigidPose UPRIGHT = new RigidPose(1, -2, 0.05);
    private static final RigidPose CARRIED = TURN.aboutMiddle().after(UPRIGHT);

    @Test
    void aPoseThatTurnsWithThePictureHasNoError() {
        PoseError error = error(1, CARRIED.theta(), 0, 0);

        assertThat(error.turnedBy()).isCloseTo(Math.toDegrees(2.5), within(1e-9));
        assertThat(error.degrees()).isCloseTo(0, within(1e-9));
        assertThat(error.pixels()).isCloseTo(0, within(1e-9));
    }

    @Test
    void errorsOfAngleAndMiddleAreToldApart() {
        PoseError error = error(1, CARRIED.theta() - Math.toRadians(0.5), 0.3, 0.4);

        assertThat(error.degrees()).isCloseTo(0.5, within(1e-9));
        assertThat(error.pixels()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void anEquivalentPoseOfASymmetricFaceIsNoError() {
        assertThat(error(4, CARRIED.theta() + Math.PI / 2, 0, 0).degrees()).isCloseTo(0, within(1e-9));
        assertThat(error(2, CARRIED.theta() + Math.PI / 2, 0, 0).degrees()).isCloseTo(90, within(1e-9));
        assertThat(error(0, Double.NaN, 0, 0).degrees()).isNaN();
    }

    @Test
    void binsHoldTheErrorsOfTheirAnglesAndNoOthers() {
        List<PoseError> errors =
                List.of(new PoseError(-180, 1, 10), new PoseError(-175.1, 3, 10), new PoseError(7, Double.NaN, 20));

        AngleBins degrees = AngleBins.of(errors, PoseError::degrees);
        AngleBins pixels = AngleBins.of(errors, PoseError::pixels);

        assertThat(degrees.middles()).containsExactly(-177.5);
        assertThat(degrees.medians()).containsExactly(2);
        assertThat(degrees.high()[0]).isCloseTo(2.9, within(1e-9));
        assertThat(pixels.middles()).containsExactly(-177.5, 7.5);
        assertThat(pixels.medians()).containsExactly(10, 20);
    }

    @Test
    void picturesDrawnToLearnFromAreNeverNeighbours() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            int[] places = FewPicturesRow.apart(random, 12);
            assertThat(places).hasSize(5).isSorted();
            assertThat(Arrays.stream(places).boxed().toList()).allMatch(place -> place >= 0 && place < 12);
            for (int k = 1; k < places.length; k++) {
                assertThat(places[k] - places[k - 1]).isGreaterThan(1);
            }
        }
    }

    private static PoseError error(int symmetry, double theta, double dx, double dy) {
        JudgedPicture upright =
                judged(symmetry, new Pose(UPRIGHT.x(), UPRIGHT.y(), symmetry == 0 ? Double.NaN : UPRIGHT.theta()));
        JudgedPicture turned = judged(symmetry, new Pose(CARRIED.x() + dx, CARRIED.y() + dy, theta));
        return PoseError.of(upright, turned, TURN).orElseThrow();
    }

    private static JudgedPicture judged(int symmetry, Pose pose) {
        return new JudgedPicture(
                "file", Verdict.NORMAL, 0, Verdict.NORMAL, 1, 0.5, "face", symmetry, pose, AlignmentStatus.CONVERGED);
    }
}
