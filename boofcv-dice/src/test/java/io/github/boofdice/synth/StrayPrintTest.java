package io.github.boofdice.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StrayPrintTest {
    /** Pixels of a 128 x 128 picture; between its points a smooth field swings a little beyond them. */
    private static final double MOST = 0.9 * 1.5;
    /** Pixels at the edge, where a ramp ends. */
    private static final int MARGIN = 4;

    @Property(tries = 30, seed = "1")
    void printMovesByAboutAPixelAtMost(
            @ForAll @IntRange(min = 32, max = 200) int width,
            @ForAll @IntRange(min = 32, max = 200) int height,
            @ForAll long seed) {
        Frame frame = new Frame(width, height);

        GrayF32 right = StrayPrint.of(Planes.ramp(width, height, 0, 1, 0), frame, new SplittableRandom(seed));
        GrayF32 down = StrayPrint.of(Planes.ramp(width, height, 0, 0, 1), frame, new SplittableRandom(seed));

        double most = 0;
        for (int y = MARGIN; y < height - MARGIN; y++) {
            for (int x = MARGIN; x < width - MARGIN; x++) {
                most = Math.max(most, Math.abs(right.get(x, y) - x));
                most = Math.max(most, Math.abs(down.get(x, y) - y));
            }
        }
        assertThat(most).isPositive().isLessThanOrEqualTo(MOST * frame.unit() + 1e-3);
    }

    @Property(tries = 20, seed = "2")
    void whereNothingIsPrintedNothingChanges(
            @ForAll @IntRange(min = 32, max = 200) int side,
            @ForAll @IntRange(max = 255) int level,
            @ForAll long seed) {
        GrayF32 moved =
                StrayPrint.of(Planes.flat(side, side, level), new Frame(side, side), new SplittableRandom(seed));

        for (float value : moved.data) {
            assertThat(value).isCloseTo(level, within(1e-3f));
        }
    }

    @Property(tries = 20, seed = "3")
    void theSeedDecidesEverythingAndThePictureStays(@ForAll long seed) {
        GrayF32 picture = Planes.waves(64, 64, 5, seed);
        GrayF32 before = picture.clone();
        Frame frame = new Frame(64, 64);

        GrayF32 moved = StrayPrint.of(picture, frame, new SplittableRandom(seed));

        assertThat(picture.data).isEqualTo(before.data);
        assertThat(moved.data)
                .isEqualTo(StrayPrint.of(picture, frame, new SplittableRandom(seed)).data)
                .isNotEqualTo(StrayPrint.of(picture, frame, new SplittableRandom(seed + 1)).data);
    }
}
