package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.image.RigidPose;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class AnchorTest {
    private static Alignment at(RigidPose pose) {
        return new Alignment(0, pose, 1, 1, AlignmentStatus.CONVERGED);
    }

    /** Pictures of a face without symmetry that all lie alike: in the new frame they lie upright in the middle, whatever the old template was. */
    @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void picturesThatLieAlikeBecomeUprightInTheMiddle(
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double x,
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double y,
            @ForAll @DoubleRange(min = -179, max = 179) @Scale(3) double degrees) {
        RigidPose pose = new RigidPose(x, y, Math.toRadians(degrees));

        RigidPose anchor = Anchor.of(List.of(at(pose), at(pose), at(pose)), Symmetry.NONE);

        assertThat(RenderedDice.apart(pose.after(anchor), RigidPose.IDENTITY, 1))
                .isLessThan(1e-9);
    }

    /** A symmetric face's pictures may lie in any of the equivalent poses; upright is what they are modulo the period. */
    @Property(tries = 100, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void symmetricPicturesBecomeUprightAboutTheirCentre(
            @ForAll @IntRange(min = 2, max = 6) int order,
            @ForAll @DoubleRange(min = -3, max = 3) @Scale(3) double x,
            @ForAll @DoubleRange(min = -20, max = 20) @Scale(3) double degrees) {
        Symmetry symmetry = new Symmetry(order, x, -x / 2);
        // Where the symmetry's centre lies in the middle of the picture.
        RigidPose centre = new RigidPose(x, -x / 2, 0);
        List<Alignment> places = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            RigidPose turned = new RigidPose(0, 0, Math.toRadians(degrees) + k * 2 * Math.PI / order);
            places.add(at(turned.after(centre.inverse())));
        }

        RigidPose anchor = Anchor.of(places, symmetry);

        for (Alignment place : places) {
            RigidPose anchored = place.pose().after(anchor);
            assertThat(Math.hypot(anchored.x(), anchored.y())).isLessThan(1e-9);
            assertThat(Math.abs(Math.IEEEremainder(anchored.theta(), 2 * Math.PI / order)))
                    .isLessThan(1e-9);
        }
    }

    @Property(tries = 20, seed = "3")
    void aFreeFaceIsOnlyCentred(@ForAll @DoubleRange(min = -3, max = 3) double x) {
        RigidPose anchor = Anchor.of(List.of(at(new RigidPose(1, 2, 3))), new Symmetry(0, x, 1));

        assertThat(anchor).isEqualTo(new RigidPose(x, 1, 0));
    }
}
