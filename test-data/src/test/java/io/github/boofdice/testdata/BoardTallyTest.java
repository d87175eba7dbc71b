package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTallyTest {
    private static final BoardDefect ONE = new BoardDefect(BoardDefectKind.SPUR, 10, 10, 10, 10, 60);
    private static final BoardDefect OTHER = new BoardDefect(BoardDefectKind.OPEN, 40, 10, 10, 10, 60);

    private final BoardTally tally = new BoardTally();

    @Test
    void aBoxFindsADefectFromAThirdOfBothOn() {
        assertThat(ONE.box().overlap(new BoardBox(15, 10, 10, 10))).isEqualTo(50 / 150.0, within(1e-12));
        assertThat(ONE.box().overlap(new BoardBox(20, 10, 10, 10))).isZero();

        assertThat(tally.add(List.of(ONE), List.of(new BoardBox(15, 10, 10, 10))))
                .isZero();
        assertThat(tally.add(List.of(ONE), List.of(new BoardBox(16, 10, 10, 10))))
                .isEqualTo(1);
        assertThat(tally.precision()).isEqualTo(0.5);
        assertThat(tally.recall()).isEqualTo(0.5);
        assertThat(tally.f()).isEqualTo(0.5);
    }

    @Test
    void pairsAreMadeOneToOneTheBestFirst() {
        tally.add(List.of(ONE, OTHER), List.of(new BoardBox(11, 10, 10, 10), ONE.box()));

        assertThat(tally.matched()).isEqualTo(1);
        assertThat(tally.found()).isEqualTo(2);
        assertThat(tally.defects()).isEqualTo(2);
    }

    @Test
    void aMarginWidensTheDefects() {
        BoardTally drawn = new BoardTally(5);
        drawn.add(List.of(ONE), List.of(ONE.box()));
        assertThat(drawn.matched()).isZero();

        drawn.add(List.of(ONE), List.of(new BoardBox(8, 8, 14, 14)));
        assertThat(drawn.matched()).isEqualTo(1);
    }

    @Test
    void nothingAmongNothingIsRight() {
        assertThat(tally.f()).isEqualTo(1);
        assertThat(tally.precision()).isEqualTo(1);
        assertThat(tally.recall()).isEqualTo(1);
    }
}
