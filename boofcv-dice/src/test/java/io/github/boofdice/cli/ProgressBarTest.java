package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final ProgressBar bar = new ProgressBar(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @Test
    void drawsHowFarTheStageHasComeAndWipesItself() {
        bar.progress("reading", 1, 2);
        bar.clear();

        assertThat(written()).isEqualTo("\r[###############...............] 1/2 reading\r" + " ".repeat(44) + "\r");
    }

    @Test
    void aShorterLineCoversTheLongerOneBefore() {
        bar.progress("aligning, round 2", 1, 1);
        bar.progress("end", 1, 1);

        assertThat(written()).endsWith("1/1 end" + " ".repeat("aligning, round 2".length() - 3));
    }

    @Test
    void stepsThatFollowAtOnceAreNotDrawn() {
        for (int i = 1; i < 1000; i++) {
            bar.progress("judging", i, 1000);
        }

        assertThat(written().chars().filter(c -> c == '\r').count()).isLessThan(20);
    }

    @Test
    void withoutABarNothingIsWiped() {
        bar.clear();

        assertThat(written()).isEmpty();
    }

    private String written() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
