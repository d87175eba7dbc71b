package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BoxMeanTest {
    @Property(tries = 60, seed = "1")
    void everyPixelIsTheMeanOfItsWindowWithZerosBeyondTheEdge(
            @ForAll @IntRange(min = 0, max = 4) int reach,
            @ForAll @IntRange(min = 1, max = 24) int width,
            @ForAll @IntRange(min = 1, max = 24) int height,
            @ForAll long seed) {
        GrayF32 plane = Planes.noise(width, height, seed);
        int side = 2 * reach + 1;

        GrayF32 means = plane.createSameShape();
        BoxMean filter = new BoxMean(width, side);
        filter.apply(Planes.noise(width, height, seed + 1), means);
        filter.apply(plane, means);

        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
                    for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
                        sum += plane.get(u, v);
                    }
                }
                assertThat((double) means.get(x, y)).isCloseTo(sum / (side * side), within(2e-3));
            }
        }
    }
}
