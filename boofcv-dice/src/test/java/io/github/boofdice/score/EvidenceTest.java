package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    /** Windows of 5 and 11 of 128 pixels, odd in every frame. */
    @ParameterizedTest
    @CsvSource({"128, 5, 11", "32, 1, 3", "64, 3, 5", "256, 11, 23", "512, 21, 45"})
    void boxesAreMeansOfAbsoluteDeviations(int side, int small, int large) {
        GrayF32 deviation = Planes.noise(side, side, 1);
        for (int i = 0; i < deviation.data.length; i++) {
            deviation.data[i] = deviation.data[i] / 20 - 6;
        }
        float[] before = deviation.data.clone();

        GrayF32[] found = new Evidence(new Frame(side, side)).of(deviation);

        assertThat(found).hasSize(Evidence.FILTERS);
        assertThat((double) found[0].get(side / 2, side / 3)).isCloseTo(box(deviation, side, small), within(1e-3));
        assertThat((double) found[1].get(side / 2, side / 3)).isCloseTo(box(deviation, side, large), within(1e-3));
        assertThat(deviation.data).isEqualTo(before);
    }

    private static double box(GrayF32 deviation, int side, int window) {
        double sum = 0;
        for (int dy = -window / 2; dy <= window / 2; dy++) {
            for (int dx = -window / 2; dx <= window / 2; dx++) {
                sum += Math.abs(deviation.get(side / 2 + dx, side / 3 + dy));
            }
        }
        return sum / (window * window);
    }

    @Test
    void laterChangesToTheListsDoNotMatter() {
        List<GrayF32> planes = new ArrayList<>(List.of(new GrayF32(2, 2)));
        EvidenceLimits limits = new EvidenceLimits(planes, planes);
        planes.clear();

        assertThat(limits.usual()).hasSize(1);
        assertThat(limits.stray()).hasSize(1);
    }
}
