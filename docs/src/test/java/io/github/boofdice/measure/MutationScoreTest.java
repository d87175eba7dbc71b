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

    /** The row of the plan: four of five changes are noticed, in each package that decides what is good. */
    @Test
    void theCommittedScoresReachFourOfFive() throws Exception {
        MutationScore.Report report = MutationScore.read(Path.of("..").resolve(MutationScore.FILE));

        assertThat(report.packages().keySet())
                .containsExactly(
                        "io.github.boofdice.align",
                        "io.github.boofdice.decide",
                        "io.github.boofdice.io",
                        "io.github.boofdice.learn",
                        "io.github.boofdice.score");
        assertThat(report.packages().values())
                .allSatisfy(tally -> assertThat(tally.score()).isGreaterThanOrEqualTo(0.8));
        assertThat(report.measured().commit()).matches("[0-9a-f]{40}");
    }
}
