package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoseErrorTest {
    private static final Frame FRAME = new Frame(128, 128);
    private static final RigidPose TRUTH = new RigidPose(2, -3, 0.7);

    @Test
    void aShiftMovesEveryCornerAlike() {
        PoseError error = PoseError.of(new RigidPose(5, 1, 0.7), TRUTH, 1, FRAME);

        assertThat(error.corner()).isCloseTo(5, within(1e-12));
        assertThat(error.degrees()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aTurnMovesTheCornersByTheirDistanceFromTheMiddle() {
        double turn = Math.toRadians(0.5);

        PoseError error = PoseError.of(TRUTH.after(new RigidPose(0, 0, -turn)), TRUTH, 1, FRAME);

        assertThat(error.corner()).isCloseTo(2 * Math.sin(turn / 2) * 63.5 * Math.sqrt(2), within(1e-9));
        assertThat(error.degrees()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void poseThatLooksTheSameIsTheSame() {
        RigidPose half = TRUTH.after(new RigidPose(0, 0, Math.PI));

        assertThat(PoseError.of(half, TRUTH, 2, FRAME).corner()).isCloseTo(0, within(1e-9));
        assertThat(PoseError.of(half, TRUTH, 4, FRAME).corner()).isCloseTo(0, within(1e-9));
        assertThat(PoseError.of(half, TRUTH, 1, FRAME).degrees()).isCloseTo(180, within(1e-9));
    }

    @Test
    void faceWithoutAnAngleIsHeldToItsMiddle() {
        PoseError error = PoseError.of(new RigidPose(2, -2, -2), TRUTH, Template.FREE, FRAME);

        assertThat(error.corner()).isCloseTo(1, within(1e-12));
        assertThat(error.degrees()).isNaN();
    }

    @Test
    void quantileIsAValueThatWasSeen() {
        List<PoseError> errors = List.of(
                new PoseError(3, Double.NaN),
                new PoseError(1, Double.NaN),
                new PoseError(4, Double.NaN),
                new PoseError(2, Double.NaN));

        assertThat(PoseFigures.quantile(errors, PoseError::corner, 0.5)).isEqualTo(2);
        assertThat(PoseFigures.quantile(errors, PoseError::corner, 0.95)).isEqualTo(4);
        assertThat(PoseFigures.quantile(errors, PoseError::degrees, 0.5)).isNull();
    }
}
