package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.cnn.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any network, shown with one that is made by hand; how well the library's own judges stands elsewhere. */
class CnnInspectorTest {
    private static final CnnInspector CNN = SmallCnn.INSPECTOR;
    private static final List<GrayF32> PICTURES = SmallCnn.pictures();

    @Test
    void everyThreadGivesTheSameAnswer() throws Exception {
        Inspector combined = CNN.combined();
        List<Callable<Inspection>> tasks = new ArrayList<>();
        for (GrayF32 picture : PICTURES) {
            tasks.add(() -> CNN.inspect(picture));
            tasks.add(() -> combined.inspect(picture));
        }
        ExecutorService pool = Executors.newFixedThreadPool(5);
        try {
            List<Future<Inspection>> answers = pool.invokeAll(tasks);
            for (int i = 0; i < tasks.size(); i++) {
                ModelFileTest.assertSameInspection(
                        answers.get(i).get(), tasks.get(i).call());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Where the part lies is the difference method's business; what the score means is the network's. */
    @Test
    void faceAndPoseAreTheDifferenceMethods() {
        for (GrayF32 picture : PICTURES) {
            Inspection network = CNN.inspect(picture);
            Inspection difference = CNN.difference().inspect(picture);

            assertThat(network.face()).isEqualTo(difference.face());
            assertThat(network.pose()).isEqualTo(difference.pose());
            assertThat(network.alignment()).isEqualTo(difference.alignment());
            assertThat(network.anomalous()).isEqualTo(!network.converged() || network.score() > CnnInspector.THRESHOLD);
        }
    }

    @Test
    void goodPicturesPassAndDefectsThatShowDoNot() {
        int good = 0;
        int defective = 0;
        for (int i = 4; i < PICTURES.size(); i += 2) {
            good += CNN.inspect(PICTURES.get(i)).anomalous() ? 0 : 1;
            defective += CNN.inspect(PICTURES.get(i + 1)).anomalous() ? 1 : 0;
        }

        assertThat(good).isGreaterThanOrEqualTo(11);
        assertThat(defective).isGreaterThanOrEqualTo(4);
    }

    /** At rates of a half and more the threshold lies below what a typical good picture scores. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.999})
    void whateverTheRateFiguresAreFiniteAndOfThePicturesSize(double rate) {
        CnnInspector other = CNN.withFalseRejectRate(rate);
        for (Inspector inspector : List.of(other, other.combined())) {
            for (GrayF32 picture : PICTURES) {
                assertFinite(inspector.inspect(picture), picture);
            }
        }
    }

    static void assertFinite(Inspection found, GrayF32 picture) {
        assertThat(found.score()).isFinite().isNotNegative();
        assertThat(found.pValue()).isGreaterThan(0).isLessThanOrEqualTo(1);
        assertThat(List.of(found.heatMap().width, found.heatMap().height))
                .containsExactly(picture.width, picture.height);
        for (float heat : found.heatMap().data) {
            if (!(heat >= 0 && Float.isFinite(heat))) {
                throw new AssertionError("heat of " + heat);
            }
        }
        assertThat(found.regions()).allSatisfy(region -> {
            assertThat(region.peak()).isFinite().isPositive();
            assertThat(region.x()).isNotNegative();
            assertThat(region.y()).isNotNegative();
            assertThat(region.x() + region.width()).isLessThanOrEqualTo(picture.width);
            assertThat(region.y() + region.height()).isLessThanOrEqualTo(picture.height);
        });
    }

    @Test
    void theHeatMapReaches1WhereTheNetworkRejects() {
        for (GrayF32 picture : PICTURES) {
            Inspection found = CNN.inspect(picture);
            float most = 0;
            for (float heat : found.heatMap().data) {
                most = Math.max(most, heat);
            }
            // Between the middles of cells it is lower; at a middle that is no pixel a little of its greatest is lost.
            if (found.score() > 1.5) {
                assertThat(most).isGreaterThan(1);
                assertThat(found.regions()).isNotEmpty();
            }
            if (found.score() < CnnInspector.THRESHOLD) {
                assertThat(most).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void lookingAtLessLowersScoresOnly() {
        DiceInspector whole = CNN.difference();
        int side = SmallModel.SIDE;
        int lower = 0;
        for (int cut = 14; cut < 40; cut += 5) {
            GrayF32 mask = new GrayF32(side, side);
            Arrays.fill(mask.data, cut * side, mask.data.length, 1);
            RegionOfInterest region = RegionOfInterest.ofMask(mask);
            CnnInspector narrowed = CNN.over(whole.within(region));
            for (GrayF32 picture : PICTURES) {
                double all = CNN.inspect(picture).score();
                double part = narrowed.inspect(picture).score();
                assertThat(part).isLessThanOrEqualTo(all);
                lower += part < all ? 1 : 0;
            }
        }
        assertThat(lower).isPositive();
    }

    @Test
    void aSmallerRateRejectsNoMore() {
        double before = 0;
        double beforeDifference = 0;
        for (double rate = 0.9; rate > 1e-4; rate /= 2) {
            CnnInspector other = CNN.withFalseRejectRate(rate);

            assertThat(other.calibration().threshold()).isGreaterThanOrEqualTo(before);
            assertThat(other.difference().info().threshold()).isGreaterThanOrEqualTo(beforeDifference);
            assertThat(other.difference().info().falseRejectRate()).isEqualTo(rate);
            before = other.calibration().threshold();
            beforeDifference = other.difference().info().threshold();
        }
        for (double rate : new double[] {0, 1, -1, Double.NaN}) {
            assertThatThrownBy(() -> CNN.withFalseRejectRate(rate)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Of 20 pictures 4 are held out, in five views each. */
    @Test
    void theThresholdRestsOnTheHeldOutPicturesAndTheirOtherViews() {
        assertThat(CNN.calibration().size() + CNN.calibration().failed()).isEqualTo(20);
        assertThat(CNN.difference().info().pictures()).isEqualTo(20);
        assertThat(CNN.source()).contains("20 ");
    }

    @Test
    void learningTwiceGivesTheSameBytes() throws Exception {
        CnnInspector again =
                DiceInspector.builder().withNetwork(LimitsNetwork.get()).learn(SmallModel.pictures(10));

        assertThat(CnnModelFile.encode(again)).isEqualTo(CnnModelFile.encode(CNN));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tooFewPicturesAFolderAreRefused(int each) {
        assertThatThrownBy(() ->
                        DiceInspector.builder().withNetwork(LimitsNetwork.get()).learn(SmallModel.pictures(each)))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("the list of good pictures: ")
                .hasMessageContaining("at least 5 a folder");
    }

    /** What is no network for this is said before anything is learned. */
    @Test
    void aNetworkThatTakesOrMakesSomethingElseIsRefused() {
        for (String layers : List.of(
                "input 1 104 104\nconvolution a outputs 2 kernel 1\n",
                "input 2 104 104\nconvolution a outputs 3 kernel 1\n",
                "input 2 104 104\nmaxpool m kernel 2 1 stride 2 1\nconvolution a outputs 2 kernel 1\n",
                "input 2 104 104\nglobalavgpool g\nflatten f\ndense d outputs 2\n")) {
            Network network = Network.untrained(layers, 1);
            assertThatThrownBy(() -> DiceInspector.builder().withNetwork(network))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("planes of square cells");
        }
    }

    /** Weights that overflow make no number; what cannot be told must not pass as good. */
    @Test
    void whatTheNetworkCannotTellIsNotNormal() {
        CnnInspector overflowing = new CnnInspector(
                CNN.difference(),
                LimitsNetwork.weighing(Float.MAX_VALUE, Float.MAX_VALUE),
                CNN.typical(),
                CNN.calibration());
        for (GrayF32 picture : PICTURES) {
            Inspection found = overflowing.inspect(picture);

            assertFinite(found, picture);
            assertThat(found.anomalous() || !CNN.inspect(picture).anomalous()).isTrue();
        }
    }

    @Test
    void anInspectorOfOtherFacesIsRefused() {
        assertThatThrownBy(() -> CNN.over(RenderedDice.inspector()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but must have");
    }

    @Test
    void combinedRejectsWhatOneOfTheTwoRejectsAtHalfTheRate() {
        for (double rate : new double[] {0.02, 0.2, 0.9}) {
            CnnInspector whole = CNN.withFalseRejectRate(rate);
            CnnInspector half = CNN.withFalseRejectRate(rate / 2);
            Inspector combined = whole.combined();
            int anomalous = 0;
            for (GrayF32 picture : PICTURES) {
                Inspection difference = half.difference().inspect(picture);
                Inspection network = half.inspect(picture);
                Inspection both = combined.inspect(picture);

                assertThat(both.anomalous()).isEqualTo(difference.anomalous() || network.anomalous());
                if (both.converged()) {
                    assertThat(both.score() > 1).isEqualTo(both.anomalous());
                }
                assertThat(both.pValue()).isEqualTo(Math.min(1, 2 * Math.min(difference.pValue(), network.pValue())));
                anomalous += both.anomalous() ? 1 : 0;
            }
            assertThat(anomalous).isBetween(1, PICTURES.size() - 1);
        }
    }

    @Test
    void aDismissedRegionCountsForNeither() {
        CnnInspector lenient = CNN.over(CNN.difference().withRelevance(Relevance.EVERYTHING.withMinArea(100_000)));
        for (GrayF32 picture : PICTURES) {
            for (Inspector inspector : List.of(lenient, lenient.combined())) {
                Inspection found = inspector.inspect(picture);
                assertThat(found.regions()).isEmpty();
                if (found.converged() && !found.dismissed().isEmpty()) {
                    assertThat(found.anomalous()).isFalse();
                }
            }
        }
    }

    @Test
    void picturesInMemoryLeaveNoFingerprints() {
        FileFingerprint stranger = new FileFingerprint(1);

        assertThat(CNN.learnedFrom(stranger)).isFalse();
        assertThat(CNN.combined().learnedFrom(stranger)).isFalse();
    }
}
