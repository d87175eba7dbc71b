package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a few markers, put together by hand after T.81's annex B: no decoder takes part. */
class JpegOutlineTest {
    @Test
    void aWholeFileTellsItsSizeAndHasNoComplaint() {
        JpegOutline outline = new Jpeg().frame(0xC0, 1).scan().end();

        assertThat(outline.hasFrame()).isTrue();
        assertThat(outline.width()).isEqualTo(300);
        assertThat(outline.height()).isEqualTo(200);
        assertThat(outline.complaint()).isEmpty();
        assertThat(outline.firstIsLuma()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xCF})
    void everyKindOfFrameDeclaresASize(int marker) {
        assertThat(new Jpeg().frame(marker, 1).scan().end().hasFrame()).isTrue();
    }

    /** Huffman tables, an extension, arithmetic tables, and what lies on either side of the frames. */
    @ParameterizedTest
    @ValueSource(ints = {0xC4, 0xC8, 0xCC, 0xBF, 0xDB})
    void otherSegmentsDeclareNone(int marker) {
        JpegOutline outline = new Jpeg().frame(marker, 1).scan().end();

        assertThat(outline.hasFrame()).isFalse();
        assertThat(outline.complaint()).contains("truncated");
    }

    @Test
    void aFrameTooShortForItsSizeDeclaresNone() {
        assertThat(new Jpeg().segment(0xC0, 8, 0, 200, 1, 44).scan().end().hasFrame())
                .isFalse();
        assertThat(new Jpeg().segment(0xC0, 8, 0, 200, 1, 44, 1).scan().end().hasFrame())
                .isTrue();
    }

    @Test
    void whatLacksItsEndOrItsScanIsTruncated() {
        assertThat(new Jpeg().frame(0xC0, 1).scan().outline().complaint()).contains("truncated");
        assertThat(new Jpeg().frame(0xC0, 1).end().complaint()).contains("truncated");
        assertThat(new Jpeg().frame(0xC0, 1).scan().bytes(0xFF).outline().complaint())
                .contains("truncated");
    }

    @Test
    void aSegmentMayEndWithTheFileButNotBeyondIt() {
        assertThat(new Jpeg().segment(0xC0, 8, 0, 200, 1, 44, 1).outline().hasFrame())
                .isTrue();
        assertThat(new Jpeg()
                        .bytes(0xFF, 0xC0, 0, 9, 8, 0, 200, 1, 44, 1)
                        .outline()
                        .hasFrame())
                .isFalse();
    }

    @Test
    void aLengthThatDoesNotCountItselfEndsTheWalk() {
        assertThat(new Jpeg()
                        .bytes(0xFF, 0xE5, 0, 1)
                        .frame(0xC0, 1)
                        .scan()
                        .end()
                        .hasFrame())
                .isFalse();
        assertThat(new Jpeg().segment(0xE5).frame(0xC0, 1).scan().end().hasFrame())
                .isTrue();
    }

    /** What begins a segment's content must not be read as its marker's end, nor its last bytes as a marker. */
    @Test
    void theContentOfASegmentIsNotSearchedForMarkers() {
        assertThat(new Jpeg()
                        .segment(0xE5, 0xFF, 0xD9, 0xFF, 0xD9)
                        .frame(0xC0, 1)
                        .scan()
                        .end()
                        .complaint())
                .isEmpty();
    }

    /** Restarts, a second start and the temporary marker have no length; fill bytes may stand before any marker. */
    @Test
    void someMarkersStandAlone() {
        JpegOutline outline = new Jpeg()
                .bytes(0xFF, 0xFF, 0xFF, 0x01, 0xFF, 0xD8)
                .frame(0xC0, 1)
                .scan()
                .bytes(0xFF, 0xD0, 0x55, 0xFF, 0xD7, 0x66)
                .end();

        assertThat(outline.complaint()).isEmpty();
        assertThat(outline.width()).isEqualTo(300);
    }

    @Test
    void theSizeMustBeDeclaredOnce() {
        assertThat(new Jpeg().frame(0xC0, 1).frame(0xC0, 1).scan().end().complaint())
                .contains("2 times");
    }

    @Test
    void aHundredScansAreReadAndNoMore() {
        assertThat(scans(100).complaint()).isEmpty();
        assertThat(scans(101).complaint()).contains("more than 100 scans");
    }

    private static JpegOutline scans(int count) {
        Jpeg jpeg = new Jpeg().frame(0xC2, 1);
        for (int i = 0; i < count; i++) {
            jpeg.scan();
        }
        return jpeg.end();
    }

    @Test
    void fourComponentsAreRefused() {
        assertThat(new Jpeg().frame(0xC0, 1, 2, 3, 4).scan().end().complaint()).contains("CMYK");
        assertThat(new Jpeg().frame(0xC0, 1, 2, 3).scan().end().complaint()).isEmpty();
    }

