package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DefectPainter;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where to look, and what counts. */
class PartialInspectionTest {
    private static final DiceInspector INSPECTOR = RenderedDice.inspector();

    /** The left part of the frame, up to and without a column. */
    private static RegionOfInterest left(int columns) {
        GrayF32 mask = new GrayF32(128, 128);
        for (int at = 0; at < 128 * 128; at++) {
            mask.data[at] = at % 128 < columns ? 255 : 0;
        }
        return RegionOfInterest.ofMask(mask);
    }

    private static RegionOfInterest square(int x, int y, int side) {
        GrayF32 mask = new GrayF32(128, 128);
        for (int i = 0; i < side * side; i++) {
            mask.set(x + i % side, y + i / side, 1);
        }
        return RegionOfInterest.ofMask(mask);
    }

    /** A dark blot at a place of the die, which lies in any pose; die coordinates count from the middle. */
    private static GrayF32 blotted(Face face, double x, double y, double contrast, DiePose pose) {
        Scene scene = RenderedDice.clean(face).withPose(pose).withGrain(0.8);
        return RenderedDice.plane(DefectPainter.paint(DiceRenderer.render(scene), pose, new Blot(x, y, 9, contrast, 3))
                .picture());
    }

    @Property(tries = 12, seed = "1", shrinking = ShrinkingMode.OFF)
    void aMarkCountsOnlyWhereItIsLookedForHoweverTheDieLies(
            @ForAll @DoubleRange(min = -3, max = 3) double turn, @ForAll @DoubleRange(min = -3, max = 3) double shift) {
        GrayF32 onTheLeft = blotted(Face.SIX, -28, -28, -150, new DiePose(shift, -1, turn));
        GrayF32 good = RenderedDice.draw(RenderedDice.clean(Face.SIX)
                .withPose(new DiePose(shift, -1, turn))
                .withGrain(0.8));
        assertThat(INSPECTOR.inspect(onTheLeft).anomalous()).isTrue();
        assertThat(INSPECTOR.inspect(good).anomalous()).isFalse();

        for (DiceInspector seesIt : List.of(
                INSPECTOR.within(left(50)),
                INSPECTOR.within("six", left(50)),
                INSPECTOR.within("two", left(50)),
                INSPECTOR.ignoring(square(80, 60, 20)))) {
            Inspection found = seesIt.inspect(onTheLeft);
            assertThat(found.anomalous()).isTrue();
            assertThat(found.score()).isEqualTo(INSPECTOR.inspect(onTheLeft).score());
            assertThat(seesIt.inspect(good).anomalous()).isFalse();
        }
        for (DiceInspector doesNot : List.of(
                INSPECTOR.ignoring(left(50)),
                INSPECTOR.ignoring("six", square(22, 22, 27)),
                INSPECTOR.within("six", square(70, 20, 40)))) {
            Inspection found = doesNot.inspect(onTheLeft);
            assertThat(found.anomalous()).isFalse();
            assertThat(found.regions()).isEmpty();
            assertThat(found.converged()).isTrue();
        }
    }

    /** Looking at less can only lower a score and make a verdict normal; face, pose and residual stay. */
    @Test
    void lookingAtLessOnlyLowersScores() throws IOException {
        DiceInspector narrowed = INSPECTOR.within(left(75)).ignoring(square(30, 30, 25));
        List<Path> files = new ArrayList<>(SamplePictures.anomalous());
        files.addAll(SamplePictures.normal().subList(0, 12));
        int changed = 0;
        for (Path file : files) {
            Inspection whole = INSPECTOR.inspect(file);
            Inspection part = narrowed.inspect(file);

            assertThat(part.score())
                    .isLessThanOrEqualTo(
                            Math.max(whole.score(), 0.9 * INSPECTOR.info().threshold()));
            assertThat(whole.anomalous() || !part.anomalous()).isTrue();
            assertThat(part.face()).isEqualTo(whole.face());
            assertThat(part.alignment()).isEqualTo(whole.alignment());
            assertThat(part.residual()).isEqualTo(whole.residual());
            changed += part.score() < whole.score() ? 1 : 0;
        }
        assertThat(changed).isGreaterThan(5);
    }

    /** Two turns of a two look alike: the mark is found, or ignored, in both. */
    @Test
    void onASymmetricFaceTheRegionCountsInEveryPoseThatLooksAlike() {
        for (int half = 0; half < 2; half++) {
            DiePose pose = new DiePose(0, 0, half * Math.PI);
            GrayF32 marked = blotted(Face.TWO, -30, 0, -150, pose);

            assertThat(INSPECTOR
                            .within("two", square(22, 50, 26))
                            .inspect(marked)
                            .anomalous())
                    .isTrue();
            assertThat(INSPECTOR
                            .ignoring("two", square(20, 48, 30))
                            .inspect(marked)
                            .anomalous())
                    .isFalse();
        }
        for (double turn = 0; turn < 6; turn += 1.3) {
            GrayF32 marked = blotted(Face.ONE, -30, 0, -150, new DiePose(0, 0, turn));

            assertThat(INSPECTOR
                            .within("one", square(50, 22, 26))
                            .inspect(marked)
                            .anomalous())
                    .isTrue();
            assertThat(INSPECTOR
                            .ignoring("one", square(50, 18, 30))
                            .inspect(marked)
                            .anomalous())
                    .isFalse();
        }
    }

    @Test
    void regionsThatFollowOneAnotherNarrowInAnyOrder() {
        GrayF32 picture = blotted(Face.SIX, 20, 20, -100, new DiePose(1, 2, 0.3));
        DiceInspector one =
                INSPECTOR.within(left(90)).ignoring("six", square(40, 40, 30)).within("six", left(95));
        DiceInspector other = INSPECTOR.ignoring("six", square(40, 40, 30)).within(left(90));

        ModelFileTest.assertSameInspection(one.inspect(picture), other.inspect(picture));
    }

