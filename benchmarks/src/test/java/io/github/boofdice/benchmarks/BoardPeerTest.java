package io.github.boofdice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is timed side by side must find the same, or nearly so: one of them leaves the boards displaced. */
class BoardPeerTest {
    @Test
    void bothFindTheDefectsOfDrawnBoards() {
        List<DrawnBoard.Right> right = DrawnBoard.right(DrawnBoard.first(6));

        assertThat(right).hasSize(2);
        assertThat(right.get(0).f()).isGreaterThan(0.97);
        assertThat(right.get(1).f()).isGreaterThan(0.85);
    }
}
