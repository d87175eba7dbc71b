package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DilationTest {
    @Property(tries = 60, seed = "1")
    void everyPixelTakesTheGreatestValueWithinTheRadius(
            @ForAll @IntRange(min = 1, max = 24) int width,
            @ForAll @IntRange(min = 1, max = 24) int height,
            @ForAll @DoubleRange(max = 6) double radius,
            @ForAll long seed) {
        GrayF32 plane = Planes.noise(width, height, seed);
        float[] before = plane.data.clone();

        GrayF32 dilated = Dilation.dilate(plane, radius);

        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float most = 0;
                for (int v = 0; v < height; v++) {
                    for (int u = 0; u < width; u++) {
                        boolean near = (u - x) * (u - x) + (v - y) * (v - y) <= radius * radius;
                        most = near ? Math.max(most, plane.get(u, v)) : most;
                    }
                }
                assertThat(dilated.get(x, y)).isEqualTo(most);
            }
        }
        assertThat(plane.data).isEqualTo(before);
    }
}
