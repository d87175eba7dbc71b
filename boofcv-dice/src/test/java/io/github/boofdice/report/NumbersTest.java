package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class NumbersTest {
    @Property(tries = 500)
    void whatIsNotPerfectNeverLooksSo(@ForAll @DoubleRange(min = -8, max = -0.01) double exponent) {
        double little = Math.pow(10, exponent);
        for (double share : new double[] {little, 1 - little}) {
            assertThat(Numbers.decimal(share)).isNotIn("0", "1");
            assertThat(Numbers.percent(share)).isNotIn("0 %", "100 %");
        }
    }

    @Example
    void numbersAreShort() {
        assertThat(Numbers.decimal(1)).isEqualTo("1");
        assertThat(Numbers.decimal(0)).isEqualTo("0");
        assertThat(Numbers.decimal(0.97297)).isEqualTo("0.973");
        assertThat(Numbers.decimal(0.99998)).isEqualTo("0.99998");
        assertThat(Numbers.decimal(Double.NaN)).isEqualTo("undefined");
        assertThat(Numbers.percent(1)).isEqualTo("100 %");
        assertThat(Numbers.percent(2 / 36.0)).isEqualTo("5.56 %");
        assertThat(Numbers.percent(0.00001)).isEqualTo("0.001 %");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("undefined");
        assertThat(Numbers.score(3.204)).isEqualTo("3.20");
        assertThat(Numbers.score(12345.67)).isEqualTo("12,345.7");
        assertThat(Numbers.score(1e300)).isEqualTo("1.00e+300");
        assertThat(Numbers.pValue(0.0000163)).isEqualTo("0.0000163");
        assertThat(Numbers.pValue(1e-7)).isEqualTo("< 0.000001");
        assertThat(Numbers.plural(1, "picture") + ", " + Numbers.plural(1200, "picture"))
                .isEqualTo("1 picture, 1,200 pictures");
    }

    @Example
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.score(3.204) + " " + Numbers.count(1200) + " " + Numbers.decimal(0.5))
                    .isEqualTo("3.20 1,200 0.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
