package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShrinkTest {
    @Property(tries = 60, seed = "1")
    void everyPixelIsTheMeanOfItsBlockAndTheBlocksLieAboutTheMiddle(
            @ForAll @IntRange(min = 1, max = 5) int factor,
            @ForAll @IntRange(min = 5, max = 31) int width,
            @ForAll @IntRange(min = 5, max = 31) int height,
            @ForAll long seed) {
        GrayF32 plane = Planes.noise(width, height, seed);

        GrayF32 small = Shrink.by(factor, plane);

        assertThat(small.width).isEqualTo(width / factor);
        assertThat(small.height).isEqualTo(height / factor);
        for (int y = 0; y < small.height; y++) {
            for (int x = 0; x < small.width; x++) {
                double sum = 0;
                for (int j = 0; j < factor; j++) {
                    for (int i = 0; i < factor; i++) {
                        sum += plane.get(width % factor / 2 + x * factor + i, height % factor / 2 + y * factor + j);
                    }
                }
                assertThat((double) small.get(x, y)).isCloseTo(sum / (factor * factor), within(1e-3));
            }
        }
    }

    @Test
    void subimagesShrinkLikeTheirCopies() {
        GrayF32 plane = Planes.noise(23, 29, 1);

        assertThat(Shrink.by(3, Planes.asSubimage(plane)).data).isEqualTo(Shrink.by(3, plane).data);
    }
}
