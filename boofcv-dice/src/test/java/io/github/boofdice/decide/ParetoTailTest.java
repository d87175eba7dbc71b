package io.github.boofdice.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoTailTest {
    /** Standard errors at 20,000 exceedances are about 0.01 in shape and 1.5 % in scale: three of them are allowed. */
    @ParameterizedTest
    @CsvSource({"0.0, 1.0", "0.1, 0.3", "0.2, 1.0", "0.35, 5.0"})
    void theParametersOfASimulatedTailAreRecovered(double shape, double scale) {
        int n = 200_000;
        int exceedances = 20_000;
        double start = 2.5;
        SplittableRandom random = new SplittableRandom(7);
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = i < n - exceedances
                    ? start * random.nextDouble()
                    : start + quantile(1 - random.nextDouble(), shape, scale);
        }
        Arrays.sort(scores);

        ParetoTail tail = ParetoTail.fit(scores, exceedances);

        assertThat(tail.start()).isCloseTo(start, within(1e-3));
        assertThat(tail.share()).isEqualTo(0.1);
        assertThat(tail.shape()).isCloseTo(shape, within(0.035));
        assertThat(tail.scale()).isCloseTo(scale, within(0.045 * scale));
    }

    /** Hosking and Wallis 1987: k = a0 / (a0 - 2 a1) - 2, alpha = 2 a0 a1 / (a0 - 2 a1), at the plotting positions (i - 0.35) / n. */
    @Test
    void theFitIsThatOfProbabilityWeightedMoments() {
        double[] scores = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.95, 1.3, 3.1};
        double start = 0.4;
        int n = 6;
        double a0 = 0;
        double a1 = 0;
        for (int i = 1; i <= n; i++) {
            double y = scores[3 + i] - start;
            a0 += y / n;
            a1 += (1 - (i - 0.35) / n) * y / n;
        }
        double k = a0 / (a0 - 2 * a1) - 2;
        double alpha = 2 * a0 * a1 / (a0 - 2 * a1);

        ParetoTail tail = ParetoTail.fit(scores, n);

        assertThat(-k).isBetween(0.05, 0.45);
        assertThat(tail.start()).isEqualTo(start);
        assertThat(tail.share()).isEqualTo(0.6);
        assertThat(tail.shape()).isCloseTo(-k, within(1e-12));
        assertThat(tail.scale()).isCloseTo(alpha, within(1e-12));
    }

    /** Textbook form, written differently on purpose: y with P(Y > y) = p. */
    private static double quantile(double p, double shape, double scale) {
        return shape == 0 ? -scale * Math.log(p) : scale * (1 / Math.pow(p, shape) - 1) / shape;
    }

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void quantileAndExceedanceAreInverse(
            @ForAll @DoubleRange(min = -3, max = 3) @Scale(4) double start,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) @Scale(4) double share,
            @ForAll @DoubleRange(max = 0.5) @Scale(4) double shape,
            @ForAll @DoubleRange(min = 0.001, max = 10) @Scale(4) double scale,
            @ForAll @DoubleRange(min = 0.0001, max = 1) @Scale(5) double part) {
        ParetoTail tail = new ParetoTail(start, share, shape, scale);
        double rate = part * share;

        double score = tail.quantile(rate);

        assertThat(score).isGreaterThanOrEqualTo(start);
        assertThat(tail.exceedance(score) / rate).isCloseTo(1, within(1e-6));
        assertThat(tail.quantile(share)).isCloseTo(start, within(1e-12));
        assertThat(tail.exceedance(start)).isCloseTo(share, within(1e-12));
    }

    @Property(tries = 200, seed = "2")
    void aSmallerRateNeedsAGreaterScore(
            @ForAll @DoubleRange(max = 0.5) @Scale(4) double shape,
            @ForAll @DoubleRange(min = 1e-6, max = 0.09) @Scale(6) double rate) {
        ParetoTail tail = new ParetoTail(1, 0.1, shape, 0.4);

        assertThat(tail.quantile(rate)).isGreaterThan(tail.quantile(1.1 * rate));
        assertThat(tail.exceedance(2)).isGreaterThan(tail.exceedance(2.001));
    }

    @Property(tries = 200, seed = "3")
    void theFittedTailIsNeverLighterThanExponentialNorHeavierThanAHalf(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double power = 0.2 + 6 * random.nextDouble();
        double[] scores = new double[40];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.pow(random.nextDouble(), power);
        }
        Arrays.sort(scores);

        ParetoTail tail = ParetoTail.fit(scores, 10);

        assertThat(tail.shape()).isBetween(0.0, 0.5);
        assertThat(tail.scale()).isPositive();
        // The mean excess of the fit is that of the scores, clipped shape or not.
        double mean = Arrays.stream(scores, 30, 40).average().orElseThrow() - scores[29];
        assertThat(tail.scale() / (1 - tail.shape())).isCloseTo(mean, within(1e-9));
    }

    @Test
    void scoresThatAreAllEqualGiveATailOfNoWidth() {
        double[] scores = new double[30];
        Arrays.fill(scores, 2);

        ParetoTail tail = ParetoTail.fit(scores, 10);

        assertThat(tail.quantile(0.001)).isCloseTo(2, within(1e-6));
        assertThat(tail.exceedance(2.1)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @CsvSource({"4, 100", "0, 100", "100, 100", "10, 10"})
    void tooFewScoresAreRefused(int exceedances, int n) {
        assertThatThrownBy(() -> ParetoTail.fit(new double[n], exceedances))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "exceedances is " + exceedances + " but must lie in 5.." + (n - 1) + " for " + n + " scores");
    }
}
