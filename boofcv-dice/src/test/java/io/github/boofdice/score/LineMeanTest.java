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
     * Written pixel by pixel: a steep line takes one pixel from each of eighteen rows, a flat one from each of eighteen columns, in three pieces that are alike; and lines are laid between the rows (columns) of every three.
     */
    @ParameterizedTest
    @CsvSource({"128, 128", "32, 32", "64, 64", "47, 90", "90, 47", "200, 150"})
    void everyPixelTakesTheGreatestAndTheLeastMeanOfTwentyTwoLinesNearIt(int width, int height) {
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
            for (int aside = -5; aside <= 5; aside++) {
                double steep = line(deviation, frame.unit(), x, first(y, top, frame.unit()), aside / 6.0, true);
                double flat = line(deviation, frame.unit(), y, first(x, left, frame.unit()), aside / 6.0, false);
                most = Math.max(most, Math.max(steep, flat));
                least = Math.min(least, Math.min(steep, flat));
            }
            assertThat((double) found.light.data[scored.index(i)]).isCloseTo(most, within(1e-4));
            assertThat((double) found.dark.data[scored.index(i)]).isCloseTo(-least, within(1e-4));
        }
    }

    /** Where the line begins that is laid through a pixel's group of three (at 128 x 128), counted from the margin round the face. */
    private static int first(int at, int margin, double unit) {
        int group = Math.max(1, (int) Math.round(3 * unit));
        return margin + (at - margin) / group * group + group / 2 - 3 * group;
    }

    /** From its first row (or column) on; aside is where its middle lies. */
    private static double line(GrayF32 deviation, double unit, int aside, int first, double slope, boolean steep) {
        int piece = 2 * Math.max(1, (int) Math.round(3 * unit));
        double sum = 0;
        for (int p = -1; p <= 1; p++) {
            for (int k = 0; k < piece; k++) {
                int across =
                        aside + p * (int) Math.round(piece * slope) + (int) Math.round((k - (piece - 1) / 2.0) * slope);
                int along = first + (p + 1) * piece + k;
                int u = steep ? across : along;
                int v = steep ? along : across;
                sum += deviation.isInBounds(u, v) ? deviation.get(u, v) : 0;
            }
        }
        return sum / (3 * piece);
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
    @ValueSource(ints = {-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5})
    void aFineLineAddsUpWhereASpeckDoesNot(int aside) {
        GrayF32 line = new GrayF32(128, 128);
        GrayF32 speck = new GrayF32(128, 128);
        for (int k = -12; k <= 12; k++) {
            line.set(MIDDLE + k, MIDDLE + (int) Math.round(k * aside / 6.0), -2);
        }
        speck.set(MIDDLE, MIDDLE, 6);

        // Nine of eighteen at least: a pixel half-way between two is rounded one way here, the other way there.
        assertThat(new Found(FRAME, line).dark.get(MIDDLE, MIDDLE)).isBetween(1f, 2.0001f);
        assertThat(new Found(FRAME, line).light.get(MIDDLE, MIDDLE)).isZero();
        assertThat(new Found(FRAME, speck).light.get(MIDDLE, MIDDLE)).isCloseTo(6 / 18f, within(1e-6f));
        assertThat(new Found(FRAME, speck).dark.get(MIDDLE, MIDDLE)).isZero();
    }

    /** Half-way between two directions, one pixel wide. */
    @Test
    void aDiagonalIsWhatLeastSuitsTheFilter() {
        GrayF32 diagonal = new GrayF32(128, 128);
        for (int x = 30; x < 100; x++) {
            diagonal.set(x, x, 18);
        }

        assertThat(new Found(FRAME, diagonal).light.get(MIDDLE, MIDDLE)).isBetween(5f, 8f);
    }

    @Test
    void lightAndDarkCancelAlongALineNotAcross() {
        GrayF32 striped = new GrayF32(128, 128);
        GrayF32 chequered = new GrayF32(128, 128);
        for (int i = 0; i < striped.data.length; i++) {
            int x = i % 128 - MIDDLE;
            int y = i / 128 - MIDDLE;
            striped.data[i] = y % 2 == 0 ? 3 : -3;
            chequered.data[i] = (x + y) % 2 == 0 ? 3 : -3;
        }

        assertThat(new Found(FRAME, striped).light.get(MIDDLE, MIDDLE)).isCloseTo(3, within(1e-5f));
        assertThat(new Found(FRAME, striped).dark.get(MIDDLE, MIDDLE + 1)).isCloseTo(3, within(1e-5f));
        assertThat(new Found(FRAME, chequered).light.get(MIDDLE, MIDDLE)).isLessThan(1.5f);
        assertThat(new Found(FRAME, chequered).dark.get(MIDDLE, MIDDLE)).isLessThan(1.5f);
        assertThat(new Found(FRAME, new GrayF32(128, 128)).light.data).containsOnly(0f);
    }
}
