package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The two areas against their definitions. */
class RankingTest {
    /** Scores on a coarse grid, so that ties are common. */
    record Case(double[] scores, boolean[] anomalous) {}

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.integers()
                .between(0, 40)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.integers()
                                        .between(0, 12)
                                        .array(int[].class)
                                        .ofSize(n),
                                Arbitraries.of(true, false)
                                        .array(boolean[].class)
                                        .ofSize(n))
                        .as((scores, truth) -> new Case(
                                Arrays.stream(scores).mapToDouble(s -> s / 4.0).toArray(), truth)));
    }

    @Test
    void fourPicturesOfTheUsualExample() {
        // scikit-learn's documentation: y = [0, 0, 1, 1], scores = [0.1, 0.4, 0.35, 0.8] gives 0.75 and 0.8333...
        Ranking ranking = Ranking.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

        assertThat(ranking.auroc()).isEqualTo(0.75);
        assertThat(ranking.averagePrecision()).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-15));
    }

    @Test
    void aTieCountsHalf() {
        Ranking ranking = Ranking.of(new double[] {1, 1, 0, 2}, new boolean[] {true, false, false, true});

        // Pairs (anomalous, normal): (1, 1) half, (1, 0), (2, 1), (2, 0) whole.
        assertThat(ranking.auroc()).isEqualTo(3.5 / 4);
        // Called from the top: {2} gives P = 1, R = 1/2; {2, 1, 1} gives P = 2/3, R = 1.
        assertThat(ranking.averagePrecision()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-15));
    }

    @Property(seed = "1021")
    void theRocCurveRisesFromCornerToCornerAndItsAreaIsTheAuroc(@ForAll("cases") Case sample) {
        Ranking ranking = Ranking.of(sample.scores, sample.anomalous);
        List<RocPoint> points = ranking.roc();

        if (Double.isNaN(ranking.auroc())) {
            assertThat(points).isEmpty();
            return;
        }
        assertThat(points.get(0)).isEqualTo(new RocPoint(0, 0));
        assertThat(points.get(points.size() - 1)).isEqualTo(new RocPoint(1, 1));
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            RocPoint a = points.get(i - 1);
            RocPoint b = points.get(i);
            assertThat(b.falseRejectRate()).isGreaterThanOrEqualTo(a.falseRejectRate());
            assertThat(b.recall()).isGreaterThanOrEqualTo(a.recall());
            area += (b.falseRejectRate() - a.falseRejectRate()) * (a.recall() + b.recall()) / 2;
        }
        assertThat(area).isCloseTo(ranking.auroc(), within(1e-12));
    }

    @Test
    void pointsInsideAStraightStretchOfTheRocCurveAreLeftOut() {
        Ranking ranking =
                Ranking.of(new double[] {9, 8, 7, 6, 5, 4}, new boolean[] {true, true, true, false, false, false});

        assertThat(ranking.roc()).containsExactly(new RocPoint(0, 0), new RocPoint(0, 1), new RocPoint(1, 1));
    }

    @Property(seed = "1021")
    void aurocIsTheShareOfPairsInTheRightOrder(@ForAll("cases") Case sample) {
        double right = 0;
        double pairs = 0;
        for (int a = 0; a < sample.scores.length; a++) {
            for (int n = 0; n < sample.scores.length; n++) {
                if (sample.anomalous[a] && !sample.anomalous[n]) {
                    pairs++;
                    right += sample.scores[a] > sample.scores[n] ? 1 : sample.scores[a] == sample.scores[n] ? 0.5 : 0;
                }
            }
        }

        double auroc = Ranking.of(sample.scores, sample.anomalous).auroc();

        if (pairs == 0) {
            assertThat(auroc).isNaN();
        } else {
            assertThat(auroc).isCloseTo(right / pairs, within(1e-12));
        }
    }

    @Property(seed = "1021")
    void averagePrecisionIsTheSumOverThresholds(@ForAll("cases") Case sample) {
        double all = count(sample, Double.NEGATIVE_INFINITY, true);
        double[] thresholds = Arrays.stream(sample.scores).distinct().sorted().toArray();
        double sum = 0;
        double lastRecall = 0;
        for (int i = thresholds.length - 1; i >= 0; i--) {
            double found = count(sample, thresholds[i], true);
            double recall = found / all;
            sum += (recall - lastRecall) * found / (found + count(sample, thresholds[i], false));
            lastRecall = recall;
        }

        double averagePrecision = Ranking.of(sample.scores, sample.anomalous).averagePrecision();

        if (all == 0) {
            assertThat(averagePrecision).isNaN();
        } else {
            assertThat(averagePrecision).isCloseTo(sum, within(1e-12));
        }
    }

    @Property(seed = "1021")
    void onlyTheOrderOfTheScoresMatters(@ForAll("cases") Case sample) {
        double[] stretched =
                Arrays.stream(sample.scores).map(s -> Math.exp(3 * s) - 7).toArray();

        assertThat(areas(stretched, sample.anomalous)).isEqualTo(areas(sample.scores, sample.anomalous));
    }

    @Property(seed = "1021")
    void turningTheScoresRoundMirrorsAuroc(@ForAll("cases") Case sample) {
        double[] negated = Arrays.stream(sample.scores).map(s -> -s).toArray();

        double auroc = Ranking.of(sample.scores, sample.anomalous).auroc();
        double mirrored = Ranking.of(negated, sample.anomalous).auroc();

        if (Double.isNaN(auroc)) {
            assertThat(mirrored).isNaN();
        } else {
            assertThat(mirrored).isCloseTo(1 - auroc, within(1e-12));
        }
    }

    @Property(seed = "1021")
    void aWeightIsAPictureThatStandsThereSoManyTimes(@ForAll("cases") Case sample) {
        int[] weights = new int[sample.scores.length];
        List<Integer> copies = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 3;
            for (int c = 0; c < weights[i]; c++) {
                copies.add(i);
            }
        }
        double[] scores = copies.stream().mapToDouble(i -> sample.scores[i]).toArray();
        boolean[] truth = new boolean[scores.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = sample.anomalous[copies.get(i)];
        }

        Ranking.Areas weighted = Ranking.of(sample.scores, sample.anomalous).areas(weights);
        Ranking.Areas copied = areas(scores, truth);

        assertThat(List.of(weighted.auroc(), weighted.averagePrecision()))
                .usingElementComparator(RankingTest::nearly)
                .containsExactly(copied.auroc(), copied.averagePrecision());
    }

    @Test
    void minusZeroAndZeroAreOneScore() {
        assertThat(Ranking.of(new double[] {0.0, -0.0}, new boolean[] {true, false})
                        .auroc())
                .isEqualTo(0.5);
    }

    @Test
    void scoresThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> Ranking.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number 1 is NaN");
        assertThatThrownBy(() -> Ranking.of(new double[1], new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 scores but 2 truths");
    }

    /** As a record, so that NaN equals NaN. */
    private static Ranking.Areas areas(double[] scores, boolean[] truth) {
        Ranking ranking = Ranking.of(scores, truth);
        return new Ranking.Areas(ranking.auroc(), ranking.averagePrecision());
    }

    private static int nearly(double a, double b) {
        return Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b);
    }

    private static double count(Case sample, double threshold, boolean anomalous) {
        double count = 0;
        for (int i = 0; i < sample.scores.length; i++) {
            count += sample.anomalous[i] == anomalous && sample.scores[i] >= threshold ? 1 : 0;
        }
        return count;
    }
}
