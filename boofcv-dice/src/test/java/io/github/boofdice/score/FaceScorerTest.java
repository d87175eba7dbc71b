package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static io.github.boofdice.RenderedDice.QUIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaceScorerTest {
    private static final Template SIX = IDEAL.get(Face.SIX.ordinal());
    private static final double TRY_ALL = 0;

    private static FaceScorer scorer(Template template) {
        return new FaceScorer(template, QUIET, LEVELS.frame());
    }

    private static FaceScorer.Scored compare(Template template, PictureLevels picture, RigidPose pose, double rejects) {
        return scorer(template).compare(picture, pose, 1, rejects, new FaceScorer.Memory(LEVELS.frame()));
    }

    private static double raw(Template template, PictureLevels picture, RigidPose pose) {
        return new VariationScorer(template, QUIET, LEVELS.frame())
                .compare(picture, pose, 1, new Evidence(LEVELS.frame()), new GrayF32(128, 128));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void theLeastOfTheEquivalentPosesCounts(int order) {
        // A face that claims a symmetry which the picture breaks: every pose scores differently.
        Template claimed = SIX.withSymmetry(order);
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, order));
        RigidPose pose = new RigidPose(1, -2, 0.3);

        FaceScorer.Scored least = compare(claimed, picture, pose, TRY_ALL);

        double expected = Double.POSITIVE_INFINITY;
        for (int k = 0; k < order; k++) {
            RigidPose turned = pose.after(new RigidPose(0, 0, k * 2 * Math.PI / order));
            expected = Math.min(expected, raw(claimed, picture, turned));
        }
        assertThat(least.difference().raw()).isEqualTo(expected).isGreaterThan(2.5);
        assertThat(least.difference().raw()).isEqualTo(raw(claimed, picture, least.pose()));
        assertThat(RenderedDice.apart(least.pose(), pose, order)).isLessThan(1e-9);
    }

    @Test
    void theRightOneOfFourPosesIsFound() {
        DiePose truth = new DiePose(1, 0.5, 0.2 + 3 * Math.PI / 2);
        PictureLevels picture =
                RenderedDice.prepared(RenderedDice.clean(Face.SIX).withPose(truth));

        FaceScorer.Scored least = compare(SIX.withSymmetry(4), picture, new RigidPose(1, 0.5, 0.2), TRY_ALL);

        assertThat(RenderedDice.apart(least.pose(), RenderedDice.pose(truth), 1))
                .isLessThan(1e-9);
        assertThat(least.difference().raw()).isLessThan(2.5);
    }

    /** Well below the rejecting score the others are not asked; near it they are, though the verdict might not change. */
    @Test
    void aPoseThatIsSurelyAcceptedNeedsNoSecondOpinion() {
        Template claimed = SIX.withSymmetry(4);
        PictureLevels picture = LEVELS.prepare(SIX.grey());
        RigidPose given = new RigidPose(0, 0, Math.PI / 2);
        double raw = raw(claimed, picture, given);

        FaceScorer.Scored settled = compare(claimed, picture, given, raw / 0.89);
        FaceScorer.Scored unsettled = compare(claimed, picture, given, raw / 0.95);

        assertThat(raw).isGreaterThan(2);
        assertThat(settled.pose()).isEqualTo(given);
        assertThat(settled.difference().raw()).isEqualTo(raw);
        assertThat(unsettled.difference().raw()).isCloseTo(0, within(1e-3));
    }

    @Test
    void filterByFilterTheStrongestIsTheScore() {
        Template claimed = SIX.withSymmetry(3);
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, 4));
        RigidPose pose = new RigidPose(1, -2, 0.3);

        double[][] strongest = scorer(claimed).strongest(picture, pose, 1, new Evidence(LEVELS.frame()));

        assertThat(strongest).hasDimensions(3, Evidence.FILTERS);
        for (int k = 0; k < 3; k++) {
            RigidPose turned = pose.after(new RigidPose(0, 0, k * claimed.period()));
            assertThat(Math.max(strongest[k][0], strongest[k][1])).isEqualTo(raw(claimed, picture, turned));
            assertThat(strongest[k][0]).isPositive().isNotEqualTo(strongest[k][1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whichOfTheEquivalentPosesIsGivenHardlyMatters(int turns) {
        GrayF32 picture =
                RenderedDice.plane(DiceRenderer.render(RenderedDice.clean(Face.FIVE), new Blot(12, 14, 8, -120, 3))
                        .picture());
        Template five = IDEAL.get(Face.FIVE.ordinal());
        RigidPose quarters = new RigidPose(0, 0, turns * Math.PI / 2);

        double upright = compare(five, LEVELS.prepare(picture), RigidPose.IDENTITY, TRY_ALL)
                .difference()
                .raw();
        double turned = compare(five, LEVELS.prepare(picture), quarters, TRY_ALL)
                .difference()
                .raw();

        assertThat(turned).isCloseTo(upright, within(1e-3));
    }

    @Test
    void aFreeFaceIsScoredOnceAsItLies() {
        Template one = IDEAL.get(Face.ONE.ordinal());
        PictureLevels picture = LEVELS.prepare(Planes.noise(128, 128, 4));
        RigidPose pose = new RigidPose(0.5, 0.5, 1);

        FaceScorer.Scored scored = compare(one, picture, pose, TRY_ALL);

        assertThat(scored.pose()).isEqualTo(pose);
        assertThat(scored.difference().raw()).isEqualTo(raw(one, picture, pose));
    }
}
