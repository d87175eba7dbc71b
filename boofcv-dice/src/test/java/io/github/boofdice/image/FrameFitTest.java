package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFitTest {
    private static final Frame FRAME = new Frame(128, 128);

    @Test
    void aPictureOfTheFramesSizeIsReturnedItself() {
        GrayF32 picture = Planes.noise(128, 128, 1);

        assertThat(FrameFit.fit(FRAME, picture)).isSameAs(picture);
    }

    @Property(tries = 60, seed = "1")
    void everySizeBecomesTheFramesAndAConstantStays(
            @ForAll @IntRange(min = 32, max = 700) int width,
            @ForAll @IntRange(min = 32, max = 700) int height,
            @ForAll @FloatRange(max = 255) float level) {
        GrayF32 fitted = FrameFit.fit(new Frame(120, 96), Planes.flat(width, height, level));

        assertThat(fitted.width).isEqualTo(120);
        assertThat(fitted.height).isEqualTo(96);
        for (float value : fitted.data) {
            assertThat(value).isCloseTo(level, within(0.01f));
        }
    }

    /** A dot off the middle: where it comes to lie tells middle, scale and aspect at once. */
    @ParameterizedTest
    @CsvSource({"64, 64", "100, 100", "300, 200", "200, 300", "500, 500", "257, 511", "128, 256", "90, 40"})
    void placesKeepTheirOffsetFromTheMiddleTimesTheScale(int width, int height) {
        double scale = FrameFit.scale(FRAME, width, height);
        double offset = 0.2 * Math.min(width, height);
        double radius = 4 / scale;
        GrayF32 picture = dot(width, height, offset, -offset / 2, radius);
        GrayF32 before = picture.clone();

        double[] centroid = centroid(FrameFit.fit(FRAME, picture));

        assertThat(scale).isEqualTo(Math.min(128.0 / width, 128.0 / height));
        assertThat(centroid[0]).isCloseTo(scale * offset, within(0.06));
        assertThat(centroid[1]).isCloseTo(-scale * offset / 2, within(0.06));
        assertThat(picture.data).isEqualTo(before.data);
    }

    @ParameterizedTest
    @CsvSource({"300, 200", "200, 300", "64, 64", "256, 64"})
    void aRoundDotStaysRound(int width, int height) {
        double scale = FrameFit.scale(FRAME, width, height);
        GrayF32 fitted = FrameFit.fit(FRAME, dot(width, height, 0, 0, 12 / scale));

        double[] spread = spread(fitted);
        // A disc's second moment is a quarter of its squared radius.
        assertThat(spread[0]).isCloseTo(6, within(0.25));
        assertThat(spread[1]).isCloseTo(spread[0], within(0.03));
    }

    @Test
    void whereTheShapesDifferTheEdgeGoesOn() {
        GrayF32 wide = Planes.ramp(256, 128, 0, 0, 1);

        GrayF32 fitted = FrameFit.fit(FRAME, wide);

        for (int x = 0; x < 128; x++) {
            for (int y = 0; y < 30; y++) {
                assertThat(fitted.get(x, y)).isCloseTo(0.5f, within(1e-3f));
                assertThat(fitted.get(x, 127 - y)).isCloseTo(126.5f, within(1e-3f));
            }
            assertThat(fitted.get(x, 64)).isCloseTo(64.5f, within(1e-3f));
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "300, 200", "129, 127"})
    void subimagesFitLikeTheirCopies(int width, int height) {
        GrayF32 picture = Planes.noise(width, height, 3);

        assertThat(FrameFit.fit(FRAME, Planes.asSubimage(picture)).data).isEqualTo(FrameFit.fit(FRAME, picture).data);
    }

    private static GrayF32 dot(int width, int height, double x, double y, double radius) {
        GrayF32 plane = new GrayF32(width, height);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double away = Math.hypot(column - (width - 1) / 2.0 - x, row - (height - 1) / 2.0 - y);
                plane.set(column, row, (float) (200 * Math.max(0, Math.min(1, radius + 0.5 - away))));
            }
        }
        return plane;
    }

    private static double[] centroid(GrayF32 plane) {
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < plane.height; row++) {
            for (int column = 0; column < plane.width; column++) {
                double value = plane.get(column, row);
                mass += value;
                x += value * (column - (plane.width - 1) / 2.0);
                y += value * (row - (plane.height - 1) / 2.0);
            }
        }
        return new double[] {x / mass, y / mass};
    }

    private static double[] spread(GrayF32 plane) {
        double mass = 0;
        double xx = 0;
        double yy = 0;
        for (int row = 0; row < plane.height; row++) {
            for (int column = 0; column < plane.width; column++) {
                double u = column - (plane.width - 1) / 2.0;
                double v = row - (plane.height - 1) / 2.0;
                mass += plane.get(column, row);
                xx += plane.get(column, row) * u * u;
                yy += plane.get(column, row) * v * v;
            }
        }
        return new double[] {Math.sqrt(xx / mass), Math.sqrt(yy / mass)};
    }
}