    @Test
    void aRegionThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> INSPECTOR.within(RegionOfInterest.ofMask(Planes.flat(64, 64, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the region is 64 x 64 pixels but the model's frame is 128 x 128");
        assertThatThrownBy(() -> INSPECTOR.ignoring(left(128)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the region, in every pose that looks alike, leaves nothing of face five to look at");
        assertThatThrownBy(() -> INSPECTOR.within("two", square(0, 0, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the region, in every pose that looks alike, leaves nothing of face two to look at");
        assertThatThrownBy(() -> INSPECTOR.within("two", left(60)).ignoring("two", left(64)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> INSPECTOR.within("seven", left(60)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has no face seven");
    }

    /** Scores of a part are not those that were learned. */
    @Test
    void aPartOfAFaceIsNeitherWatchedNorRecalibratedWith(@TempDir Path dir) {
        DiceInspector part = INSPECTOR.ignoring("six", square(60, 60, 3));

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                part::watch, () -> part.recalibrate(List.of()), () -> part.recalibrate(dir, (a, b, c) -> {}))) {
            assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining("whole faces");
        }
        assertThat(INSPECTOR.within(left(128)).watch()).isNotNull();
    }

    @Test
    void aPictureOfWhichNothingCountsIsNormalAndItsScoreStays() {
        GrayF32 marked = blotted(Face.SIX, -28, -28, -150, new DiePose(0, 0, 0));
        Inspection before = INSPECTOR.inspect(marked);
        DefectRegion blot = before.regions().get(0);

        for (Relevance relevance : List.of(
                Relevance.EVERYTHING.withMinArea(blot.area() + 1),
                Relevance.EVERYTHING.withMinContrast(Math.nextUp(blot.contrast())),
                Relevance.EVERYTHING.only(Polarity.LIGHT))) {
            Inspection found = INSPECTOR.withRelevance(relevance).inspect(marked);

            assertThat(found.verdict()).isEqualTo(Verdict.NORMAL);
            assertThat(found.score())
                    .isEqualTo(before.score())
                    .isGreaterThan(INSPECTOR.info().threshold());
            assertThat(found.pValue()).isEqualTo(before.pValue());
            assertThat(found.heatMap().data).isEqualTo(before.heatMap().data);
            assertThat(found.regions()).isEmpty();
            assertThat(found.dismissed()).isEqualTo(before.regions());
            assertThat(found.explain())
                    .contains("looks like a good face six, but for a mark that does not count, dark");
        }
        Inspection counted = INSPECTOR
                .withRelevance(new Relevance(blot.area(), blot.contrast(), Set.of(Polarity.DARK)))
                .inspect(marked);
        ModelFileTest.assertSameInspection(counted, before);
    }

    /** Of several marks those that count are told, and the others apart. */
    @Test
    void regionsAreTheSameWhetherTheyCountOrNot() throws IOException {
        DiceInspector darkOnly = INSPECTOR.withRelevance(Relevance.EVERYTHING.only(Polarity.DARK));
        int dismissed = 0;
        for (Path file : SamplePictures.anomalous()) {
            Inspection all = INSPECTOR.inspect(file);
            Inspection dark = darkOnly.inspect(file);

            assertThat(Stream.concat(dark.regions().stream(), dark.dismissed().stream()))
                    .containsExactlyInAnyOrderElementsOf(all.regions());
            assertThat(dark.regions()).extracting(DefectRegion::polarity).doesNotContain(Polarity.LIGHT);
            assertThat(dark.dismissed()).extracting(DefectRegion::polarity).doesNotContain(Polarity.DARK);
            assertThat(dark.anomalous())
                    .isEqualTo(all.anomalous()
                            && (!dark.regions().isEmpty() || dark.dismissed().isEmpty()));
            dismissed += dark.dismissed().size();
            if (!all.regions().isEmpty()) {
                assertThat(all.regions().stream()
                                .mapToDouble(DefectRegion::share)
                                .sum())
                        .isCloseTo(1, within(1e-9));
            }
        }
        assertThat(dismissed).isPositive();
    }

    /** What is not aligned is anomalous whatever counts. */
    @Test
    void aPictureThatDoesNotAlignIsAnomalousThoughNothingCounts() {
        DiceInspector blind = INSPECTOR.withRelevance(new Relevance(Integer.MAX_VALUE, 255, Set.of(Polarity.LIGHT)));

        assertThat(blind.inspect(Planes.noise(128, 128, 1)).anomalous()).isTrue();
        assertThat(blind.inspect(Planes.flat(128, 128, 0)).anomalous()).isTrue();
    }

    @Test
    void whereToLookAndWhatCountsOutlivesAnotherRate() {
        GrayF32 marked = blotted(Face.SIX, -28, -28, -150, new DiePose(0, 0, 0));
        DiceInspector blind = INSPECTOR.withRelevance(Relevance.EVERYTHING.only(Polarity.LIGHT));

        assertThat(blind.withFalseRejectRate(0.1).inspect(marked).anomalous()).isFalse();
        assertThat(blind.within(left(100)).inspect(marked).anomalous()).isFalse();
        assertThat(INSPECTOR
                        .ignoring(left(50))
                        .withFalseRejectRate(0.05)
                        .inspect(marked)
                        .anomalous())
                .isFalse();
        assertThat(INSPECTOR.inspect(marked).anomalous()).isTrue();
    }
}
