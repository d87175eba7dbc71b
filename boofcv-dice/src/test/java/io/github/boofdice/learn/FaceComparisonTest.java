package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FaceComparisonTest {
    private final FaceComparison comparison = new FaceComparison(RenderedDice.LEVELS);

    /** As the averager leaves a folder: no symmetry known. */
    private static Template drawn(Face face, RigidPose pose) {
        GrayF32 grey = Warp.toTemplate(RenderedDice.IDEAL.get(face.ordinal()).grey(), pose);
        GrayF32 spread = Planes.flat(128, 128, 4);
        return new Template(
                face.folder(), grey, RenderedDice.LEVELS.prepare(grey).fine(), spread, spread, 1);
    }

    @Test
    void aFaceIsTheSameAsItselfTurnedAndAsNoOther() {
        for (Face a : Face.values()) {
            for (Face b : Face.values()) {
                if (a.ordinal() <= b.ordinal()) {
                    Template turned = drawn(b, new RigidPose(1, -1.5, 0.7 + a.ordinal()));

                    assertThat(comparison.same(drawn(a, RigidPose.IDENTITY), turned))
                            .as("%s and %s", a, b)
                            .isEqualTo(a == b);
                }
            }
        }
    }

    @Test
    void symmetryAndItsCentreAreFound() {
        for (Face face : Face.values()) {
            RigidPose moved = new RigidPose(1.4, -0.9, 0.5);

            Symmetry found = comparison.symmetry(drawn(face, moved.inverse()));

            assertThat(found.order()).as("%s", face).isEqualTo(face.symmetry());
            if (face != Face.SIX) {
                assertThat(found.x()).as("%s", face).isCloseTo(1.4, within(0.1));
                assertThat(found.y()).as("%s", face).isCloseTo(-0.9, within(0.1));
            }
        }
    }

    @Property(tries = 200, seed = "1")
    void theCentreOfATurnIsThePointThatItLeaves(
            @ForAll @IntRange(min = 2, max = 12) int order,
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double x,
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double y) {
        RigidPose centre = new RigidPose(x, y, 0);
        RigidPose turn = centre.after(new RigidPose(0, 0, 2 * Math.PI / order)).after(centre.inverse());

        Symmetry found = Symmetry.about(order, turn);

        assertThat(found.order()).isEqualTo(order);
        assertThat(found.x()).isCloseTo(x, within(1e-9));
        assertThat(found.y()).isCloseTo(y, within(1e-9));
    }
}
