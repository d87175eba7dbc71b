package io.github.boofdice.align;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an alignment says of itself. */
class AlignmentStatusTest {
    private static final Template SIX = IDEAL.get(Face.SIX.ordinal());

    private final Aligner six = new Aligner(List.of(SIX), LEVELS);

    private static GrayF32 contrast(GrayF32 grey, double gain) {
        GrayF32 out = grey.clone();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = (float) (128 + gain * (grey.data[i] - 128));
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"0.1, DIVERGED", "0.3, CONVERGED", "3.5, CONVERGED", "6, DIVERGED"})
    void aContrastBeyondTheLimitsIsNotOfThisTemplate(double gain, AlignmentStatus expected) {
        assertThat(six.align(LEVELS.prepare(contrast(SIX.grey(), gain))).status())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.02, LOW_TEXTURE", "0.3, CONVERGED"})
    void aPictureOfHardlyAnyContrastHasLowTexture(double gain, AlignmentStatus expected) {
        assertThat(six.align(LEVELS.prepare(contrast(SIX.grey(), gain))).status())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"11.5, 0, CONVERGED", "12.5, 0, LOW_OVERLAP", "0, -12.5, LOW_OVERLAP", "9, 9, LOW_OVERLAP"})
    void beyondTwelvePixelsTooLittleOfTheFaceIsSeen(double x, double y, AlignmentStatus expected) {
        GrayF32 picture = Warp.toTemplate(SIX.grey(), new RigidPose(-x, -y, 0));

        Alignment found = six.refine(LEVELS.prepare(picture), 0, new RigidPose(x, y, 0));

        assertThat(found.status()).isEqualTo(expected);
    }

    /** A two that claims to have no symmetry fits in two places alike; one that knows better is not in doubt. */
    @ParameterizedTest
    @CsvSource({"1, AMBIGUOUS", "2, CONVERGED"})
    void twoPlacesThatFitAlikeAreAmbiguousUnlessTheyAreOne(int symmetry, AlignmentStatus expected) {
        Aligner two = new Aligner(List.of(IDEAL.get(Face.TWO.ordinal()).withSymmetry(symmetry)), LEVELS);

        Alignment found = two.align(RenderedDice.prepared(
                RenderedDice.clean(Face.TWO).withPose(new DiePose(1, -2, 0.4)).withGrain(1)));

        assertThat(found.status()).isEqualTo(expected);
        assertThat(found.converged()).isTrue();
    }

    @Test
    void whatConvergedMayBeInDoubtButNotWrong() {
        assertThat(AlignmentStatus.values())
                .filteredOn(status -> new Alignment(0, RigidPose.IDENTITY, 1, 1, status).converged())
                .containsExactlyInAnyOrder(AlignmentStatus.CONVERGED, AlignmentStatus.AMBIGUOUS);
    }

    /** On pictures of half the size everything is half as far. */
    @ParameterizedTest
    @CsvSource({"5.8, CONVERGED", "6.3, LOW_OVERLAP"})
    void howFarIsTooFarGoesWithTheFrame(double x, AlignmentStatus expected) {
        PictureLevels.Factory levels = new PictureLevels.Factory(new Frame(64, 64));
        GrayF32 grey = LEVELS.middle(SIX.grey());
        GrayF32 spread = Planes.flat(64, 64, 1);
        Template small = new Template("six", grey, levels.prepare(grey).fine(), spread, spread, 1);
        PictureLevels picture = levels.prepare(Warp.toTemplate(grey, new RigidPose(-x, 0, 0)));

        Alignment found = new Aligner(List.of(small), levels).refine(picture, 0, new RigidPose(x, 0, 0));

        assertThat(found.status()).isEqualTo(expected);
    }

    @Test
    void theAngleOfAFreeFaceIsLeftAlone() {
        Aligner one = new Aligner(List.of(IDEAL.get(Face.ONE.ordinal())), LEVELS);
        PictureLevels picture =
                RenderedDice.prepared(RenderedDice.clean(Face.ONE).withPose(new DiePose(2, -1, 0.5)));

        Alignment found = one.refine(picture, 0, new RigidPose(1, 0, 1.234));

        assertThat(found.pose().theta()).isCloseTo(1.234, within(1e-9));
        assertThat(found.pose().x()).isCloseTo(2, within(0.05));
        assertThat(found.pose().y()).isCloseTo(-1, within(0.05));
    }

    /** A root mean square of differences none of which counts for more than 25 grey levels. */
    @Test
    void theResidualIsClipped() {
        double clean = six.align(LEVELS.prepare(SIX.grey())).residual();
        GrayF32 blotted =
                RenderedDice.plane(DiceRenderer.render(RenderedDice.clean(Face.SIX), new Blot(20, 25, 16, -100, 4))
                        .picture());
        GrayF32 wild = contrast(Planes.noise(128, 128, 1), 50);

        assertThat(clean).isLessThan(0.2);
        assertThat(six.align(LEVELS.prepare(blotted)).residual()).isBetween(1.0, 10.0);
        assertThat(six.align(LEVELS.prepare(wild)).residual()).isBetween(20.0, 25.0);
    }
}
