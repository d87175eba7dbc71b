package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import boofcv.struct.image.GrayU8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrayJpegTest {
    @Test
    void quality95ChangesASmoothPictureByFewGreyLevels() {
        GrayU8 picture = slope();
        GrayU8 back = GrayJpeg.roundTrip(picture, 95);

        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                assertThat(back.get(x, y)).isBetween(picture.get(x, y) - 3, picture.get(x, y) + 3);
            }
        }
    }

    @Test
    void lowerQualityIsSmaller() {
        assertThat(GrayJpeg.encode(slope(), 30).length).isLessThan(GrayJpeg.encode(slope(), 95).length);
    }

    @Test
    void subImageIsWrittenLikeItsCopy() {
        GrayU8 frame = new GrayU8(60, 50);
        GrayU8 part = frame.subimage(3, 5, 3 + 40, 5 + 33);
        part.setTo(slope());

        assertThat(GrayJpeg.encode(part, 95)).containsExactly(GrayJpeg.encode(slope(), 95));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void qualityOutOfRangeIsRefused(int quality) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayJpeg.encode(slope(), quality))
                .withMessage("quality is " + quality + "; 1 to 100 is allowed");
    }

    @Test
    void sizeOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayJpeg.encode(new GrayU8(31, 40), 95))
                .withMessage("image is 31 x 40 pixels; a side must have 32 to 4096");
    }

    private static GrayU8 slope() {
        GrayU8 picture = new GrayU8(40, 33);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                picture.set(x, y, 40 + 3 * x + 2 * y);
            }
        }
        return picture;
    }
}
