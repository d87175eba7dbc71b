package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.decide.Traits;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.learn.CrossFitting.Measured;
import io.github.boofdice.learn.CrossFitting.Scored;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossFittingTest {
    private static final PictureLevels.Factory LEVELS = DrawnSamples.SMALL;
    private static final Prepared ANY = DrawnSamples.blank("", "");
    private static final Alignment ANYWHERE = new Alignment(0, RigidPose.IDENTITY, 1, 1, AlignmentStatus.CONVERGED);

    private static Scored scored(int face, double raw) {
        return new Scored(face, ANY, ANYWHERE, raw, raw);
    }

    /** Upright dice in one folder, as {@link FaceBuilder} leaves them. */
    private static CrossFitting.Result score(List<Prepared> samples, List<Integer> ticks) {
        FolderAverager averager = new FolderAverager(LEVELS);
        FaceDraft face = DrawnSamples.placed(averager, "", samples);
        AlignedStack stack = new AlignedStack(LEVELS.frame(), 1, Folds.COUNT);
        int[] folds = Folds.assign(samples);
        for (int i = 0; i < folds.length; i++) {
            stack.add(folds[i], samples.get(i).levels(), RigidPose.IDENTITY, 1);
        }
        face.template = stack.template("");
        return new CrossFitting(LEVELS).score(List.of(face), List.of(stack), LimitMethod.STANDARD, ticks::add);
    }

    private static List<Prepared> sixes(int first, int count) {
        return DrawnSamples.smallPrepared(Face.SIX, first, count);
    }

    /** A blot that half the face's pictures would have taught: held out, every one of them is a surprise. */
    @Test
    void aPictureIsScoredByOthersThanItsFold() {
        List<Prepared> samples = new ArrayList<>(sixes(0, 10));
        List<Integer> ticks = new ArrayList<>();
        CrossFitting.Result before = score(samples, ticks);
        samples.set(2, blotted(2));
        samples.set(3, blotted(3));

        CrossFitting.Result after = score(samples, new ArrayList<>());

        assertThat(ticks).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(before.scores())
                .extracting(s -> s.sample().name())
                .containsExactlyElementsOf(
                        sixes(0, 10).stream().map(Prepared::name).toList());
        // Two of ten set the scale of all, so that pictures of one learning are compared.
        double clean = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(before.scores().get(i).raw()).as("picture %s", i).isBetween(0.2, 5.0);
            clean = i == 2 || i == 3
                    ? clean
                    : Math.max(clean, after.scores().get(i).raw());
        }
        assertThat(after.scores().get(2).raw()).isGreaterThan(1.1 * clean);
        assertThat(after.scores().get(3).raw()).isGreaterThan(1.1 * clean);
    }

    private static Prepared blotted(int seed) {
        Prepared clean = sixes(seed, 1).get(0);
        GrayF32 grey = clean.grey().clone();
        for (int i = 0; i < grey.data.length; i++) {
            grey.data[i] = Math.hypot(i % 64 - 44, i / 64 - 40) < 5 ? 60 : grey.data[i];
        }
        return new Prepared(clean.name(), clean.folder(), grey, LEVELS.prepare(grey));
    }

    /** The strongest evidence of most good pictures stays within limits that all folds made: one in twenty goes beyond them. */
    @Test
    void limitsAreWhatAllFoldsShow() {
        CrossFitting.Result result = score(sixes(0, 20), new ArrayList<>());

        PixelDisc disc = new PixelDisc(64, 64, LEVELS.frame().scoredRadius());
        EvidenceLimits limits = result.limits().get(0);
        for (int f = 0; f < Evidence.FILTERS; f++) {
            for (int i = 0; i < disc.size(); i++) {
                assertThat(limits.light().get(f).data[disc.index(i)]).isBetween(0.5f, 40f);
                assertThat(limits.dark().get(f).data[disc.index(i)]).isBetween(0.5f, 40f);
            }
        }
        assertThat(result.scores().stream().filter(s -> s.raw() > 1).count()).isBetween(1L, 5L);
    }

    /** A threshold must know of it. */
    @Test
    void onAverageAPictureScoresHigherAsAnotherCaptureMightShowIt() {
        List<Scored> scores = score(sixes(0, 60), new ArrayList<>()).scores().stream()
                .filter(s -> Double.isFinite(s.elsewhere()))
                .toList();

        assertThat(scores).hasSize(30);
        assertThat(scores.stream().mapToDouble(Scored::elsewhere).sum())
                .isGreaterThan(scores.stream().mapToDouble(Scored::raw).sum());
    }

    @Test
    void theThresholdRestsOnBothCapturesByTurns() {
        List<Scored> scores = List.of(
                new Scored(0, ANY, ANYWHERE, 1, 10),
                new Scored(0, ANY, ANYWHERE, 2, 20),
                new Scored(1, ANY, ANYWHERE, 3, 30),
                new Scored(1, ANY, ANYWHERE, 4, Double.NaN),
                new Scored(1, ANY, ANYWHERE, Double.NaN, 50),
                new Scored(1, ANY, ANYWHERE, Double.NaN, 60));

        assertThat(CrossFitting.forCalibration(scores)).containsExactly(1, 20, 3, 4, Double.NaN, Double.NaN);
    }

    /** Of the poses in which the face looks the same the kindest, of its filters the loudest. */
    @Test
    void aMeasuredPicturesScoreIsTheLoudestFilterInTheKindestPose() {
        double[][] factors = {{1, 1}, {2, 0.5}};

        assertThat(new Measured(1, ANY, ANYWHERE, new double[][] {{8, 1}, {2, 3}}).least(factors))
                .isEqualTo(4);
        assertThat(new Measured(0, ANY, ANYWHERE, new double[0][]).least(factors))
                .isNaN();
    }

    @Test
    void aFacesOnlyPictureIsNotScoredByItself() {
        assertThat(score(sixes(0, 1), new ArrayList<>()).scores()).isEmpty();
        assertThat(score(sixes(0, 2), new ArrayList<>()).scores()).hasSize(2);
    }

    @Test
    void copiesStandInForPicturesThatCannotBeHeldOut() {
        FaceDraft face = DrawnSamples.placed(new FolderAverager(LEVELS), "", sixes(0, 2));

        List<Scored> scores =
                new DirectFitting(LEVELS).score(List.of(face), done -> {}).scores();

        assertThat(scores).hasSize(16).allSatisfy(s -> assertThat(s.raw()).isPositive());
        for (int i = 0; i < scores.size(); i++) {
            double elsewhere = scores.get(i).elsewhere();
            assertThat(Double.isFinite(elsewhere)).isEqualTo(CrossFitting.asksElsewhere(i));
            assertThat(elsewhere).isNotEqualTo(scores.get(i).raw());
        }
    }

    /** Against the typical picture of the face: score, residual and contrast as shares, the angle modulo the period. */
    @Test
    void whatIsNotedOfAPictureIsRelativeToItsFace() {
        Template four = RenderedDice.IDEAL.get(Face.FOUR.ordinal());
        Alignment place = new Alignment(0, new RigidPose(1, -2, Math.PI / 2 + 0.25), 3, 4, AlignmentStatus.CONVERGED);

        Traits traits = new Scored(0, ANY, place, 6, 7).traits(2, 1.5, four);

        assertThat(traits).isEqualTo(Traits.of(3, 6, 2, 1, -2, traits.turn()));
        assertThat(traits.turn()).isCloseTo(0.25, within(1e-12));
        assertThat(new Scored(0, ANY, place, 6, 7)
                        .traits(2, 1.5, four.withSymmetry(Template.FREE))
                        .turn())
                .isNaN();
    }

    @Test
    void theScaleIsTheMedianScoreOfAllFaces() {
        assertThat(CrossFitting.scale(List.of(scored(0, 5), scored(0, 1), scored(1, 40), scored(1, Double.NaN))))
                .isEqualTo(5);
    }

    @Test
    void theScaleIsNeverZero() {
        assertThat(CrossFitting.scale(List.of(scored(0, Double.NaN)))).isEqualTo(1);
        assertThat(CrossFitting.scale(List.of(scored(0, 0), scored(0, 0), scored(0, 0))))
                .isEqualTo(1e-3);
    }
}
