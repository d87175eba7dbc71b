package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapAndRegionsTest {
    @Test
    void aScratchIsToldInWordsAndInNumbers() throws IOException {
        List<String> lines = HeatMapAndRegions.words(Drawn.inspector(), Drawn.bad("scratch-four"));

        assertThat(lines.get(0)).startsWith("dark mark, ").contains("on the upper middle of face four");
        assertThat(lines.get(1)).startsWith("dark, ").endsWith("% of the evidence");
    }

    @Test
    void theReportShowsEveryPictureThatWasGiven(@TempDir Path folder) throws IOException {
        Path html = folder.resolve("report.html");
        List<Path> files = SamplePictures.anomalous().subList(0, 3);

        HeatMapAndRegions.report(Drawn.inspector(), files, html);

        assertThat(Files.readString(html))
                .contains("the model of this morning", "blot-five.png", "blot-four.png", "blot-three.png");
    }
}