    @Test
    void componentsNamedRgbHaveNoLuma() {
        assertThat(new Jpeg().frame(0xC0, 'R', 'G', 'B').end().firstIsLuma()).isFalse();
        assertThat(new Jpeg().frame(0xC0, 1, 2, 3).end().firstIsLuma()).isTrue();
        assertThat(new Jpeg().frame(0xC0, 'Y', 'G', 'B').end().firstIsLuma()).isTrue();
        assertThat(new Jpeg().frame(0xC0, 'R', 'X', 'B').end().firstIsLuma()).isTrue();
        assertThat(new Jpeg().frame(0xC0, 'R', 'G', 'X').end().firstIsLuma()).isTrue();
        assertThat(new Jpeg().frame(0xC0, 'R', 'G').end().firstIsLuma()).isTrue();
    }

    @Test
    void aJfifFileHasALumaWhateverItsComponentsAreCalled() {
        assertThat(new Jpeg()
                        .text(0xE0, "JFIF")
                        .frame(0xC0, 'R', 'G', 'B')
                        .end()
                        .firstIsLuma())
                .as("too short")
                .isFalse();
        assertThat(new Jpeg()
                        .text(0xE0, "JFIF", 0)
                        .frame(0xC0, 'R', 'G', 'B')
                        .end()
                        .firstIsLuma())
                .isTrue();
        assertThat(new Jpeg()
                        .text(0xE0, "JFXX", 0)
                        .frame(0xC0, 'R', 'G', 'B')
                        .end()
                        .firstIsLuma())
                .isFalse();
        assertThat(new Jpeg()
                        .text(0xE1, "JFIF", 0)
                        .frame(0xC0, 'R', 'G', 'B')
                        .end()
                        .firstIsLuma())
                .isFalse();
    }

    @Test
    void adobesTransformDecidesBeforeTheNames() {
        int[] none = {0, 100, 0, 0, 0, 0, 0};
        int[] ycc = {0, 100, 0, 0, 0, 0, 1};

        assertThat(new Jpeg()
                        .text(0xEE, "Adobe", none)
                        .frame(0xC0, 1, 2, 3)
                        .end()
                        .firstIsLuma())
                .isFalse();
        assertThat(new Jpeg()
                        .text(0xEE, "Adobe", ycc)
                        .frame(0xC0, 'R', 'G', 'B')
                        .end()
                        .firstIsLuma())
                .isTrue();
        assertThat(new Jpeg()
                        .text(0xEE, "Adobe", 0, 100, 0, 0, 0, 0)
                        .frame(0xC0, 1, 2, 3)
                        .end()
                        .firstIsLuma())
                .as("too short")
                .isTrue();
        assertThat(new Jpeg()
                        .text(0xEE, "Other", none)
                        .frame(0xC0, 1, 2, 3)
                        .end()
                        .firstIsLuma())
                .isTrue();
    }

    @Test
    void aFileOfItsSignatureAloneHasNothing() {
        assertThat(new Jpeg().outline().hasFrame()).isFalse();
        assertThat(new Jpeg().outline().complaint()).contains("truncated");
    }

    /** A file in the making. */
    private static final class Jpeg {
        private final ByteArrayOutputStream file = new ByteArrayOutputStream();

        /** Start of image. */
        Jpeg() {
            bytes(0xFF, 0xD8);
        }

        Jpeg bytes(int... values) {
            for (int value : values) {
                file.write(value);
            }
            return this;
        }

        Jpeg segment(int marker, int... content) {
            return bytes(0xFF, marker, (content.length + 2) >> 8, (content.length + 2) & 0xFF)
                    .bytes(content);
        }

        /** A frame of 300 x 200, with the components' names. */
        Jpeg frame(int marker, int... names) {
            int[] content = new int[6 + 3 * names.length];
            System.arraycopy(new int[] {8, 0, 200, 1, 44, names.length}, 0, content, 0, 6);
            for (int i = 0; i < names.length; i++) {
                content[6 + 3 * i] = names[i];
                content[7 + 3 * i] = 0x11;
            }
            return segment(marker, content);
        }

        Jpeg scan() {
            return segment(0xDA, 1, 1, 0, 0, 63, 0).bytes(0x12, 0xFF, 0x00, 0x34);
        }

        Jpeg text(int marker, String text, int... rest) {
            int[] content = new int[text.length() + rest.length];
            for (int i = 0; i < text.length(); i++) {
                content[i] = text.charAt(i);
            }
            System.arraycopy(rest, 0, content, text.length(), rest.length);
            return segment(marker, content);
        }

        JpegOutline end() {
            return bytes(0xFF, 0xD9).outline();
        }

        JpegOutline outline() {
            return JpegOutline.of(file.toByteArray());
        }
    }
}
