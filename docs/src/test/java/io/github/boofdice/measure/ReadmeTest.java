package io.github.boofdice.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds README and {@code docs/measured.md} to the figures that were measured; {@code ./mvnw -q -Ptable ...} makes their tables anew. */
class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void theTablesAreWhatTheCommandMakesOfTheMeasuredFigures() throws IOException {
        for (Map.Entry<Path, String> text : Tables.texts(ROOT).entrySet()) {
            assertThat(Files.readString(text.getKey(), StandardCharsets.UTF_8)).isEqualTo(text.getValue());
        }
    }

    @Test
    void everyRowHasBeenMeasuredAndNothingElseIsInTheFile() throws IOException {
        assertThat(measured().keySet())
                .containsExactlyElementsOf(Rows.all().stream().map(Row::name).toList());
    }

    @Test
    void everyFigureBelongsToACommit() throws IOException {
        assertThat(measured().values())
                .allSatisfy(entry -> assertThat(entry.measured().commit()).matches("[0-9a-f]{40}"));
    }

    @Test
    void everyVerdictOnABoundFollowsFromItsFigure() throws IOException {
        assertThat(measured().values()).allSatisfy(entry -> {
            boolean all = true;
            for (Figure figure : entry.figures().values()) {
                boolean kept = (figure.atLeast() == null || figure.value() >= figure.atLeast())
                        && (figure.atMost() == null || figure.value() <= figure.atMost());
                assertThat(figure.reached()).isEqualTo(figure.hasBound() ? kept : null);
                all &= kept;
            }
            boolean bounded = entry.figures().values().stream().anyMatch(Figure::hasBound);
            assertThat(entry.reached()).isEqualTo(bounded ? all : null);
        });
    }

    private static Map<String, MeasuredFile.Entry> measured() throws IOException {
        return MeasuredFile.read(ROOT.resolve(Measure.OUT));
    }
}
