package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.DefectRegion;
import io.github.boofdice.Inspection;
import io.github.boofdice.Verdict;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FirstInspectionTest {
    @Test
    void theBlotIsFoundWhereItWasDrawn() throws IOException {
        Path suspect = Drawn.bad("blot-five");

        Inspection found = FirstInspection.inspect(SamplePictures.learn(), suspect);

        assertThat(found.verdict()).isEqualTo(Verdict.ANOMALOUS);
        assertThat(found.face()).isEqualTo("five");
        assertThat(found.regions()).anySatisfy(region -> {
            assertThat(region.polarity()).isEqualTo(Polarity.DARK);
            assertThat(maskedPixelsIn(region, suspect)).isGreaterThan(region.area() / 2);
        });
    }

    /** How many pixels of the region's box belong to the blot, by the mask that was drawn with the picture. */
    private static int maskedPixelsIn(DefectRegion region, Path picture) throws IOException {
        GrayPicture mask = GrayPicture.read(SamplePictures.mask(picture));
        int count = 0;
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                count += mask.get(x, y) > 0 ? 1 : 0;
            }
        }
        return count;
    }
}
