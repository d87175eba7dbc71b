package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.RealData;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs of near-identical frames on real pictures, where {@code -Ddice.data=DIR} names them. */
class RealCaptureRunsTest {
    @Test
    void theRunsOfAutumnsAnomalousPicturesAreThoseThatTheEyeCounts() throws IOException {
        List<LabelledPicture> pictures = LabelledFolder.of(RealData.requireDice("runs of real near-identical frames")
                        .resolve("autumn"))
                .anomalous();
        FrameRuns runs = new FrameRuns();
        List<String> firsts = new ArrayList<>();
        int last = -1;
        for (LabelledPicture picture : pictures) {
            int run = runs.next(picture.folder(), PictureReader.read(picture.path()));
            if (run != last) {
                firsts.add(picture.path().getFileName().toString().replaceAll("\\D", ""));
            }
            last = run;
        }

        assertThat(pictures).hasSize(125);
        // By eye: about 44 runs. The first frame of each, and a few breaks where a die or the light moved within its
        // run.
        assertThat(firsts).hasSizeBetween(44, 48).containsAll(FIRST_FRAMES);
    }

    private static final Set<String> FIRST_FRAMES = Set.of(
            "24838", "24868", "24883", "24915", "24928", "24943", "25015", "25032", "25047", "25063", "25091", "25107",
            "25123", "25197", "25213", "25227", "25243", "25270", "25287", "25302", "25377", "25406", "25422", "25466",
            "25482", "25560", "25573", "25589", "25607", "25633", "25648", "25664", "25738", "25753", "25769", "25783",
            "25811", "25827", "25842", "25896", "25916", "25931", "25970");
}
