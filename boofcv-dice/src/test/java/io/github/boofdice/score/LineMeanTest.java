package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineMeanTest {
    /**
     * Written pixel by pixel: a steep line takes one pixel from each of seventeen rows, a flat one from each of seventeen columns, and lines are laid through
     * the middle row (column) of every three.
     */
    @ParameterizedTest
    @CsvSource({"128, 128", "32, 32", "64, 64", "47, 90", "90, 47", "200, 150"})
    void everyPixelTakesTheGreatestAndTheLeastMeanOfTwelveLinesNearIt(int width, int height) {
        Frame frame = new Frame(width, height);
        GrayF32 deviation = Deviations.noise(frame, 1);

        Found found = new Found(frame, deviation);

        int left = (int) Math.floor(frame.middleX() - frame.faceRadius());
        int top = (int) Math.floor(frame.middleY() - frame.faceRadius());
        PixelDisc scored = new PixelDisc(width, height, frame.scoredRadius());
        for (int i = 0; i < scored.size(); i++) {
            int x = scored.index(i) % width;
            int y = scored.index(i) / width;
            double most = 0;
            double least = 0;
            for (double degrees = -37.5; degrees <= 37.5; degrees += 15) {
                double tilt = Math.tan(Math.toRadians(degrees));
                int row = snapped(y, top, frame.unit());
                int column = snapped(x, left, frame.unit());
                double steep = line(deviation, frame.unit(), x, row, tilt, 1);
                double flat = line(deviation, frame.unit(), column, y, 1, tilt);
                most = Math.max(most, Math.max(steep, flat));
                least = Math.min(least, Math.min(steep, flat));
            }
            assertThat((double) found.light.data[scored.index(i)]).isCloseTo(most, within(1e-4));
            assertThat((double) found.dark.data[scored.index(i)]).isCloseTo(-least, within(1e-4));
        }
    }

    /** The middle of a pixel's group of three (at 128 x 128), counted from the margin round the face. */
    private static int snapped(int at, int margin, double unit) {
        int group = Math.max(1, (int) Math.round(3 * unit));
        return margin + (at - margin) / group * group + group / 2;
    }

    private static double line(GrayF32 deviation, double unit, int x, int y, double across, double down) {
        int reach = (int) Math.round(8 * unit);
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            int u = x + (int) Math.round(k * across);
            int v = y + (int) Math.round(k * down);
            sum += deviation.isInBounds(u, v) ? deviation.get(u, v) : 0;
        }
        return sum / (2 * reach + 1);
    }

    /** The greatest mean along a line, and the least with its sign changed. */
    private record Found(GrayF32 light, GrayF32 dark) {
        Found(Frame frame, GrayF32 deviation) {
            this(deviation.createSameShape(), deviation.createSameShape());
            new LineMean(frame).apply(deviation, light, dark);
        }
    }

    private static final Frame FRAME = new Frame(128, 128);
    /** In both directions the middle of three pixels of the box round the face. */
    private static final int MIDDLE = 63;

    @ParameterizedTest
    @ValueSource(doubles = {-37.5, -22.5, -7.5, 7.5, 22.5, 37.5})
    void aFineLineAddsUpWhereNoiseDoesNot(double degrees) {
        GrayF32 line = new GrayF32(128, 128);
        GrayF32 speck = new GrayF32(128, 128);
        for (int k = -12; k <= 12; k++) {
            line.set(MIDDLE + k, MIDDLE + (int) Math.round(k * Math.tan(Math.toRadians(degrees))), -2);
        }
        speck.set(MIDDLE, MIDDLE, 6);

        assertThat(new Found(FRAME, line).dark.get(MIDDLE, MIDDLE)).isCloseTo(2, within(1e-5f));
        assertThat(new Found(FRAME, line).light.get(MIDDLE, MIDDLE)).isZero();
        assertThat(new Found(FRAME, speck).light.get(MIDDLE, MIDDLE)).isCloseTo(6 / 17f, within(1e-6f));
        assertThat(new Found(FRAME, speck).dark.get(MIDDLE, MIDDLE)).isZero();
    }

    /** Half-way between two directions, one pixel wide: seven of seventeen pixels of either lie on it. */
    @Test
    void aRowOfPixelsIsWhatLeastSuitsTheFilter() {
        GrayF32 row = new GrayF32(128, 128);
        for (int x = 30; x < 100; x++) {
            row.set(x, MIDDLE, 17);
        }

        assertThat(new Found(FRAME, row).light.get(MIDDLE, MIDDLE)).isCloseTo(7, within(1e-5f));
    }

    @Test
    void lightAndDarkCancelAlongALineNotAcross() {
        GrayF32 striped = new GrayF32(128, 128);
        GrayF32 chequered = new GrayF32(128, 128);
        for (int i = 0; i < striped.data.length; i++) {
            int x = i % 128 - MIDDLE;
            int y = i / 128 - MIDDLE;
            int stripe = y - (int) Math.round(x * Math.tan(Math.toRadians(22.5)));
            striped.data[i] = stripe % 2 == 0 ? 3 : -3;
            chequered.data[i] = (x + y) % 2 == 0 ? 3 : -3;
        }

        assertThat(new Found(FRAME, striped).light.get(MIDDLE, MIDDLE)).isCloseTo(3, within(1e-5f));
        assertThat(new Found(FRAME, striped).dark.get(MIDDLE, MIDDLE + 1)).isCloseTo(3, within(1e-5f));
        assertThat(new Found(FRAME, chequered).light.get(MIDDLE, MIDDLE)).isLessThan(1.5f);
        assertThat(new Found(FRAME, chequered).dark.get(MIDDLE, MIDDLE)).isLessThan(1.5f);
        assertThat(new Found(FRAME, new GrayF32(128, 128)).light.data).containsOnly(0f);
    }
}
