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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void theLeastOfTheEquivalentPosesCounts(int order) {
        // A face that claims a symmetry which the picture breaks: every pose scores differently.
        Template claimed = SIX.withSymmetry(order);
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, order));
        RigidPose pose = new RigidPose(1, -2, 0.3);

        FaceScorer.Scored least = new FaceScorer(claimed, QUIET, LEVELS.frame()).compare(picture, pose, 1, 0);

        VariationScorer one = new VariationScorer(claimed, QUIET, LEVELS.frame());
        double expected = Double.POSITIVE_INFINITY;
        for (int k = 0; k < order; k++) {
            RigidPose turned = pose.after(new RigidPose(0, 0, k * 2 * Math.PI / order));
            expected = Math.min(expected, one.compare(picture, turned, 1).raw());
        }
        assertThat(least.difference().raw()).isEqualTo(expected).isGreaterThan(2.5);
        assertThat(least.difference().raw())
                .isEqualTo(one.compare(picture, least.pose(), 1).raw());
        assertThat(RenderedDice.apart(least.pose(), pose, order)).isLessThan(1e-9);
    }

    @Test
    void theRightOneOfFourPosesIsFound() {
        DiePose truth = new DiePose(1, 0.5, 0.2 + 3 * Math.PI / 2);
        PictureLevels picture =
                RenderedDice.prepared(RenderedDice.clean(Face.SIX).withPose(truth));
        FaceScorer scorer = new FaceScorer(SIX.withSymmetry(4), QUIET, LEVELS.frame());

        FaceScorer.Scored least = scorer.compare(picture, new RigidPose(1, 0.5, 0.2), 1, 0);

        assertThat(RenderedDice.apart(least.pose(), RenderedDice.pose(truth), 1))
                .isLessThan(1e-9);
        assertThat(least.difference().raw()).isLessThan(2.5);
    }

    @Test
    void aPoseThatScoresLikeAGoodPictureNeedsNoSecondOpinion() {
        Template four = IDEAL.get(Face.FOUR.ordinal());

        FaceScorer.Scored scored = new FaceScorer(four, QUIET, LEVELS.frame())
                .compare(LEVELS.prepare(four.grey()), RigidPose.IDENTITY, 1, 0);

        assertThat(scored.pose()).isEqualTo(RigidPose.IDENTITY);
        assertThat(scored.difference().raw()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whichOfTheEquivalentPosesIsGivenHardlyMatters(int turns) {
        GrayF32 picture =
                RenderedDice.plane(DiceRenderer.render(RenderedDice.clean(Face.FIVE), new Blot(12, 14, 8, -120, 3))
                        .picture());
        FaceScorer scorer = new FaceScorer(IDEAL.get(Face.FIVE.ordinal()), QUIET, LEVELS.frame());

        double upright = scorer.compare(LEVELS.prepare(picture), RigidPose.IDENTITY, 1, 0)
                .difference()
                .raw();
        double turned = scorer.compare(LEVELS.prepare(picture), new RigidPose(0, 0, turns * Math.PI / 2), 1, 0)
                .difference()
                .raw();

        assertThat(turned).isCloseTo(upright, within(1e-3));
    }

    @Test
    void aFreeFaceIsScoredOnceAsItLies() {
        Template one = IDEAL.get(Face.ONE.ordinal());
        PictureLevels picture = LEVELS.prepare(Planes.noise(128, 128, 4));
        RigidPose pose = new RigidPose(0.5, 0.5, 1);

        FaceScorer.Scored scored = new FaceScorer(one, QUIET, LEVELS.frame()).compare(picture, pose, 1, 0);

        assertThat(scored.pose()).isEqualTo(pose);
        assertThat(scored.difference().raw())
                .isEqualTo(new VariationScorer(one, QUIET, LEVELS.frame())
                        .compare(picture, pose, 1)
                        .raw());
    }
}
