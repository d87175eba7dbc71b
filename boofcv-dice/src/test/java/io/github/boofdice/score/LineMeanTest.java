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

    /**
     * Written pixel by pixel: a steep line takes one pixel from each of thirteen rows, a flat one from each of thirteen columns, and lines are laid through
     * the middle row (column) of every three.
     */
    @ParameterizedTest
    @CsvSource({"128, 128", "32, 32", "64, 64", "47, 90", "90, 47", "200, 150"})
    void everyPixelTakesTheGreatestAbsoluteMeanOfTenLinesNearIt(int width, int height) {
        Frame frame = new Frame(width, height);
        GrayF32 deviation = deviations(frame, 1);

        GrayF32 found = new LineMean(frame).apply(deviation);

        int left = (int) Math.floor(frame.middleX() - frame.faceRadius());
        int top = (int) Math.floor(frame.middleY() - frame.faceRadius());
        PixelDisc scored = new PixelDisc(width, height, frame.scoredRadius());
        for (int i = 0; i < scored.size(); i++) {
            int x = scored.index(i) % width;
            int y = scored.index(i) / width;
            double most = 0;
            for (int degrees = -36; degrees <= 36; degrees += 18) {
                double tilt = Math.tan(Math.toRadians(degrees));
                int row = snapped(y, top, height, frame.unit());
                int column = snapped(x, left, width, frame.unit());
                most = Math.max(most, Math.abs(line(deviation, frame.unit(), x, row, tilt, 1)));
                most = Math.max(most, Math.abs(line(deviation, frame.unit(), column, y, 1, tilt)));
            }
            assertThat((double) found.data[scored.index(i)]).isCloseTo(most, within(1e-4));
        }
    }

    /** The middle of a pixel's group of three (at 128 x 128), counted from the margin round the face. */
    private static int snapped(int at, int margin, int size, double unit) {
        int group = Math.max(1, (int) Math.round(3 * unit));
        int first = (at - margin) / group * group;
        return margin + Math.min(size - 2 * margin - 1, first + group / 2);
    }

    private static double line(GrayF32 deviation, double unit, int x, int y, double across, double down) {
        int reach = (int) Math.round(6 * unit);
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            int u = x + (int) Math.round(k * across);
            int v = y + (int) Math.round(k * down);
            sum += deviation.isInBounds(u, v) ? deviation.get(u, v) : 0;
        }
        return sum / (2 * reach + 1);
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
        assertThat(new LineMean(frame).apply(speck).get(64, 64)).isLessThanOrEqualTo(6 / 13f + 1e-6f);
    }

    @Test
    void lightAndDarkCancelAlongALineNotAcross() {
        GrayF32 mixed = new GrayF32(128, 128);
        for (int i = 0; i < mixed.data.length; i++) {
            mixed.data[i] = i / 128 % 2 == 0 ? 3 : -3;
        }
        GrayF32 striped = new LineMean(new Frame(128, 128)).apply(mixed);
        for (int i = 0; i < mixed.data.length; i++) {
            mixed.data[i] = (i / 128 + i % 128) % 2 == 0 ? 3 : -3;
        }
        GrayF32 chequered = new LineMean(new Frame(128, 128)).apply(mixed);

        // Along the stripes all adds up; on a chequer-board no direction finds more than half its pixels of one sign.
        assertThat(striped.get(64, 64)).isEqualTo(3);
        assertThat(chequered.get(64, 64)).isLessThan(1.5f);
        assertThat(new LineMean(new Frame(128, 128)).apply(new GrayF32(128, 128)).data)
                .containsOnly(0f);
    }
}
