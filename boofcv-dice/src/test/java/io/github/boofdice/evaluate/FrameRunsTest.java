package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameRunsTest {
    @Test
    void framesOfOneDieAreOneRunThoughLightGrainAndPlaceChangeALittle() {
        FrameRuns runs = new FrameRuns();

        assertThat(runs.next("a", pips(0, 0, 1, 0, 1))).isZero();
        assertThat(runs.next("a", pips(1, 0, 1, 0, 2))).isZero();
        assertThat(runs.next("a", pips(1, 1, 0.7, 20, 3))).isZero();
    }

    @Test
    void anotherDefectAnotherFaceAndAnotherFolderBeginARun() {
        FrameRuns runs = new FrameRuns();
        GrayF32 blot = pips(0, 0, 1, 0, 1);
        fill(blot, 50, 20, 28, 20);
        GrayF32 stroke = pips(0, 0, 1, 0, 1);
        fill(stroke, 20, 58, 88, 9);

        assertThat(runs.next("a", pips(0, 0, 1, 0, 1))).isZero();
        assertThat(runs.next("a", blot)).isEqualTo(1);
        assertThat(runs.next("a", stroke)).isEqualTo(2);
        assertThat(runs.next("b", stroke)).isEqualTo(3);
        assertThat(runs.next("b", stroke)).isEqualTo(3);
    }

    @Test
    void aRunThatComesBackIsANewOne() {
        FrameRuns runs = new FrameRuns();
        GrayF32 other = new GrayF32(128, 128);
        fill(other, 0, 0, 64, 128);

        assertThat(runs.next("a", pips(0, 0, 1, 0, 1))).isZero();
        assertThat(runs.next("a", other)).isEqualTo(1);
        assertThat(runs.next("a", pips(0, 0, 1, 0, 1))).isEqualTo(2);
    }

    @Test
    void flatPicturesAreAlikeAndLikeNothingElse() {
        FrameRuns runs = new FrameRuns();
        GrayF32 black = new GrayF32(128, 128);
        GrayF32 white = new GrayF32(64, 40);
        fill(white, 0, 0, 64, 40);

        assertThat(runs.next("a", black)).isZero();
        assertThat(runs.next("a", white)).isZero();
        assertThat(runs.next("a", pips(0, 0, 1, 0, 1))).isEqualTo(1);
        assertThat(runs.next("a", black)).isEqualTo(2);
    }

    @Test
    void aSubImageCountsLikeItsCopy() {
        GrayF32 die = pips(0, 0, 1, 0, 1);
        GrayF32 canvas = new GrayF32(200, 180);
        GrayF32 part = canvas.subimage(31, 17, 31 + 128, 17 + 128);
        part.setTo(die);
        FrameRuns runs = new FrameRuns();

        assertThat(runs.next("a", die)).isZero();
        assertThat(runs.next("a", part)).isZero();
    }

    /** Four dark pips on a light die, moved by a few pixels, in another light, with grain of two grey levels. */
    private static GrayF32 pips(int dx, int dy, double gain, double offset, long seed) {
        GrayF32 picture = new GrayF32(128, 128);
        fill(picture, 4, 4, 120, 120);
        for (int pip = 0; pip < 4; pip++) {
            int x = 28 + pip % 2 * 54 + dx;
            int y = 28 + pip / 2 * 54 + dy;
            for (int j = 0; j < 18; j++) {
                for (int i = 0; i < 18; i++) {
                    picture.set(x + i, y + j, 15);
                }
            }
        }
        Random random = new Random(seed);
        for (int i = 0; i < picture.data.length; i++) {
            picture.data[i] = (float) (gain * picture.data[i] + offset + 2 * random.nextGaussian());
        }
        return picture;
    }

    private static void fill(GrayF32 picture, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                picture.set(x, y, picture.get(x, y) > 100 ? 20 : 220);
            }
        }
    }
}
