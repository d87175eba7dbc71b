package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.DriftReport;
import io.github.boofdice.Inspection;
import io.github.boofdice.LearningException;
import io.github.boofdice.decide.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTest {
    private final DiceInspector inspector = Drawn.inspector();

    @Test
    void whatWasLoadedJudgesAsWhatWasSaved(@TempDir Path folder) throws IOException {
        DiceInspector loaded = Production.savedAndLoaded(inspector, folder.resolve("dice.model"));

        assertThat(loaded.info()).isEqualTo(inspector.info());
        assertThat(loaded.inspect(Drawn.bad("blot-two")).score())
                .isEqualTo(inspector.inspect(Drawn.bad("blot-two")).score());
    }

    @Test
    void theDimmingLampIsNoticedAfterItBeganAndTheThresholdFollows() throws LearningException {
        List<GrayF32> belt = Production.belt();
        List<Inspection> found = Production.inAll(inspector, belt);

        DriftReport report = Production.watch(inspector, found);

        assertThat(report.drifts().get(0).trait()).isEqualTo(Trait.CONTRAST);
        assertThat(report.accepted() + report.rejected()).isBetween(61L, 120L);
        DiceInspector moved = Production.recalibrated(inspector, found.subList(100, 120));
        assertThat(moved.info().laterPictures()).isEqualTo(20);
        assertThat(Production.watch(moved, found.subList(100, 120)).drifted()).isFalse();
    }
}
