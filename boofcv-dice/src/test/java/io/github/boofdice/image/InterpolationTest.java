package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** What bilinear and bicubic sampling promise between, on and beyond the pixels. */
class InterpolationTest {
    private static final GrayF32 NOISE = Planes.noise(23, 17, 5);
    private static final GrayF32 WINDOW = Planes.asSubimage(NOISE);

    @Test
    void wholePixelsAreReturnedAsTheyAre() {
        for (int y = 0; y < NOISE.height; y++) {
            for (int x = 0; x < NOISE.width; x++) {
                // In the last row and column the weight 1 falls on the further neighbour, through one subtraction.
                assertThat(Bilinear.sample(NOISE, x, y)).isCloseTo(NOISE.get(x, y), within(1e-4f));
                assertThat(Bicubic.sample(NOISE, x, y)).isEqualTo(NOISE.get(x, y));
            }
        }
    }

    @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void linearRampsAreReproduced(
            @ForAll @FloatRange(min = -4, max = 4) float across,
            @ForAll @FloatRange(min = -4, max = 4) float down,
            @ForAll @FloatRange(max = 22) @Scale(5) float x,
            @ForAll @FloatRange(max = 16) @Scale(5) float y) {
        GrayF32 ramp = Planes.ramp(23, 17, 60, across, down);
        float expected = 60 + across * x + down * y;

        assertThat(Bilinear.sample(ramp, x, y)).isCloseTo(expected, within(1e-3f));
        if (x >= 1 && y >= 1 && x < 21 && y < 15) {
            assertThat(Bicubic.sample(ramp, x, y)).isCloseTo(expected, within(1e-3f));
        }
    }

    @Property(tries = 200, seed = "2")
    void bicubicReproducesParabolasInside(
            @ForAll @FloatRange(min = 1, max = 20.9f) @Scale(5) float x,
            @ForAll @FloatRange(min = 1, max = 14.9f) @Scale(5) float y) {
        GrayF32 bowl = new GrayF32(23, 17);
        for (int v = 0; v < 17; v++) {
            for (int u = 0; u < 23; u++) {
                bowl.set(u, v, u * u - 0.5f * v * v + u * v);
            }
        }

        assertThat(Bicubic.sample(bowl, x, y)).isCloseTo(x * x - 0.5f * y * y + x * y, within(2e-3f));
    }

    @Property(tries = 200, seed = "3")
    void bilinearEqualsItsFourNeighboursDefinition(
            @ForAll @FloatRange(max = 21.99f) @Scale(5) float x, @ForAll @FloatRange(max = 15.99f) @Scale(5) float y) {
        int left = (int) x;
        int top = (int) y;
        double a = x - left;
        double b = y - top;
        double expected = (1 - b) * ((1 - a) * NOISE.get(left, top) + a * NOISE.get(left + 1, top))
                + b * ((1 - a) * NOISE.get(left, top + 1) + a * NOISE.get(left + 1, top + 1));

        assertThat((double) Bilinear.sample(NOISE, x, y)).isCloseTo(expected, within(1e-3));
    }

    @Property(tries = 300, seed = "4")
    void bicubicEqualsItsSixteenNeighboursDefinitionEvenBeyondTheEdge(
            @ForAll @FloatRange(min = -6, max = 30) @Scale(5) float x,
            @ForAll @FloatRange(min = -6, max = 24) @Scale(5) float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double expected = 0;
        for (int v = top - 1; v <= top + 2; v++) {
            for (int u = left - 1; u <= left + 2; u++) {
                expected += keys(x - u) * keys(y - v) * Planes.edge(NOISE, u, v);
            }
        }

        assertThat((double) Bicubic.sample(NOISE, x, y)).isCloseTo(expected, within(2e-3));
    }

    /** Keys' kernel with a = -0.5, equation (4) of the paper. */
    private static double keys(double s) {
        double t = Math.abs(s);
        if (t < 1) {
            return (1.5 * t - 2.5) * t * t + 1;
        }
        return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
    }

    @Property(tries = 100, seed = "5")
    void beyondTheEdgeTheNearestPixelCounts(
            @ForAll @FloatRange(max = 22) @Scale(5) float x, @ForAll @FloatRange(min = 0.01f, max = 1e6f) float away) {
        assertThat(Bilinear.sample(NOISE, x, -away)).isCloseTo(Bilinear.sample(NOISE, x, 0), within(1e-3f));
        assertThat(Bilinear.sample(NOISE, x, 16 + away)).isCloseTo(Bilinear.sample(NOISE, x, 16), within(1e-3f));
        assertThat(Bilinear.sample(NOISE, -away, -away)).isEqualTo(NOISE.get(0, 0));
        assertThat(Bicubic.sample(NOISE, -1 - away, -1 - away)).isCloseTo(NOISE.get(0, 0), within(1e-3f));
        assertThat(Bicubic.sample(NOISE, 23 + away, 17 + away)).isCloseTo(NOISE.get(22, 16), within(1e-3f));
    }

    @Property(tries = 300, seed = "6")
    void subimagesAreSampledLikeTheirCopies(
            @ForAll @FloatRange(min = -5, max = 28) @Scale(5) float x,
            @ForAll @FloatRange(min = -5, max = 22) @Scale(5) float y) {
        assertThat(Bilinear.sample(WINDOW, x, y)).isEqualTo(Bilinear.sample(NOISE, x, y));
        assertThat(Bicubic.sample(WINDOW, x, y)).isEqualTo(Bicubic.sample(NOISE, x, y));
    }

    @Property(tries = 100, seed = "7")
    void planesOfTwoByTwoPixelsAreSampledToo(
            @ForAll @IntRange(min = 2, max = 3) int side,
            @ForAll @DoubleRange(min = -3, max = 5) @Scale(5) double x,
            @ForAll @DoubleRange(min = -3, max = 5) @Scale(5) double y) {
        GrayF32 flat = Planes.flat(side, side, 77);

        assertThat(Bilinear.sample(flat, (float) x, (float) y)).isEqualTo(77);
        assertThat(Bicubic.sample(flat, (float) x, (float) y)).isCloseTo(77, within(1e-4f));
    }
}
