package io.github.boofdice.image;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PixelDiscTest {
    @Property(tries = 80, seed = "1")
    void exactlyThePixelsWithinTheRadiusAreListedRowByRow(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @DoubleRange(min = 0, max = 40) @Scale(4) double radius) {
        PixelDisc disc = new PixelDisc(width, height, radius);
        boolean[] mask = disc.mask();

        int listed = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean inside = Math.hypot(x - (width - 1) / 2.0, y - (height - 1) / 2.0) <= radius;
                assertThat(mask[y * width + x]).isEqualTo(inside);
                if (inside) {
                    assertThat(disc.index(listed)).isEqualTo(y * width + x);
                    assertThat((double) disc.dx(listed)).isEqualTo(x - (width - 1) / 2.0);
                    assertThat((double) disc.dy(listed)).isEqualTo(y - (height - 1) / 2.0);
                    listed++;
                }
            }
        }
        assertThat(disc.size()).isEqualTo(listed);
        assertThat(disc.width()).isEqualTo(width);
        assertThat(disc.height()).isEqualTo(height);
    }

    @Test
    void aSubsetHoldsTheChosenPixelsInTheirOrder() {
        PixelDisc disc = new PixelDisc(20, 30, 9.3);

        PixelDisc subset = disc.subset(new int[] {7, 3, 100});

        assertThat(subset.size()).isEqualTo(3);
        assertThat(subset.width()).isEqualTo(20);
        assertThat(subset.index(0)).isEqualTo(disc.index(7));
        assertThat(subset.dx(1)).isEqualTo(disc.dx(3));
        assertThat(subset.dy(2)).isEqualTo(disc.dy(100));
    }

    /** Of a disc and of some of its pixels, of which few lie side by side. */
    @Property(tries = 50, seed = "2")
    void valuesThatWereTakenAreLaidWhereTheyCameFromAndNowhereElse(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 3) int step,
            @ForAll long seed) {
        PixelDisc whole = new PixelDisc(width, height, 15);
        PixelDisc disc = whole.subset(
                IntStream.range(0, whole.size()).filter(i -> i % step == 0).toArray());
        GrayF32 plane = Planes.noise(width, height, seed);
        GrayF32 out = plane.createSameShape();

        disc.lay(disc.values(plane), out);

        boolean[] inside = disc.mask();
        for (int i = 0; i < inside.length; i++) {
            assertThat(out.data[i]).isEqualTo(inside[i] ? plane.data[i] : 0);
        }
    }

    @Test
    void theDiscIsTheSameUpsideDownAndMirrored() {
        PixelDisc disc = new PixelDisc(20, 30, 9.3);

        for (int i = 0; i < disc.size(); i++) {
            int opposite = disc.size() - 1 - i;
            assertThat(disc.index(opposite)).isEqualTo(20 * 30 - 1 - disc.index(i));
            assertThat(disc.dx(opposite)).isEqualTo(-disc.dx(i));
            assertThat(disc.dy(opposite)).isEqualTo(-disc.dy(i));
        }
    }

    @Test
    void thePixelsOnTheRimBelongToTheDisc() {
        boolean[] mask = new PixelDisc(13, 13, 5).mask();

        assertThat(mask[6 * 13 + 11]).isTrue();
        assertThat(mask[10 * 13 + 9]).as("3 to the right and 4 down").isTrue();
        assertThat(mask[10 * 13 + 10]).isFalse();
        assertThat(mask[6 * 13 + 12]).isFalse();
    }

    @Test
    void theAreaOfALargeDiscIsPiRadiusSquared() {
        assertThat(new PixelDisc(128, 128, 52).size() / (Math.PI * 52 * 52)).isBetween(0.995, 1.005);
    }
}
