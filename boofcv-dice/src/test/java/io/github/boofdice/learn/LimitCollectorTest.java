package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import org.junit.jupiter.api.Test;

class EvidenceCollectorTest {
    private static final Frame FRAME = new Frame(40, 40);
    private static final PixelDisc DISC = new PixelDisc(40, 40, FRAME.faceRadius());

    private static GrayF32[] maps(int picture) {
        GrayF32[] maps = new GrayF32[Evidence.FILTERS];
        for (int f = 0; f < maps.length; f++) {
            maps[f] = Planes.noise(40, 40, 10L * picture + f);
        }
        return maps;
    }

    @Test
    void limitsWithoutAFoldAreThoseOfTheOtherPicturesAlone() {
        EvidenceCollector all = new EvidenceCollector(FRAME);
        EvidenceCollector some = new EvidenceCollector(FRAME);
        for (int picture = 0; picture < 12; picture++) {
            all.add(picture % 5, maps(picture));
            if (picture % 5 != 2) {
                some.add(picture % 5, maps(picture));
            }
        }

        EvidenceLimits without = all.without(2);
        EvidenceLimits alone = some.without(-1);

        for (int f = 0; f < Evidence.FILTERS; f++) {
            assertThat(without.usual().get(f).data).isEqualTo(alone.usual().get(f).data);
            assertThat(without.stray().get(f).data).isEqualTo(alone.stray().get(f).data);
            assertThat(all.without(-1).usual().get(f).data)
                    .isNotEqualTo(alone.usual().get(f).data);
        }
    }

    /** Twenty pictures' worth of what strays all over the face are mixed in, as variances. */
    @Test
    void usualIsTheMeanAndStrayLeansOnTheWholeFaces() {
        int n = 12;
        EvidenceCollector collector = new EvidenceCollector(FRAME);
        double[] sum = new double[40 * 40];
        double[] squares = new double[40 * 40];
        for (int picture = 0; picture < n; picture++) {
            GrayF32[] maps = maps(picture);
            collector.add(picture % 5, maps);
            for (int p = 0; p < sum.length; p++) {
                sum[p] += maps[1].data[p];
                squares[p] += maps[1].data[p] * (double) maps[1].data[p];
            }
        }

        EvidenceLimits limits = collector.without(-1);

        double face = 0;
        for (int i = 0; i < DISC.size(); i++) {
            face += variance(sum, squares, n, DISC.index(i)) / DISC.size();
        }
        for (int i = 0; i < DISC.size(); i++) {
            int p = DISC.index(i);
            double mixed = (n * variance(sum, squares, n, p) + 20 * face) / (n + 20);
            assertThat((double) limits.usual().get(1).data[p]).isCloseTo(sum[p] / n, within(1e-3));
            assertThat((double) limits.stray().get(1).data[p]).isCloseTo(Math.sqrt(mixed), within(1e-3));
        }
    }

    private static double variance(double[] sum, double[] squares, int n, int p) {
        double mean = sum[p] / n;
        return squares[p] / n - mean * mean;
    }

    @Test
    void withoutAnyPictureNothingIsUsual() {
        EvidenceLimits limits = new EvidenceCollector(FRAME).without(-1);

        assertThat(limits.usual()).hasSize(Evidence.FILTERS);
        assertThat(limits.usual().get(0).data).containsOnly(0f);
        assertThat(limits.stray().get(2).data).containsOnly(0f);
    }
}
