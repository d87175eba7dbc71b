package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {
    /** Sizes below the kernel's radius (9 at sigma 3) are awkward on purpose. */
    @Property(tries = 60, seed = "1")
    void blurIsTheDoubleLoopOfItsDefinition(
            @ForAll @IntRange(min = 1, max = 24) int width,
            @ForAll @IntRange(min = 1, max = 24) int height,
            @ForAll @DoubleRange(min = 0.15, max = 3) @Scale(4) double sigma,
            @ForAll long seed) {
        GrayF32 plane = Planes.noise(width, height, seed);

        GrayF32 blurred = new GaussianBlur(sigma).apply(plane);

        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat((double) blurred.get(x, y)).isCloseTo(definition(plane, x, y, sigma), within(5e-4));
            }
        }
    }

    private static double definition(GrayF32 plane, int x, int y, double sigma) {
        int radius = Math.max(1, (int) Math.ceil(3 * sigma));
        double sum = 0;
        double weights = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                double weight = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
                sum += weight * Planes.edge(plane, x + dx, y + dy);
                weights += weight;
            }
        }
        return sum / weights;
    }

    @Property(tries = 40, seed = "2")
    void blurKeepsAConstant(
            @ForAll @FloatRange(max = 255) float level, @ForAll @DoubleRange(min = 0.15, max = 6) double sigma) {
        GrayF32 blurred = new GaussianBlur(sigma).apply(Planes.flat(33, 17, level));

        for (float value : blurred.data) {
            assertThat(value).isCloseTo(level, within(1e-4f));
        }
    }

    @Property(tries = 20, seed = "3")
    void aSubimageIsBlurredLikeItsCopyAndLeftAsItWas(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll long seed) {
        GrayF32 plane = Planes.noise(width, height, seed);
        GrayF32 window = Planes.asSubimage(plane);

        GrayF32 blurred = new GaussianBlur(1.3).apply(window);

        assertThat(blurred.data).isEqualTo(new GaussianBlur(1.3).apply(plane).data);
        assertThat(blurred.isSubimage()).isFalse();
        assertThat(window.clone().data).isEqualTo(plane.data);
    }

    @Test
    void theBlurOfABrightPixelIsTheKernelAndSumsToIt() {
        GrayF32 plane = new GrayF32(31, 31);
        plane.set(15, 15, 100);

        GrayF32 blurred = new GaussianBlur(2).apply(plane);

        double sum = 0;
        for (int y = 0; y < 31; y++) {
            for (int x = 0; x < 31; x++) {
                sum += blurred.get(x, y);
                assertThat(blurred.get(x, y))
                        .isCloseTo(blurred.get(30 - x, y), within(1e-6f))
                        .isCloseTo(blurred.get(y, x), within(1e-6f));
            }
        }
        assertThat(sum).isCloseTo(100, within(1e-3));
        assertThat(blurred.get(17, 15) / blurred.get(15, 15)).isCloseTo((float) Math.exp(-0.5), within(1e-5f));
        assertThat(blurred.get(15, 15 + 7)).isZero();
    }
}
