package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boofdice.score.Polarity;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RelevanceTest {
    @Property(tries = 300)
    void aRegionCountsWhenItIsLargeAndStrongEnoughAndOfThePolarity(
            @ForAll @IntRange(min = 1, max = 100) int area,
            @ForAll @DoubleRange(min = 0, max = 255) double contrast,
            @ForAll Polarity polarity,
            @ForAll @IntRange(min = 0, max = 110) int minArea,
            @ForAll @DoubleRange(min = 0, max = 255) double minContrast,
            @ForAll Polarity only) {
        DefectRegion region = new DefectRegion(0, 0, 10, 10, area, 5, 5, polarity, contrast, 3, 1);

        assertThat(Relevance.EVERYTHING.counts(region)).isTrue();
        assertThat(Relevance.EVERYTHING.withMinArea(minArea).counts(region)).isEqualTo(area >= minArea);
        assertThat(Relevance.EVERYTHING.withMinContrast(minContrast).counts(region))
                .isEqualTo(contrast >= minContrast);
        assertThat(Relevance.EVERYTHING.only(only).counts(region)).isEqualTo(polarity == only);
        assertThat(new Relevance(minArea, minContrast, Set.of(only)).counts(region))
                .isEqualTo(area >= minArea && contrast >= minContrast && polarity == only);
    }

    @Example
    void theLimitsThemselvesCount() {
        DefectRegion region = new DefectRegion(0, 0, 10, 10, 7, 5, 5, Polarity.DARK, 12.5, 3, 1);

        assertThat(new Relevance(7, 12.5, Set.of(Polarity.DARK)).counts(region)).isTrue();
    }

    @Example
    void rulesThatCannotBeAreRefused() {
        Relevance all = Relevance.EVERYTHING;

        assertThatThrownBy(() -> all.withMinArea(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minArea must be at least 0 pixels but is -1");
        for (double contrast : new double[] {-0.1, 255.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> all.withMinContrast(contrast))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("minContrast must lie in 0..255 grey levels but is " + contrast);
        }
        assertThatThrownBy(() -> new Relevance(0, 0, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("polarities");
    }

    @Example
    void laterChangesToTheSetDoNotMatter() {
        Set<Polarity> polarities = EnumSet.of(Polarity.DARK);
        Relevance relevance = new Relevance(1, 2, polarities);
        polarities.add(Polarity.LIGHT);

        assertThat(relevance).isEqualTo(new Relevance(1, 2, Set.of(Polarity.DARK)));
        assertThat(relevance.withMinArea(5).polarities()).containsExactly(Polarity.DARK);
    }
}
