package io.github.boofdice.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    /** Log-normal scores, as good pictures have them. */
    private static double[] scores(int n, SplittableRandom random) {
        return random.doubles(n).map(u -> Math.exp(0.3 * normal(u))).toArray();
    }

    /** A normal quantile good to 5e-4: Abramowitz and Stegun 26.2.23. */
    private static double normal(double u) {
        double t = Math.sqrt(-2 * Math.log(Math.max(1e-12, Math.min(u, 1 - u))));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        return u < 0.5 ? -z : z;
    }

    /** The law behind the order statistic holds for any distribution; what is simulated is its mean over calibrations. */
    @ParameterizedTest
    @CsvSource({"100, 0.05", "100, 0.0999", "300, 0.02", "57, 0.2"})
    void anExchangeableNewScoreLiesAboveTheThresholdNoMoreOftenThanStated(int n, double rate) {
        SplittableRandom random = new SplittableRandom(11);
        int rejected = 0;
        int trials = 0;
        for (int calibration = 0; calibration < 2_000; calibration++) {
            double threshold = new Calibration(scores(n, random), 0, rate, true).threshold();
            for (double score : scores(10, random)) {
                rejected += score > threshold ? 1 : 0;
                trials++;
            }
        }
        double k = Math.floor(rate * (n + 1));
        double exact = k / (n + 1);

        assertThat(exact).isLessThanOrEqualTo(rate);
        assertThat(rejected / (double) trials).isCloseTo(exact, within(0.006));
    }

    @Test
    void theFittedTailKeepsToTheStatedRateToo() {
        SplittableRandom random = new SplittableRandom(12);
        int rejected = 0;
        for (int calibration = 0; calibration < 400; calibration++) {
            double threshold = new Calibration(scores(1000, random), 0, 0.001, true).threshold();
            for (double score : scores(1000, random)) {
                rejected += score > threshold ? 1 : 0;
            }
        }

        // A tail never lighter than exponential errs to the safe side for scores whose logarithm is normal.
        assertThat(rejected / 400_000.0).isBetween(0.0002, 0.0011);
    }

    @Property(tries = 100, seed = "1")
    void thresholdIsTheOrderStatisticWhereFiveScoresLieBeyondIt(
            @ForAll @IntRange(min = 100, max = 400) int n,
            @ForAll @DoubleRange(min = 0.05, max = 0.5) @Scale(4) double rate,
            @ForAll long seed) {
        double[] scores = scores(n, new SplittableRandom(seed));

        Calibration calibration = new Calibration(scores, 3, rate, true);

        Arrays.sort(scores);
        int rank = (int) Math.floor(rate * (n + 1) + 1e-9);
        assertThat(calibration.threshold()).isEqualTo(scores[n - rank]);
        assertThat(calibration.source()).isEqualTo("rank " + rank + " from the top of " + n + " cross-fitted scores");
    }

    @Test
    void aRateThatMeetsARankExactlyIsNotLostToRounding() {
        double[] scores = new double[99];
        Arrays.setAll(scores, i -> i + 1);

        // 0.07 x 100 is 7.000000000000001 and 0.29 x 100 is 28.999999999999996 in doubles.
        assertThat(new Calibration(scores, 0, 0.07, true).threshold()).isEqualTo(93);
        assertThat(new Calibration(scores, 0, 0.29, true).threshold()).isEqualTo(71);
    }

    @Property(tries = 60, seed = "2")
    void pValuesFallFromAboutOneToAboutZeroAndNeverRise(
            @ForAll @IntRange(min = 2, max = 300) int n, @ForAll @IntRange(max = 5) int failed, @ForAll long seed) {
        double[] scores = scores(n, new SplittableRandom(seed));
        Calibration calibration = new Calibration(scores, failed, 0.4, true);
        Arrays.sort(scores);

        double before = calibration.pValue(0);
        assertThat(before).isEqualTo(1);
        for (double score = 0; score < 2 * scores[n - 1]; score += 0.003) {
            double p = calibration.pValue(score);
            assertThat(p).isGreaterThan(0).isLessThanOrEqualTo(before);
            before = p;
        }
        for (double score : scores) {
            assertThat(calibration.pValue(Math.nextUp(score))).isLessThanOrEqualTo(calibration.pValue(score));
            assertThat(calibration.pValue(score)).isLessThanOrEqualTo(calibration.pValue(Math.nextDown(score)));
        }
        assertThat(calibration.pValue(1e300)).isGreaterThan(0);
    }

    @Test
    void pValuesOfGoodScoresAreUniform() {
        SplittableRandom random = new SplittableRandom(13);
        double[] held = new double[4_000];
        for (int i = 0; i < held.length; i += 10) {
            Calibration calibration = new Calibration(scores(200, random), 0, 0.05, true);
            int from = i;
            double[] fresh = scores(10, random);
            Arrays.setAll(fresh, j -> held[from + j] = calibration.pValue(fresh[j]));
        }

        for (double level : new double[] {0.01, 0.05, 0.1, 0.25, 0.5, 0.75}) {
            double share = Arrays.stream(held).filter(p -> p <= level).count() / (double) held.length;
            // Three standard errors, and a little for the fitted tail.
            assertThat(share).isCloseTo(level, within(3 * Math.sqrt(level * (1 - level) / held.length) + 0.006));
        }
    }

    /** The tail is trusted for a decade beyond what n scores can vouch for, and no further. */
    @Test
    void pValuesFallToATenthOfWhatTheScoresVouchFor() {
        Calibration calibration = new Calibration(scores(200, new SplittableRandom(3)), 0, 0.05, true);

        assertThat(calibration.pValue(1.9)).isGreaterThan(calibration.pValue(2.1));
        assertThat(calibration.pValue(2.1)).isGreaterThan(0.1 / 201);
        assertThat(calibration.pValue(50)).isEqualTo(0.1 / 201);
        assertThat(calibration.pValue(1e6)).isEqualTo(0.1 / 201);
    }

    @Test
    void scoresFarBeyondAllOthersAreKeptAsTheyAre() {
        double[] scores = scores(200, new SplittableRandom(3));
        scores[17] = 1e6;

        assertThat(new Calibration(scores, 0, 0.05, true).scores()[199]).isEqualTo(1e6);
    }

    @Test
    void failedAlignmentsCountInPValuesButSetNoThreshold() {
        double[] scores = scores(60, new SplittableRandom(4));
        Calibration all = new Calibration(scores, 0, 0.1, true);
        Calibration some = new Calibration(scores, 6, 0.1, true);

        assertThat(some.threshold()).isEqualTo(all.threshold());
        assertThat(some.failed()).isEqualTo(6);
        assertThat(some.size()).isEqualTo(60);
        for (double score = 0.2; score < 4; score += 0.1) {
            // A failed picture counts as one that scores above everything.
            assertThat(some.pValue(score)).isGreaterThanOrEqualTo(all.pValue(score));
            assertThat(some.pValue(score)).isGreaterThanOrEqualTo(6 / 66.0);
        }
        assertThat(some.pValueOfFailure()).isEqualTo(7 / 67.0);
        assertThat(all.pValueOfFailure()).isEqualTo(1 / 61.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 9, 10})
    void withTenScoresOrFewerTheLargestIsTheThreshold(int n) {
        double[] scores = scores(n, new SplittableRandom(5));

        Calibration calibration = new Calibration(scores, 0, Calibration.defaultRate(n), true);

        assertThat(calibration.threshold())
                .isEqualTo(Arrays.stream(scores).max().orElseThrow());
        assertThat(calibration.rate()).isEqualTo(1.0 / (n + 1));
        assertThat(calibration.source())
                .isEqualTo("largest of " + n + " cross-fitted scores, which vouches for a rate of 1/" + (n + 1));
        assertThat(calibration.pValue(1e9)).isEqualTo(1.0 / (n + 1));
    }

    @Test
    void fewerThanFiveScoresBeyondTheThresholdCallForAFittedTail() {
        Calibration calibration = new Calibration(scores(1000, new SplittableRandom(6)), 0, 0.001, true);

        assertThat(calibration.source()).startsWith("Pareto tail over the largest 50 of 1000 cross-fitted scores");
        assertThat(calibration.pValue(calibration.threshold())).isCloseTo(0.001, within(1e-9));
    }

    @Test
    void scoresOfTurnedCopiesAreCalledTooTight() {
        assertThat(new Calibration(new double[] {1, 2, 3}, 0, 0.25, false).source())
                .contains("too tight");
    }

    @Test
    void anotherRateLeavesScoresAndFailuresAsTheyAre() {
        Calibration first = new Calibration(scores(200, new SplittableRandom(7)), 4, 0.05, true);

        Calibration second = first.at(0.2);

        assertThat(second.scores()).isEqualTo(first.scores());
        assertThat(second.failed()).isEqualTo(4);
        assertThat(second.heldOut()).isTrue();
        assertThat(second.rate()).isEqualTo(0.2);
        assertThat(second.threshold()).isLessThan(first.threshold());
        assertThat(second.at(0.05).threshold()).isEqualTo(first.threshold());
    }

    @Property(tries = 40, seed = "3")
    void aSmallerRateNeverLowersTheThreshold(@ForAll @IntRange(min = 2, max = 400) int n, @ForAll long seed) {
        Calibration calibration = new Calibration(scores(n, new SplittableRandom(seed)), 0, 0.5, true);

        double before = 0;
        for (double rate = 0.6; rate > 0.0005; rate *= 0.97) {
            double threshold = calibration.at(rate).threshold();
            assertThat(threshold).as("rate %s", rate).isGreaterThanOrEqualTo(before);
            before = threshold;
        }
    }

    @Test
    void theGivenScoresAreNeitherSortedNorKept() {
        double[] scores = {3, 1, 2};
        Calibration calibration = new Calibration(scores, 0, 0.25, true);
        scores[0] = 100;
        calibration.scores()[0] = 100;

        assertThat(scores).containsExactly(100, 1, 2);
        assertThat(calibration.scores()).containsExactly(1, 2, 3);
    }

    @Test
    void ratesFollowTheNumberOfPictures() {
        assertThat(Calibration.leastRate(99)).isEqualTo(0.01);
        assertThat(Calibration.defaultRate(99)).isEqualTo(0.01);
        assertThat(Calibration.defaultRate(5000)).isEqualTo(0.001);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
    void ratesOutsideZeroToOneAreRefused(double rate) {
        assertThatThrownBy(() -> new Calibration(new double[] {1, 2}, 0, rate, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but is " + rate);
    }

    @Test
    void aSingleScoreIsRefused() {
        assertThatThrownBy(() -> new Calibration(new double[] {1}, 0, 0.5, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calibration needs at least two scores but has 1");
    }
}
