package io.github.boofdice.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationScoreTest {
    @TempDir
    private Path folder;

    @Test
    void changesAreCountedByPackage() throws Exception {
        Path report = folder.resolve("mutations.xml");
        Files.writeString(report, """
                <?xml version="1.0" encoding="UTF-8"?>
                <mutations>
                <mutation detected='true' status='KILLED'><mutatedClass>a.b.C</mutatedClass></mutation>
                <mutation detected='false' status='SURVIVED'><mutatedClass>a.b.C</mutatedClass></mutation>
                <mutation detected='true' status='TIMED_OUT'><mutatedClass>a.b.D$E</mutatedClass></mutation>
                <mutation detected='false' status='NO_COVERAGE'><mutatedClass>a.c.F</mutatedClass></mutation>
                </mutations>
                """);

        assertThat(MutationScore.tallies(report))
                .containsOnly(
                        java.util.Map.entry("a.b", new MutationScore.Tally(2, 3, 0.6666)),
                        java.util.Map.entry("a.c", new MutationScore.Tally(0, 1, 0)));
    }
}
