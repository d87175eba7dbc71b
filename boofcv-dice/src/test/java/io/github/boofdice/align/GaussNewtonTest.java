package io.github.boofdice.align;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class GaussNewtonTest {
    private static final PixelDisc DISC = new PixelDisc(128, 128, 52);
    private static final GrayF32 SIX = IDEAL.get(Face.SIX.ordinal()).centre();
    private final GaussNewton refiner = new GaussNewton(SIX, DISC, false);

    /** Of one picture, drawn once: what varies is where the refinement starts. */
    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void fromAnyStartNearbyTheSamePlaceIsReached(
            @ForAll @DoubleRange(min = -1.5, max = 1.5) @Scale(3) double dx,
            @ForAll @DoubleRange(min = -1.5, max = 1.5) @Scale(3) double dy,
            @ForAll @DoubleRange(min = -2.5, max = 2.5) @Scale(3) double degrees) {
        RigidPose start =
                new RigidPose(Drawn.POSE.x() + dx, Drawn.POSE.y() + dy, Drawn.POSE.theta() + Math.toRadians(degrees));

        GaussNewton.Refined found = refiner.refine(Drawn.FINE, start, 25, new GaussNewton.Memory());

        assertThat(found.converged()).isTrue();
        assertThat(RenderedDice.apart(found.pose(), Drawn.POSE, 1)).isLessThan(0.05);
        assertThat(found.gain()).isCloseTo(1, within(0.06));
    }

    private static final class Drawn {
        static final RigidPose POSE = new RigidPose(1.37, -0.81, 0.93);
        static final GrayF32 FINE = RenderedDice.prepared(RenderedDice.clean(Face.SIX)
                        .withPose(new DiePose(POSE.x(), POSE.y(), POSE.theta()))
                        .withGrain(1))
                .fine();
    }

    @Test
    void theTemplateItselfStaysWhereItIs() {
        GaussNewton.Refined found = refiner.refine(SIX, RigidPose.IDENTITY, 5, new GaussNewton.Memory());

        assertThat(found.converged()).isTrue();
        assertThat(RenderedDice.apart(found.pose(), RigidPose.IDENTITY, 1)).isLessThan(1e-4);
        assertThat(found.gain()).isCloseTo(1, within(1e-4));
    }

    @Test
    void theGainIsThatOfThePicture() {
        for (float gain : new float[] {0.4f, 0.8f, 1.6f, 3}) {
            GrayF32 picture = SIX.clone();
            for (int i = 0; i < picture.data.length; i++) {
                picture.data[i] *= gain;
            }

            GaussNewton.Refined found =
                    refiner.refine(picture, new RigidPose(0.5, -0.4, 0.02), 25, new GaussNewton.Memory());

            assertThat(found.gain()).isCloseTo(gain, within(0.01));
            assertThat(RenderedDice.apart(found.pose(), RigidPose.IDENTITY, 1)).isLessThan(0.02);
        }
    }

    @Test
    void aFreeFaceKeepsTheAngleItIsGiven() {
        GaussNewton free = new GaussNewton(IDEAL.get(Face.ONE.ordinal()).centre(), DISC, true);
        GrayF32 picture = RenderedDice.prepared(RenderedDice.clean(Face.ONE).withPose(new DiePose(1, 2, 0)))
                .fine();

        GaussNewton.Refined found = free.refine(picture, new RigidPose(0, 0, 1.234), 25, new GaussNewton.Memory());

        assertThat(found.pose().theta()).isCloseTo(1.234, within(1e-12));
        assertThat(found.pose().x()).isCloseTo(1, within(0.05));
        assertThat(found.pose().y()).isCloseTo(2, within(0.05));
    }

    @Test
    void whatIsCutOffTooEarlyHasNotConverged() {
        assertThat(refiner.refine(Drawn.FINE, new RigidPose(0, 0, 0.9), 1, new GaussNewton.Memory())
                        .converged())
                .isFalse();
        assertThat(refiner.refine(Drawn.FINE, new RigidPose(0, 0, 0.9), 0, new GaussNewton.Memory())
                        .pose())
                .isEqualTo(new RigidPose(0, 0, 0.9));
    }

    @Test
    void picturesWithoutStructureEndSomewhereFinite() {
        for (GrayF32 picture :
                new GrayF32[] {new GrayF32(128, 128), Planes.noise(128, 128, 3), Planes.flat(128, 128, 255)}) {
            GaussNewton.Refined found = refiner.refine(picture, RigidPose.IDENTITY, 12, new GaussNewton.Memory());

            assertThat(found.pose().shift() + found.pose().theta()).isFinite();
            assertThat(found.gain()).isBetween(0.25, 4.0);
        }
    }

    @Test
    void aTemplateWithoutStructureEndsSomewhereFiniteToo() {
        GaussNewton flat = new GaussNewton(new GrayF32(128, 128), DISC, false);

        GaussNewton.Refined found = flat.refine(Drawn.FINE, new RigidPose(1, 2, 3), 12, new GaussNewton.Memory());

        assertThat(found.pose().shift() + found.pose().theta()).isFinite();
    }

    @Test
    void subimagesAreRefinedLikeTheirCopies() {
        RigidPose start = new RigidPose(1, -0.5, 0.9);

        assertThat(refiner.refine(Planes.asSubimage(Drawn.FINE), start, 12, new GaussNewton.Memory()))
                .isEqualTo(refiner.refine(Drawn.FINE, start, 12, new GaussNewton.Memory()));
    }

    @Test
    void levelsOfAnotherSizeAreRefinedInTheirOwnPixels() {
        GrayF32 middle = LEVELS.middle(SIX);
        GaussNewton half = new GaussNewton(middle, new PixelDisc(64, 64, 26), false);

        GaussNewton.Refined found =
                half.refine(LEVELS.middle(Drawn.FINE), new RigidPose(0, 0, 0.9), 25, new GaussNewton.Memory());

        assertThat(RenderedDice.apart(found.pose().scaled(2), Drawn.POSE, 1)).isLessThan(0.1);
    }
}
