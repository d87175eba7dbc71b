package io.github.boofdice.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred thousand cases; {@link Fuzz} runs millions. What it found once lies in the resources and is tried again here. */
class FuzzTest {
    private static final long SEED = 20_210_916;
    private static final int CASES = 100_000;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whateverTheBytesTheAnswerIsOneThatIsDocumented(Doors door) throws IOException {
        try (FuzzTarget target = door.open()) {
            FuzzRun run = new FuzzRun(target, SEED);
            long start = System.nanoTime();
            run.advance(door.share(CASES));

            System.out.printf(
                    Locale.ROOT,
                    "fuzz: %,d cases of %s, %,d accepted, in %.1f s, the slowest %.0f ms, seed %d%n",
                    run.cases(),
                    target.name(),
                    run.accepted(),
                    (System.nanoTime() - start) / 1e9,
                    run.slowestMillis(),
                    SEED);
            assertThat(run.findings()).extracting(FuzzRun.Finding::problem).isEmpty();
            assertThat(run.cases()).isEqualTo(door.share(CASES));
            // A door that lets nothing in, or everything, has not been tried.
            assertThat(run.accepted()).isBetween(run.cases() / 50, run.cases() * 49 / 50);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasFoundOnceStaysMended(Doors door) throws IOException, URISyntaxException {
        List<Path> found = found(door);
        // Nothing was found in model files yet.
        assertThat(found.isEmpty()).isEqualTo(door == Doors.MODEL);
        try (FuzzTarget target = door.open()) {
            for (Path file : found) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(assertTimeoutPreemptively(
                                Duration.ofSeconds(20), () -> new FuzzRun(target, SEED).once(bytes)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private static List<Path> found(Doors door) throws IOException, URISyntaxException {
        String folder = "/fuzz/" + door.name().toLowerCase(Locale.ROOT);
        URL found = FuzzTest.class.getResource(folder);
        if (found == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(found.toURI()))) {
            return files.sorted().toList();
        }
    }
}
