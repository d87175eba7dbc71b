package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineMeanTest {
    /** Signed, and zero outside the face disc, as deviation maps are. */
    private static GrayF32 deviations(Frame frame, long seed) {
        GrayF32 noise = Planes.noise(frame.width(), frame.height(), seed);
        GrayF32 out = new GrayF32(frame.width(), frame.height());
        PixelDisc disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        for (int i = 0; i < disc.size(); i++) {
            out.data[disc.index(i)] = noise.data[disc.index(i)] / 20 - 6;
        }
        return out;
    }

    /** Written with columns and rows, not with offsets: lines that leave the plane meet zeros. */
    @ParameterizedTest
    @CsvSource({"128, 128", "32, 32", "64, 64", "47, 90", "90, 47", "200, 150"})
    void everyPixelTakesTheGreatestAbsoluteMeanOfTenLinesThroughIt(int width, int height) {
        Frame frame = new Frame(width, height);
        GrayF32 deviation = deviations(frame, 1);

        GrayF32 found = new LineMean(frame).apply(deviation);

        PixelDisc scored = new PixelDisc(width, height, frame.scoredRadius());
        for (int i = 0; i < scored.size(); i++) {
            int x = scored.index(i) % width;
            int y = scored.index(i) / width;
            double most = 0;
            for (int d = 0; d < 10; d++) {
                most = Math.max(most, Math.abs(line(deviation, frame.unit(), x, y, d * Math.PI / 10)) / 12);
            }
            assertThat((double) found.data[scored.index(i)]).isCloseTo(most, within(1e-4));
        }
    }

    /** Four groups of three neighbours, three units apart. */
    private static double line(GrayF32 deviation, double unit, int x, int y, double angle) {
        double sum = 0;
        for (double group = -4.5; group <= 4.5; group += 3) {
            for (int near = -1; near <= 1; near++) {
                int u = x
                        + (int) Math.round(group * unit * Math.cos(angle))
                        + near * (int) Math.round(unit * Math.cos(angle));
                int v = y
                        + (int) Math.round(group * unit * Math.sin(angle))
                        + near * (int) Math.round(unit * Math.sin(angle));
                sum += deviation.isInBounds(u, v) ? deviation.get(u, v) : 0;
            }
        }
        return sum;
    }

    @Test
    void aFineLineAddsUpWhereNoiseDoesNot() {
        Frame frame = new Frame(128, 128);
        GrayF32 line = new GrayF32(128, 128);
        GrayF32 speck = new GrayF32(128, 128);
        for (int x = 50; x < 80; x++) {
            line.set(x, 64, -2);
        }
        speck.set(64, 64, 6);

        assertThat(new LineMean(frame).apply(line).get(64, 64)).isCloseTo(2, within(1e-5f));
        // On a diagonal two groups share their end pixel, which then counts twice of twelve.
        assertThat(new LineMean(frame).apply(speck).get(64, 64)).isLessThanOrEqualTo(1f);
    }

    @Test
    void lightAndDarkAlongALineCancel() {
        GrayF32 mixed = new GrayF32(128, 128);
        for (int i = 0; i < mixed.data.length; i++) {
            mixed.data[i] = i % 2 == 0 ? 3 : -3;
        }

        // Thirteen pixels in groups of three: what is left of an alternation is a third of a group at the most.
        assertThat(new LineMean(new Frame(128, 128)).apply(mixed).get(64, 64)).isLessThanOrEqualTo(3f);
        assertThat(new LineMean(new Frame(128, 128)).apply(new GrayF32(128, 128)).data)
                .containsOnly(0f);
    }
}
