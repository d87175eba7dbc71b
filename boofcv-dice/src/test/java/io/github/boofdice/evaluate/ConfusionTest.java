package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void theSeedMethodsPublishedConfusionGivesItsPublishedFigures() {
        Confusion seed = new Confusion(74, 17, 1060, 8);

        assertThat(seed.precision()).isCloseTo(0.813, within(0.0005));
        assertThat(seed.recall()).isCloseTo(0.902, within(0.0005));
        assertThat(seed.f1()).isCloseTo(0.855, within(0.0005));
        assertThat(seed.falseRejectRate()).isCloseTo(0.016, within(0.0005));
        assertThat(seed.normal()).isEqualTo(1077);
        assertThat(seed.anomalous()).isEqualTo(82);
    }

    @Test
    void theAnomalousClassIsThePositiveOne() {
        Confusion counts = Confusion.of(List.of(
                Judged.picture("a", true, 0, 0.9),
                Judged.picture("b", true, 1, 0.8),
                Judged.picture("c", true, 2, 0.1),
                Judged.picture("d", false, 3, 0.7),
                Judged.picture("e", false, 4, 0.2),
                Judged.picture("f", false, 5, 0.2),
                Judged.picture("g", false, 6, 0.2)));

        assertThat(counts).isEqualTo(new Confusion(2, 1, 3, 1));
    }

    @Test
    void whatHasNoDenominatorIsUndefined() {
        assertThat(new Confusion(0, 0, 5, 3).precision()).isNaN();
        assertThat(new Confusion(0, 0, 5, 3).f1()).isZero();
        assertThat(new Confusion(0, 2, 5, 0).recall()).isNaN();
        assertThat(new Confusion(0, 2, 5, 0).f1()).isZero();
        assertThat(new Confusion(0, 0, 5, 0).f1()).isNaN();
        assertThat(new Confusion(1, 0, 0, 1).falseRejectRate()).isNaN();
    }

    @Property(seed = "1021")
    void f1IsTheHarmonicMeanOfPrecisionAndRecall(
            @ForAll @IntRange(min = 1, max = 1000) int tp,
            @ForAll @IntRange(max = 1000) int fp,
            @ForAll @IntRange(max = 1000) int tn,
            @ForAll @IntRange(max = 1000) int fn) {
        Confusion counts = new Confusion(tp, fp, tn, fn);

        assertThat(counts.f1()).isCloseTo(2 / (1 / counts.precision() + 1 / counts.recall()), within(1e-12));
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> new Confusion(0, -1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
