package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    @Test
    void theStagesTakeNoMoreThanTheWhole() throws IOException {
        Map<String, Double> stages = Benchmarks.stages(TutorialFigures.root().resolve(Benchmarks.RESULTS));

        assertThat(stages.keySet()).containsExactly("prepare", "align", "compare", "inspect");
        assertThat(stages.get("prepare") + stages.get("align") + stages.get("compare"))
                .isLessThan(stages.get("inspect"));
    }
}
