package io.github.boofdice.decide;

import static org.assertj.core.api.Assertions.assertThat;
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
        List<Recalibration.Later> later = later(n, 0.6, seed);
        double middle =
                later.stream().mapToDouble(l -> l.traits().score()).sorted().toArray()[n / 2];
        double before = middle(CALIBRATION);

        double factor = recalibrated(later).calibration().level().factor();

        assertThat(Math.log(factor)).isCloseTo(n / (n + 10.0) * (middle - before), within(1e-9));
    }

    private static double middle(Calibration calibration) {
        return Math.log(calibration.scores()[calibration.size() / 2]);
    }

    @Property(tries = 50, seed = "3")
    void theStatedRateHoldsAtTheNewLevel(@ForAll @IntRange(max = 1_000) int seed) throws RecalibrationException {
        double threshold = recalibrated(later(100, 0.7, seed)).calibration().threshold();

        long rejected = later(20_000, 0.7, seed + 5_000L).stream()
                .filter(l -> Math.exp(l.traits().score()) > threshold)
                .count();

        assertThat(rejected / 20_000.0).isLessThan(4 * CALIBRATION.rate());
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
        assertThat(second.calibration().level().pictures()).isEqualTo(200);
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

        assertThat(Math.log(moved.level().factor())).isCloseTo(0.45, within(0.1));
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
