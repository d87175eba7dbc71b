package io.github.boofdice.flat;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FlatTemplateTest {
    /** What is flat is a matter of the template alone: taken from the envelope of one picture, or worked out where good pictures differ. */
    @Property(tries = 20, seed = "1")
    void aPictureHasTheFlatPlacesOfSeveralLikeIt(
            @ForAll @IntRange(min = 48, max = 90) int width,
            @ForAll @IntRange(min = 48, max = 90) int height,
            @ForAll long seed) {
        GrayF32 plane = Planes.flat(width, height, 120);
        GrayF32 noise = Planes.noise(width / 2, height, seed);
        for (int y = 0; y < height; y++) {
            System.arraycopy(noise.data, y * noise.width, plane.data, y * width, noise.width);
        }

        int[] one = new FlatTemplate(plane, plane, plane).flat;
        int[] several = new FlatTemplate(plane, plane, brighter(plane)).flat;

        assertThat(one).isNotEmpty().isEqualTo(several);
        for (int at : one) {
            assertThat(at % width).isGreaterThan(width / 2);
        }
    }

    private static GrayF32 brighter(GrayF32 plane) {
        GrayF32 out = plane.clone();
        out.data[0] += 1;
        return out;
    }
}
