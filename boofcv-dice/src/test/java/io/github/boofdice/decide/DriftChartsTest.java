package io.github.boofdice.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DriftChartsTest {
    /** Two faces that differ in every trait, one without an angle. */
    private static Traits part(Random random, int face) {
        return new Traits(
                random.nextGaussian() + face,
                random.nextGaussian() - face,
                random.nextGaussian(),
                random.nextGaussian() + 5 * face,
                random.nextGaussian(),
                face == 0 ? random.nextGaussian() : Double.NaN);
    }

    private static List<List<Traits>> learned(int eachFace, long seed) {
        Random random = new Random(seed);
        List<List<Traits>> faces = new ArrayList<>();
        for (int face = 0; face < 2; face++) {
            List<Traits> parts = new ArrayList<>();
            for (int i = 0; i < eachFace; i++) {
                parts.add(part(random, face));
            }
            faces.add(parts);
        }
        return faces;
    }

    private static Traits only(Trait moved, double by) {
        return new Traits(
                moved == Trait.SCORE ? by : 0,
                moved == Trait.RESIDUAL ? by : 0,
                moved == Trait.CONTRAST ? by : 0,
                moved == Trait.RIGHT ? by : 0,
                moved == Trait.DOWN ? by : 0,
                moved == Trait.TURN ? by : 0);
    }

    /** How many parts it takes until an alarm, at most {@code most}. */
    private static int untilAlarm(DriftCharts charts, Random random, Traits move, int most) {
        for (int n = 1; n <= most; n++) {
            int face = random.nextInt(2);
            if (!charts.add(face, part(random, face).plus(move)).isEmpty()) {
                return n;
            }
        }
        return most + 1;
    }

    /** The claim is one in 10,000 parts; it is tried where it is hardest: one face alone on the line, learned from a handful or from many. */
    @ParameterizedTest
    @CsvSource({"300, false", "300, true", "100, true", "20, false", "20, true", "12, true"})
    void partsLikeThoseLearnedRaiseFewerThanOneAlarmInTenThousand(int eachFace, boolean oneFace) {
        int alarms = 0;
        int monitors = 150;
        int parts = 2_000;
        Random random = new Random(1);
        for (int monitor = 0; monitor < monitors; monitor++) {
            DriftCharts charts = new DriftCharts(learned(eachFace, 1_000 + monitor), 0);
            for (int n = 0; n < parts; n++) {
                int face = oneFace ? 0 : random.nextInt(2);
                if (!charts.add(face, part(random, face)).isEmpty()) {
                    alarms++;
                    charts.reset();
                }
            }
        }

        assertThat(alarms).as("in %,d parts", monitors * parts).isLessThanOrEqualTo(monitors * parts / 10_000);
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void everyTraitThatMovesByASpreadAndAHalfIsNoticedWithinAHundredPartsAndNamed(Trait moved) {
        for (int sign : new int[] {-1, 1}) {
            DriftCharts charts = new DriftCharts(learned(300, 2), 0);

            assertThat(untilAlarm(charts, new Random(3), only(moved, 1.5 * sign), 200))
                    .isLessThanOrEqualTo(100);
            DriftCharts.Alarm alarm = charts.alarms().get(0);
            assertThat(alarm.trait()).isEqualTo(moved);
            assertThat(Math.signum(alarm.change())).isEqualTo(sign);
            assertThat(Math.signum(alarm.level())).isEqualTo(sign);
            assertThat(Math.abs(alarm.level())).isGreaterThan(1);
        }
    }

    @Test
    void anAlarmTellsWhenItWasRaisedAndHowFarThingsAreNow() {
        DriftCharts charts = new DriftCharts(learned(300, 4), 0);
        Random random = new Random(5);
        untilAlarm(charts, random, only(Trait.SCORE, 0), 100);
        int noticed = 100 + untilAlarm(charts, random, only(Trait.CONTRAST, 2), 100);
        for (int n = 0; n < 300; n++) {
            charts.add(0, part(random, 0).plus(only(Trait.CONTRAST, 2)));
        }

        assertThat(charts.alarms()).hasSize(1);
        assertThat(charts.alarms().get(0).noticed()).isEqualTo(noticed).isBetween(101L, 140L);
        assertThat(charts.alarms().get(0).change()).isCloseTo(2, within(0.5));
    }

    @Test
    void alarmsStayUntilTheChartsBeginAnew() {
        DriftCharts charts = new DriftCharts(learned(100, 6), 0);
        Random random = new Random(7);
        untilAlarm(charts, random, only(Trait.DOWN, 3), 100);
        untilAlarm(charts, random, only(Trait.DOWN, 0), 0);
        for (int n = 0; n < 1_000; n++) {
            charts.add(1, part(random, 1));
        }
        assertThat(charts.alarms()).hasSize(1);

        charts.reset();

        assertThat(charts.alarms()).isEmpty();
        assertThat(untilAlarm(charts, random, only(Trait.DOWN, 0), 1_000)).isEqualTo(1_001);
    }

    /** Frames that come ten alike in a row are a tenth of as many parts; the charts see that in what was learned. */
    @Test
    void runsOfLikePartsRaiseNoMoreAlarmsWhereThoseLearnedFromCameInRunsToo() {
        Random random = new Random(8);
        List<Traits> learned = new ArrayList<>();
        for (int run = 0; run < 100; run++) {
            learned.addAll(Collections.nCopies(10, part(random, 0)));
        }
        DriftCharts charts = new DriftCharts(List.of(learned), 0);
        int alarms = 0;
        for (int run = 0; run < 10_000; run++) {
            Traits part = part(random, 0);
            for (int frame = 0; frame < 10; frame++) {
                if (!charts.add(0, part).isEmpty()) {
                    alarms++;
                    charts.reset();
                }
            }
        }

        assertThat(alarms).as("in 100,000 frames").isLessThanOrEqualTo(10);
    }

    @Property(tries = 200, seed = "9")
    void aLevelNeverLeavesWhatRanksCanReach(@ForAll @DoubleRange(min = -1e6, max = 1e6) double by) {
        DriftCharts charts = new DriftCharts(learned(20, 10), 0);
        for (int n = 0; n < 60; n++) {
            charts.add(n % 2, only(Trait.SCORE, by));
        }

        assertThat(charts.alarms()).allSatisfy(alarm -> {
            assertThat(Math.abs(alarm.level()))
                    .isLessThan(Math.sqrt(3) / (DriftCharts.LIMIT * Math.sqrt(1.0 / DriftCharts.MEMORY)));
            assertThat(alarm.noticed()).isBetween(1L, 60L);
        });
    }

    @Test
    void theFewerPicturesTheyWereMovedByTheMoreMustHappen() {
        List<Integer> needed = new ArrayList<>();
        for (int recalibrated : new int[] {0, 100, 10}) {
            DriftCharts charts = new DriftCharts(learned(300, 15), recalibrated);
            needed.add(untilAlarm(charts, new Random(16), only(Trait.SCORE, 2), 500));
        }

        assertThat(needed).isSorted().doesNotHaveDuplicates();
    }

    /** Faces differ in every trait: the line may show one of them for an hour. */
    @Test
    void aFaceIsHeldAgainstItsOwnGoodPictures() {
        DriftCharts charts = new DriftCharts(learned(300, 11), 0);
        DriftCharts swapped = new DriftCharts(learned(300, 11), 0);
        Random random = new Random(12);
        for (int n = 0; n < 300; n++) {
            Traits part = part(random, 1);
            charts.add(1, part);
            swapped.add(0, part);
        }

        assertThat(charts.alarms()).isEmpty();
        assertThat(swapped.alarms())
                .extracting(DriftCharts.Alarm::trait)
                .contains(Trait.SCORE, Trait.RESIDUAL, Trait.RIGHT);
    }

    @Test
    void aFaceOfWhichNothingIsKnownSaysNothing() {
        DriftCharts charts = new DriftCharts(List.of(learned(30, 13).get(0), List.of()), 0);
        for (int n = 0; n < 200; n++) {
            charts.add(1, only(Trait.SCORE, 100));
        }

        assertThat(charts.alarms()).isEmpty();
    }

    @Test
    void tooFewGoodPicturesAreRefused() {
        assertThatThrownBy(() -> new DriftCharts(
                        List.of(learned(9, 14).get(0), learned(10, 14).get(0)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("noticing drift needs at least 20 good pictures that could be held out but has 19");
        assertThat(new DriftCharts(learned(10, 14), 0).alarms()).isEmpty();
    }
}
