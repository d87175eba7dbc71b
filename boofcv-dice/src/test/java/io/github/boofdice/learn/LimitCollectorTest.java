package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitCollectorTest {
    private static final Frame FRAME = new Frame(40, 40);
    private static final EvidenceLimits NOTHING_EXPECTED = expected(0);
    private static final double[] GRAIN = {2, 1, 0.3};
    private static final double[] FLOOR = {1.5, 0.6, 0.4};
    private static final int MIDDLE = 20 * 40 + 20;

    private static EvidenceLimits expected(float level) {
        GrayF32 plane = Planes.flat(40, 40, level);
        return new EvidenceLimits(List.of(plane, plane, plane), List.of(plane, plane, plane), plane);
    }

    /** -5..7.75 by lot; nothing here asks how dark evidence goes with light. */
    private static Evidence noise(long seed) {
        Evidence evidence = new Evidence(FRAME);
        for (int f = 0; f < Evidence.FILTERS; f++) {
            evidence.light(f).setTo(scaled(Planes.noise(40, 40, 10 * seed + f)));
            evidence.dark(f).setTo(scaled(Planes.noise(40, 40, 10 * seed + 5 + f)));
        }
        return evidence;
    }

    private static GrayF32 scaled(GrayF32 noise) {
        for (int i = 0; i < noise.data.length; i++) {
            noise.data[i] = noise.data[i] / 20 - 5;
        }
        return noise;
    }

    private static Evidence constant(float light, float dark) {
        Evidence evidence = new Evidence(FRAME);
        for (int f = 0; f < Evidence.FILTERS; f++) {
            Arrays.fill(evidence.light(f).data, light);
            Arrays.fill(evidence.dark(f).data, dark);
        }
        return evidence;
    }

    private static LimitCollector collector(int symmetry) {
        return new LimitCollector(FRAME, symmetry, Folds.COUNT);
    }

    private static List<GrayF32> planes(EvidenceLimits limits) {
        List<GrayF32> planes = new ArrayList<>(limits.light());
        planes.addAll(limits.dark());
        return planes;
    }

    @Test
    void limitsWithoutAFoldAreThoseOfTheOtherPicturesAlone() {
        LimitCollector all = collector(1);
        LimitCollector some = collector(1);
        for (int picture = 0; picture < 12; picture++) {
            all.add(picture % 5, noise(picture));
            if (picture % 5 != 2) {
                some.add(picture % 5, noise(picture));
            }
        }

        List<GrayF32> without = planes(all.without(2, NOTHING_EXPECTED));
        List<GrayF32> alone = planes(some.without(-1, NOTHING_EXPECTED));
        List<GrayF32> whole = planes(all.without(-1, NOTHING_EXPECTED));

        for (int p = 0; p < whole.size(); p++) {
            assertThat(without.get(p).data).isEqualTo(alone.get(p).data).isNotEqualTo(whole.get(p).data);
        }
        assertThat(all.pictures(2)).isEqualTo(some.pictures(-1)).isEqualTo(10);
        assertThat(all.pictures(-1)).isEqualTo(12);
    }

    /** Five pictures' worth of grain are mixed in; a floor is added to what comes of it. */
    @Property(tries = 40, seed = "1", shrinking = ShrinkingMode.OFF)
    void aLimitIsAPowerMeanBetweenTheMeanAndTheGreatest(
            @ForAll @Size(min = 1, max = 9) List<@FloatRange(max = 40) Float> shown) {
        LimitCollector collector = collector(1);
        for (int i = 0; i < shown.size(); i++) {
            collector.add(i % Folds.COUNT, constant(shown.get(i), -shown.get(i)));
        }

        EvidenceLimits limits = collector.without(-1, NOTHING_EXPECTED);

        for (int f = 0; f < Evidence.FILTERS; f++) {
            double sum = 5 * GRAIN[f];
            double powers = 5 * Math.pow(GRAIN[f], 8);
            double most = GRAIN[f];
            for (float value : shown) {
                sum += value;
                powers += Math.pow(value, 8);
                most = Math.max(most, value);
            }
            double limit = limits.light().get(f).data[MIDDLE] - FLOOR[f];
            assertThat(limit)
                    .isBetween(sum / (5 + shown.size()) - 1e-4, most + 1e-4)
                    .isCloseTo(Math.pow(powers / (5 + shown.size()), 1 / 8.0), within(1e-3));
            // What is darker is not lighter: evidence below 0 counts as none.
            double quiet = Math.pow(5.0 / (5 + shown.size()), 1 / 8.0) * GRAIN[f];
            assertThat((double) limits.dark().get(f).data[MIDDLE] - FLOOR[f]).isCloseTo(quiet, within(1e-4));
        }
    }

    /** A place that is loud on one picture in a hundred gets a limit near what it showed. */
    @Test
    void nowAndThenIsNearlyAsMuchAsAlways() {
        LimitCollector seldom = collector(1);
        LimitCollector always = collector(1);
        for (int picture = 0; picture < 100; picture++) {
            seldom.add(picture % Folds.COUNT, picture == 50 ? constant(20, 0) : constant(1, 0));
            always.add(picture % Folds.COUNT, constant(20, 0));
        }

        float now = seldom.without(-1, NOTHING_EXPECTED).light().get(0).data[MIDDLE];
        float ever = always.without(-1, NOTHING_EXPECTED).light().get(0).data[MIDDLE];

        assertThat(ever).isBetween(21.3f, 21.5f);
        assertThat(now).isBetween(0.5f * ever, 0.65f * ever);
    }

    /** Over five pixels of 128, odd in every frame. */
    @ParameterizedTest
    @CsvSource({"40, 1", "64, 3", "128, 5"})
    void aSpecksLimitIsSharedWithItsNeighbours(int side, int window) {
        Frame frame = new Frame(side, side);
        Evidence speck = new Evidence(frame);
        speck.light(0).set(20, 20, 20);
        LimitCollector collector = new LimitCollector(frame, 1, 1);
        collector.add(0, speck);
        GrayF32 nothing = new GrayF32(side, side);
        List<GrayF32> each = List.of(nothing, nothing, nothing);
        EvidenceLimits expected = new EvidenceLimits(each, each, nothing);

        GrayF32 limit = collector.without(-1, expected).light().get(0);

        double shared = 1.5 + Math.pow((Math.pow(20, 8) / (window * window) + 5 * 256) / 6, 1 / 8.0);
        double alone = 1.5 + 2 * Math.pow(5 / 6.0, 1 / 8.0);
        for (int y = 10; y < 30; y++) {
            for (int x = 10; x < 30; x++) {
                boolean near = Math.max(Math.abs(x - 20), Math.abs(y - 20)) <= window / 2;
                assertThat((double) limit.get(x, y)).isCloseTo(near ? shared : alone, within(1e-3));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void symmetricFacesHaveSymmetricLimits(int order) {
        LimitCollector collector = collector(order);
        LimitCollector asymmetric = collector(1);
        for (int picture = 0; picture < 3; picture++) {
            collector.add(picture, noise(picture));
            asymmetric.add(picture, noise(picture));
        }

        GrayF32 limit = collector.without(-1, NOTHING_EXPECTED).dark().get(1);
        GrayF32 other = asymmetric.without(-1, NOTHING_EXPECTED).dark().get(1);

        assertThat(greatestChangeByTurning(limit, order)).isLessThan(1e-3);
        assertThat(greatestChangeByTurning(other, order)).isGreaterThan(0.5);
    }

    private static double greatestChangeByTurning(GrayF32 plane, int order) {
        double most = 0;
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                float turned = order == 2 ? plane.get(39 - x, 39 - y) : plane.get(39 - y, x);
                most = Math.max(most, Math.abs(plane.get(x, y) - turned));
            }
        }
        return most;
    }

    /** A ring's limit is that of its loudest place, spread round: a free face has no angle. */
    @Test
    void aFreeFacesLimitsAreRings() {
        Evidence evidence = constant(0, 0);
        evidence.light(0).set(32, 20, 20);
        evidence.light(0).set(32, 19, 20);
        LimitCollector collector = collector(0);
        collector.add(0, evidence);

        GrayF32 limit = collector.without(-1, NOTHING_EXPECTED).light().get(0);

        assertThat(limit.get(20, 32)).isBetween(0.9f * limit.get(32, 20), 1.1f * limit.get(32, 20));
        assertThat(limit.get(7, 20)).isBetween(0.9f * limit.get(32, 20), 1.1f * limit.get(32, 20));
        assertThat(limit.get(20, 20)).isLessThan(0.7f * limit.get(32, 20));
    }

    @Property(tries = 20, seed = "2", shrinking = ShrinkingMode.OFF)
    void moreEvidenceNeverLowersALimit(@ForAll long seed, @ForAll @IntRange(max = 4) int symmetry) {
        LimitCollector less = collector(symmetry);
        LimitCollector more = collector(symmetry);
        for (int picture = 0; picture < 3; picture++) {
            Evidence evidence = noise(seed + picture);
            less.add(picture, evidence);
            for (int f = 0; f < Evidence.FILTERS; f++) {
                GrayF32 added = Planes.noise(40, 40, seed - f);
                for (int i = 0; i < added.data.length; i++) {
                    evidence.light(f).data[i] += added.data[i] / 50;
                    evidence.dark(f).data[i] += added.data[i] / 100;
                }
            }
            more.add(picture, evidence);
        }

        List<GrayF32> low = planes(less.without(-1, NOTHING_EXPECTED));
        List<GrayF32> high = planes(more.without(-1, NOTHING_EXPECTED));

        for (int p = 0; p < low.size(); p++) {
            for (int i = 0; i < 40 * 40; i++) {
                assertThat(high.get(p).data[i]).isGreaterThanOrEqualTo(low.get(p).data[i]);
            }
        }
    }

    @Property(tries = 20, seed = "3", shrinking = ShrinkingMode.OFF)
    void withoutAnyPictureALimitIsWhatIsExpected(@ForAll @FloatRange(max = 30) float usual) {
        EvidenceLimits limits = collector(1).without(-1, expected(usual));

        for (int f = 0; f < Evidence.FILTERS; f++) {
            double expected = GRAIN[f] + 3 * usual + FLOOR[f] + usual;
            for (float limit : limits.light().get(f).data) {
                assertThat((double) limit).isCloseTo(expected, within(1e-3));
            }
        }
    }

    /** Pictures quieter than what was expected lower the limit, the more the more there are of them. */
    @Test
    void fewPicturesLeanOnWhatIsExpected() {
        LimitCollector collector = collector(1);
        double before = 2 + 3 * 10;
        for (int picture = 1; picture <= 20; picture++) {
            collector.add(picture % Folds.COUNT, constant(1, 1));

            double leaning = collector.without(-1, expected(10)).light().get(0).data[MIDDLE] - 11.5;

            assertThat(leaning).isLessThan(before).isCloseTo(32 * Math.pow(5 / (5.0 + picture), 1 / 8.0), within(1e-3));
            before = leaning;
        }
    }
}
