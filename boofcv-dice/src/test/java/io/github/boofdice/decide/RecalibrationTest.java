package io.github.boofdice.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecalibrationTest {
    private static final int LEARNED = 400;
    private static final double SPREAD = 0.3;

    private static Traits part(Random random, double shift) {
        return new Traits(SPREAD * random.nextGaussian() + shift, shift, 0, 3 + shift, 0, Double.NaN);
    }

    private static List<Traits> learned() {
        Random random = new Random(1);
        List<Traits> parts = new ArrayList<>();
        for (int i = 0; i < LEARNED; i++) {
            parts.add(part(random, 0));
        }
        return parts;
    }

    private static final List<Traits> PARTS = learned();
    private static final Calibration CALIBRATION =
            new Calibration(PARTS.stream().mapToDouble(p -> Math.exp(p.score())).toArray(), 0, 0.005, true);

    private static List<Recalibration.Later> later(int n, double shift, long seed) {
        Random random = new Random(seed);
        List<Recalibration.Later> later = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            later.add(new Recalibration.Later(0, part(random, shift)));
        }
        return later;
    }

    private static Recalibration recalibrated(List<Recalibration.Later> later) throws RecalibrationException {
        return Recalibration.of(CALIBRATION, List.of(PARTS), later, 0);
    }

    @Property(tries = 100, seed = "1")
    void manyPicturesMoveTheThresholdAsFarAsTheScoresMoved(
            @ForAll @DoubleRange(min = -0.8, max = 0.8) double shift, @ForAll @IntRange(max = 1_000) int seed)
            throws RecalibrationException {
        Calibration moved = recalibrated(later(600, shift, seed)).calibration();

        assertThat(Math.log(moved.threshold() / CALIBRATION.threshold())).isCloseTo(shift, within(0.2));
        assertThat(moved.rate()).isEqualTo(CALIBRATION.rate());
    }

    /** The middle of a handful is uncertain: it must not carry the threshold further than it lies itself. */
    @Property(tries = 100, seed = "2")
    void aHandfulMovesItPartOfTheWay(
            @ForAll @IntRange(min = 3, max = 12) int n, @ForAll @IntRange(max = 1_000) int seed)
            throws RecalibrationException {
        List<Recalibration.Later> later = later(n, -0.3, seed);
        double middle =
                later.stream().mapToDouble(l -> l.traits().score()).sorted().toArray()[n / 2];
        double before = middle(CALIBRATION);

        double factor = recalibrated(later).calibration().level().factor();

        assertThat(Math.log(factor)).isCloseTo(n / (n + 3.0) * (middle - before), within(1e-9));
    }

    private static double middle(Calibration calibration) {
        return Math.log(calibration.scores()[calibration.size() / 2]);
    }

    /**
     * What is rejected at the new level, averaged over many recalibrations: the exact tail of the normal scores beyond the threshold. Few pictures hold the rate less well; where they
     * could not at all they are refused.
     */
    @ParameterizedTest
    @CsvSource({
        "100, 0.2, 1.5",
        "100, 0.7, 1.7",
        "20, 0.3, 2.2",
        "20, 0.6, 2.6",
        "10, 0, 2",
        "10, 0.3, 3.2",
        "4, 0, 2.2"
    })
    void theRateAtTheNewLevelIsTheStatedOneTimesSoMuch(int n, double shift, double times) {
        double sum = 0;
        int used = 0;
        for (int seed = 0; seed < 400; seed++) {
            try {
                double threshold =
                        recalibrated(later(n, shift, seed)).calibration().threshold();
                sum += beyond((Math.log(threshold) - shift) / SPREAD);
                used++;
            } catch (RecalibrationException e) {
                assertThat(e).hasMessageContaining("pictures are too few for scores");
            }
        }

        assertThat(used).isGreaterThan(100);
        assertThat(sum / used).isLessThan(times * CALIBRATION.rate());
    }

    /** Share of a normal distribution beyond z: Abramowitz and Stegun 26.2.17. */
    private static double beyond(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z < 0 ? 1 - tail : tail;
    }

    /** Quiet pictures of one face of four must not make the others' good parts bad ones; loud ones may move the threshold for all. */
    @Test
    void theThresholdFallsOnlyByTheShareOfTheFacesSeen() throws RecalibrationException {
        List<List<Traits>> four = List.of(PARTS, PARTS, PARTS, PARTS);
        for (double shift : new double[] {-0.6, 0.6}) {
            double all = Math.log(Recalibration.of(CALIBRATION, List.of(PARTS), later(60, shift, 14), 0)
                    .calibration()
                    .level()
                    .factor());
            double quarter = Math.log(Recalibration.of(CALIBRATION, four, later(60, shift, 14), 0)
                    .calibration()
                    .level()
                    .factor());

            assertThat(quarter).isCloseTo(shift < 0 ? all / 4 : all, within(1e-9));
        }
    }

    @Test
    void tooFewPicturesForALargeRiseAreRefusedAndEnoughAreNamed() {
        assertThatThrownBy(() -> recalibrated(later(4, 1, 3)))
                .isInstanceOf(RecalibrationException.class)
                .hasMessageMatching(
                        "4 pictures are too few for scores that are typically \\d\\.\\d\\d times as high as those learned"
                                + " from: give \\d+");
        assertThatCode(() -> recalibrated(later(40, 1, 3))).doesNotThrowAnyException();
        assertThatCode(() -> recalibrated(later(4, -1, 3))).doesNotThrowAnyException();
    }

    /** One picture that failed to align, or few scores, must not hide a bad one among the good. */
    @Test
    void aBadPictureIsNamedWhateverTheModelCounts() throws RecalibrationException {
        Calibration failed = new Calibration(CALIBRATION.scores(), 1, CALIBRATION.rate(), true);
        Calibration few = new Calibration(new double[] {0.7, 0.8, 0.9, 1, 1, 1.1, 1.2, 1.3}, 0, 0.2, true);
        List<Recalibration.Later> later = later(12, 0, 6);
        later.add(5, new Recalibration.Later(0, part(new Random(7), 5)));

        assertThat(Recalibration.of(failed, List.of(PARTS), later, 2).outliers())
                .containsExactly(5);
        assertThat(Recalibration.of(few, List.of(PARTS), later, 0).outliers()).containsExactly(5);
    }

    @Test
    void traitsAreMovedAllTheWay() throws RecalibrationException {
        List<Traits> moved = recalibrated(later(90, 0.5, 4)).faces().get(0);

        assertThat(moved).hasSize(LEARNED);
        assertThat(moved.get(7).right() - PARTS.get(7).right()).isCloseTo(0.5, within(1e-9));
        assertThat(moved.get(7).residual() - PARTS.get(7).residual()).isCloseTo(0.5, within(1e-9));
        assertThat(moved.get(7).down()).isEqualTo(PARTS.get(7).down());
        assertThat(moved.get(7).turn()).isNaN();
        assertThat(moved.get(7).score() - PARTS.get(7).score()).isCloseTo(0.5, within(0.1));
    }

    @Test
    void scoresOfBothArePooledAndFailuresCounted() throws RecalibrationException {
        Calibration moved = Recalibration.of(CALIBRATION, List.of(PARTS), later(40, 0, 5), 1)
                .calibration();

        assertThat(moved.size()).isEqualTo(LEARNED + 40);
        assertThat(moved.failed()).isEqualTo(1);
        assertThat(moved.level().pictures()).isEqualTo(40);
        assertThat(moved.source())
                .contains("moved by a factor of ")
                .endsWith(" to the level of 40 later good pictures");
        assertThat(CALIBRATION.source()).doesNotContain("moved");
    }

    @Test
    void aBadPictureAmongTheGoodIsNamedAndMovesNothing() throws RecalibrationException {
        List<Recalibration.Later> later = later(30, 0.2, 6);
        Calibration without = recalibrated(later).calibration();
        later.add(11, new Recalibration.Later(0, part(new Random(7), 5)));

        Recalibration with = recalibrated(later);

        assertThat(with.outliers()).containsExactly(11);
        assertThat(with.calibration().scores()).isEqualTo(without.scores());
    }

    @Test
    void aSecondRecalibrationGoesOnFromTheFirst() throws RecalibrationException {
        Recalibration first = recalibrated(later(100, 0.4, 8));
        Recalibration second = Recalibration.of(first.calibration(), first.faces(), later(200, 0.4, 9), 0);

        assertThat(second.calibration().size()).isEqualTo(LEARNED + 300);
        assertThat(Math.log(second.calibration().level().factor())).isCloseTo(0.4, within(0.1));
        assertThat(second.calibration().level().pictures()).isEqualTo(300);
    }

    @Test
    void fewerThanThreeAlignedPicturesAreRefused() {
        assertThatThrownBy(() -> Recalibration.of(CALIBRATION, List.of(PARTS), later(2, 0, 10), 1))
                .isInstanceOf(RecalibrationException.class)
                .hasMessage("recalibrating needs at least 3 good pictures that can be aligned but has 2");
    }

    @Test
    void picturesOfOtherPartsAreRefused() {
        for (double shift : new double[] {-3, 3}) {
            assertThatThrownBy(() -> recalibrated(later(20, shift, 11)))
                    .isInstanceOf(RecalibrationException.class)
                    .hasMessageMatching(
                            "these pictures typically score \\d+\\.\\d\\d times as much as the good ones learned"
                                    + " from: too different to recalibrate with, learn again");
        }
    }

    @Test
    void facesWithoutTraitsMoveTheThresholdAllTheSame() throws RecalibrationException {
        Calibration moved = Recalibration.of(CALIBRATION, List.of(List.of()), later(90, 0.5, 12), 0)
                .calibration();

        assertThat(Math.log(moved.level().factor())).isCloseTo(0.48, within(0.1));
    }

    @Test
    void anImpossibleLevelIsRefused() {
        for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Calibration.Level(3, factor)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Calibration.Level(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherRateKeepsTheLevel() throws RecalibrationException {
        Calibration moved = recalibrated(later(90, 0.5, 13)).calibration();

        assertThat(moved.at(0.05).level()).isEqualTo(moved.level());
        assertThat(moved.at(0.05).scores()).isEqualTo(moved.scores());
        assertThat(Arrays.stream(moved.scores()).allMatch(s -> s > 0)).isTrue();
    }
}
