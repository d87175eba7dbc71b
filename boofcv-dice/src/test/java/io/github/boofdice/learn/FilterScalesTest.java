package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.align.Alignment;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.learn.CrossFitting.Measured;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FilterScalesTest {
    private static final Prepared ANY = DrawnSamples.blank("", "");
    private static final Alignment ANYWHERE = new Alignment(0, RigidPose.IDENTITY, 1, 1, AlignmentStatus.CONVERGED);

    private static Measured measured(int face, double[]... strongest) {
        return new Measured(face, ANY, ANYWHERE, strongest);
    }

    /** Patches 0.01..1, lines twice and texture thrice that. */
    private static List<Measured> hundred(int face, double factor) {
        List<Measured> out = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            out.add(measured(face, new double[] {factor * i / 100, factor * i / 50, 3 * factor * i / 100}));
        }
        return out;
    }

    @Test
    void theFactorIsWhatOneGoodPictureInTwentyExceeds() {
        double[][] factors = FilterScales.of(hundred(0, 1), 1);

        assertThat(factors[0][0]).isCloseTo(0.95, within(1e-12));
        assertThat(factors[0][1]).as("a little below").isCloseTo(0.95 * 1.9, within(1e-12));
        assertThat(factors[0][2]).isCloseTo(2.85, within(1e-12));
    }

    /** The law that the class is for: once all limits are multiplied, all filters say as much. */
    @Property(tries = 50, seed = "1")
    void dividedByTheirFactorsAllFiltersAreEquallyLoud(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.1, max = 9) Double> loudness,
            @ForAll @DoubleRange(min = 0.1, max = 10) double louder) {
        List<Measured> quiet = new ArrayList<>();
        List<Measured> loud = new ArrayList<>();
        for (double value : loudness) {
            quiet.add(measured(0, new double[] {value, value, value}));
            loud.add(measured(0, new double[] {value, louder * value, value}));
        }

        double[] before = FilterScales.of(quiet, 1)[0];
        double[] after = FilterScales.of(loud, 1)[0];

        assertThat(before[1]).as("a little below").isCloseTo(0.95 * before[0], within(1e-12));
        assertThat(after[0]).isEqualTo(before[0]);
        assertThat(after[1]).isCloseTo(louder * before[1], within(1e-9));
    }

    /** Twenty pictures weigh as much as all faces together; none weigh nothing. */
    @Test
    void aFaceWithFewPicturesLeansOnAllFaces() {
        List<Measured> measured = hundred(0, 1);
        for (int i = 0; i < 20; i++) {
            measured.add(measured(1, new double[] {0.04, 0.04, 0.04}));
        }

        double[][] factors = FilterScales.of(measured, 3);

        double common = 0.94;
        assertThat(factors[2][0]).isCloseTo(common, within(1e-12));
        assertThat(factors[1][0]).isCloseTo(Math.sqrt(0.04 * common), within(1e-12));
        assertThat(factors[0][0]).isBetween(common, 0.95);
    }

    @Test
    void aPictureCountsInThePoseInWhichAFilterFindsLeast() {
        double[][] factors = FilterScales.of(List.of(measured(0, new double[] {3, 1, 1}, new double[] {2, 5, 1})), 1);

        assertThat(factors[0][0]).isCloseTo(2, within(1e-12));
        assertThat(factors[0][1]).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void whatDidNotAlignSaysNothing() {
        List<Measured> measured = hundred(0, 0.1);
        double[][] before = FilterScales.of(measured, 2);
        for (int i = 0; i < 50; i++) {
            measured.add(measured(0));
            measured.add(measured(1));
        }

        double[][] after = FilterScales.of(measured, 2);

        assertThat(after[0]).containsExactly(before[0]);
        assertThat(after[1]).containsExactly(before[1]);
        assertThat(FilterScales.of(List.of(), 1)[0]).containsExactly(1, 0.95, 1);
    }

    @Test
    void factorsAreNeverZero() {
        assertThat(FilterScales.of(List.of(measured(0, new double[] {0, 0, 0})), 1)[0][0])
                .isCloseTo(1e-3, within(1e-12));
    }
}
