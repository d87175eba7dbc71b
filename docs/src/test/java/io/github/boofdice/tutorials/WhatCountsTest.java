package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.RegionOfInterest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatCountsTest {
    private final DiceInspector inspector = Drawn.inspector();

    @Test
    void aDarkScratchIsDismissedWhereOnlyLightMarksCount() throws IOException {
        Inspection all = inspector.inspect(WhatCounts.suspect());
        Inspection light = WhatCounts.onlyLight(inspector).inspect(WhatCounts.suspect());

        assertThat(all.anomalous()).isTrue();
        assertThat(light.anomalous()).isFalse();
        assertThat(light.dismissed()).isEqualTo(all.regions());
        assertThat(light.score()).isEqualTo(all.score());
    }

    @Test
    void whatIsIgnoredIsNotLookedAt() throws IOException {
        Inspection found =
                WhatCounts.ignoring(inspector, WhatCounts.mask(inspector)).inspect(WhatCounts.suspect());

        assertThat(found.anomalous()).isFalse();
        assertThat(found.score())
                .isLessThan(inspector.inspect(WhatCounts.suspect()).score());
        assertThat(found.heatMap().get(90, 90)).isZero();
    }

    @Test
    void aQuarterOfAFiveWouldBeAllOfIt() {
        RegionOfInterest quarter = RegionOfInterest.ofMask(WhatCounts.mask(inspector));

        assertThatIllegalArgumentException().isThrownBy(() -> inspector.ignoring("five", quarter));
    }

    @Test
    void aRegionMayComeAsPolygons(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("number.txt"), "10,10\n40,10\n40,30\n10,30\n");

        RegionOfInterest region = WhatCounts.fromFile(inspector, file);

        assertThat(region.contains(20, 20)).isTrue();
        assertThat(region.contains(50, 20)).isFalse();
    }
}
