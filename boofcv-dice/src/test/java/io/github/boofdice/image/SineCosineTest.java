package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.Allocations;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SineCosineTest {
    private static final double LAST_PLACES = 0x1p-52;
    private double sum;

    @Property(tries = 5000, seed = "1")
    void itIsTheSineAndTheCosine(@ForAll @DoubleRange(min = -6300, max = 6300) double angle) {
        assertThat(SineCosine.sine(angle)).isCloseTo(StrictMath.sin(angle), within(LAST_PLACES));
        assertThat(SineCosine.cosine(angle)).isCloseTo(StrictMath.cos(angle), within(LAST_PLACES));
    }

    @Property(tries = 5000, seed = "2")
    void anAngleBackwardsHasTheSineTurnedOverAndTheSameCosine(@ForAll @DoubleRange(min = -7, max = 7) double angle) {
        assertThat(SineCosine.sine(-angle)).isEqualTo(-SineCosine.sine(angle));
        assertThat(SineCosine.cosine(-angle)).isEqualTo(SineCosine.cosine(angle));
    }

    @Example
    void noTurnIsExactlyNone() {
        assertThat(SineCosine.sine(0)).isZero();
        assertThat(SineCosine.cosine(0)).isEqualTo(1);
        assertThat(SineCosine.sine(1e-300)).isEqualTo(1e-300);
    }

    @Example
    void whatIsNoAngleHasNeither() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(SineCosine.sine(none)).isNaN();
            assertThat(SineCosine.cosine(none)).isNaN();
        }
    }

    @Example
    void noneOfThemAllocates() {
        assertThat(Allocations.bytesEach(() -> sum += SineCosine.sine(2) + SineCosine.cosine(2)))
                .isZero();
        assertThat(sum).isNotZero();
    }
}
