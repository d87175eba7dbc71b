package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import boofcv.struct.image.GrayF32;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    static final List<PictureFiles.Sample> SAMPLES = PictureFiles.samples();

    @TempDir
    private Path folder;

    // What is read.

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everyFormatIsRead(PictureFiles.Sample sample) throws IOException {
        Path file = Files.write(folder.resolve("picture"), sample.bytes());
        GrayF32 plane = PictureReader.read(file);

        assertThat(plane.width).isEqualTo(PictureFiles.WIDTH);
        assertThat(plane.height).isEqualTo(PictureFiles.HEIGHT);
        assertThat(new double[] {min(plane), max(plane)}).satisfies(range -> {
            assertThat(range[0]).isBetween(0.0, 100.0);
            assertThat(range[1]).isBetween(150.0, 255.0);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
    void grayIsWhatWasWritten(String format) throws IOException {
        BufferedImage image = PictureFiles.noise(gray(BufferedImage.TYPE_BYTE_GRAY));

        assertThat(decode(PictureFiles.encode(image, format, "")).data)
                .containsExactly(GrayPictures.fromBufferedImage(image).data);
    }

    @Test
    void sixteenBitPngIsScaledToGrayLevels() throws IOException {
        BufferedImage image = gray(BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(5, 6, 0, 257 * 100);
        image.getRaster().setSample(6, 6, 0, 65535);
        image.getRaster().setSample(7, 6, 0, 128);
        GrayF32 plane = decode(PictureFiles.encode(image, "png", ""));

        assertThat(plane.get(5, 6)).isEqualTo(100);
        assertThat(plane.get(6, 6)).isEqualTo(255);
        assertThat(plane.get(7, 6)).isEqualTo(128 / 257f);
    }

    @Test
    void whiteIsZeroTiffIsNotReadAsItsNegative() throws IOException {
        byte[] strip = new byte[40 * 40];
        strip[0] = (byte) 200;

        assertThat(decode(PictureFiles.tiff(40, 0, 8, 1, 1, strip)).get(0, 0)).isEqualTo(55);
        assertThat(decode(PictureFiles.tiff(40, 1, 8, 1, 1, strip)).get(0, 0)).isEqualTo(200);
    }

    @Test
    void colourJpegGivesItsLuma() throws IOException {
        // The components go into the file as they are: the first is Y.
        BufferedImage components = gray(BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < components.getHeight(); y++) {
            for (int x = 0; x < components.getWidth(); x++) {
                components.getRaster().setPixel(x, y, new int[] {3 * x, 200, 90});
            }
        }
        GrayF32 plane = decode(PictureFiles.encodeRaster(components.getRaster(), "jpeg"));

        assertThat(plane.get(5, 9)).isBetween(13f, 17f);
        assertThat(plane.get(30, 20)).isBetween(88f, 92f);
    }

    @Test
    void jpegInRgbGivesItsLumaToo() throws IOException {
        BufferedImage components = gray(BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < components.getHeight(); y++) {
            for (int x = 0; x < components.getWidth(); x++) {
                components.getRaster().setPixel(x, y, new int[] {200, 100, 40});
            }
        }
        byte[] file = PictureFiles.encodeRaster(components.getRaster(), "jpeg");
        byte[] rgb = PictureFiles.replace(file, bytes(0xFF, 0xD8), adobe(0));
        byte[] yCbCr = PictureFiles.replace(file, bytes(0xFF, 0xD8), adobe(1));

        assertThat(decode(rgb).get(9, 9)).isBetween(121f, 125f); // 0.299 * 200 + 0.587 * 100 + 0.114 * 40 = 123
        assertThat(decode(yCbCr).get(9, 9)).isBetween(198f, 202f);
    }

    @Test
    void whatFollowsTheEndOfAJpegIsIgnored() throws IOException {
        byte[] file = jpeg();

        assertThat(decode(Arrays.copyOf(file, file.length + 99)).data).containsExactly(decode(file).data);
    }

    // What is not: the file.

    @Test
    void missingFileIsAnError() {
        assertThatThrownBy(() -> PictureReader.read(folder.resolve("none.jpg")))
                .isInstanceOf(PictureException.class)
                .hasMessage(folder.resolve("none.jpg") + ": no such file");
    }

    @Test
    void folderIsAnError() {
        assertThatThrownBy(() -> PictureReader.read(folder))
                .isInstanceOf(PictureException.class)
                .hasMessage(folder + ": a folder, not a picture");
    }

    @Test
    void emptyFileIsAnError() {
        assertThat(reason(new byte[0])).isEqualTo("the file is empty");
    }

    @Test
    void textNamedJpgIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("text.jpg"), "This is no picture.\n".repeat(50));

        assertThatThrownBy(() -> PictureReader.read(file))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(file + ": not a picture");
    }

    @Test
    void veryLongFileIsRefusedUnread() throws IOException {
        Path file = folder.resolve("long.png");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(1L << 33); // a hole: takes no room
        }

        assertThatThrownBy(() -> PictureReader.read(file))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void errorNamesFileAndReasonInOneLine() {
        PictureException error =
                catchThrowableOfType(PictureException.class, () -> PictureReader.decode(new byte[0], "a\nb.jpg"));

        assertThat(error.file()).isEqualTo("a\nb.jpg");
        assertThat(error.reason()).isEqualTo("the file is empty");
        assertThat(error).hasMessage("a b.jpg: the file is empty");
    }

    // What is not: the size.

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
    void onePixelIsRefused(String format) {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);

        assertThat(reason(PictureFiles.encode(image, format, "")))
                .isEqualTo("1 x 1 pixels; a side must have 32 to 4096");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "gif", "tiff"})
    void sidesFrom32To4096AreRead(String format) throws IOException {
        assertThat(decode(sized(format, 32, 4096)).height).isEqualTo(4096);
        assertThat(decode(sized(format, 4096, 32)).width).isEqualTo(4096);
        assertThat(reason(sized(format, 31, 40))).startsWith("31 x 40 pixels");
        assertThat(reason(sized(format, 40, 31))).startsWith("40 x 31 pixels");
        assertThat(reason(sized(format, 4097, 40))).startsWith("4097 x 40 pixels");
        assertThat(reason(sized(format, 40, 4097))).startsWith("40 x 4097 pixels");
    }

    /** No pixels follow these headers, so the size must have been refused before any was asked for. */
    @Test
    void twentyThousandPixelsASideAreRefusedBeforeDecoding() {
        String expected = "20000 x 20000 pixels; a side must have 32 to 4096";
        byte[] jpeg = PictureFiles.replace(
                jpeg(),
                PictureFiles.frameHeader(PictureFiles.WIDTH, PictureFiles.HEIGHT, 1),
                PictureFiles.frameHeader(20_000, 20_000, 1));
        assertThat(reason(Arrays.copyOf(jpeg, 400))).isEqualTo(expected);

        byte[] png = PictureFiles.encode(gray(BufferedImage.TYPE_BYTE_GRAY), "png", "");
        png[18] = png[22] = 20_000 >> 8;
        png[19] = png[23] = (byte) 20_000;
        assertThat(reason(Arrays.copyOf(png, 33))).isEqualTo(expected);

        byte[] bmp = PictureFiles.encode(gray(BufferedImage.TYPE_3BYTE_BGR), "bmp", "");
        bmp[18] = bmp[22] = (byte) 20_000;
        bmp[19] = bmp[23] = 20_000 >> 8;
        assertThat(reason(Arrays.copyOf(bmp, 54))).isEqualTo(expected);

        assertThat(reason(PictureFiles.tiff(20_000, 1, 8, 1, 1, new byte[9]))).isEqualTo(expected);
    }

    @Test
    void secondSizeInAJpegIsRefused() {
        byte[] small = PictureFiles.frameHeader(PictureFiles.WIDTH, PictureFiles.HEIGHT, 1);
        byte[] component = bytes(1, 0x11, 0);
        byte[] large = PictureFiles.frameHeader(20_000, 20_000, 1);
        byte[] both = concat(concat(small, component), concat(large, component));
        byte[] lie = PictureFiles.replace(jpeg(), concat(small, component), both);
        byte[] otherWay = PictureFiles.replace(
                jpeg(), concat(small, component), concat(concat(large, component), concat(small, component)));

        assertThat(reason(lie)).startsWith("20000 x 20000 pixels");
        assertThat(reason(otherWay)).contains("declares its size 2 times");
    }

    @Test
    void largestSizeWithHardlyAnyPixelsIsRefused() {
        byte[] png = PictureFiles.encode(gray(BufferedImage.TYPE_BYTE_GRAY), "png", "");
        png[18] = png[22] = 4096 >> 8;
        png[19] = png[23] = 0;

        assertThat(reason(png)).contains("PNG");
        assertThat(reason(PictureFiles.tiff(4096, 1, 8, 1, 1, new byte[9]))).contains("TIFF");
    }

    // What is not: wrapped pictures, whose sizes nobody checks, and samples that nobody can hold.

    @Test
    void pictureWrappedInABmpOrTiffIsRefused() {
        byte[] bmp = PictureFiles.encode(gray(BufferedImage.TYPE_3BYTE_BGR), "bmp", "");
        bmp[30] = 5;
        assertThat(reason(bmp)).isEqualTo("a BMP that wraps a JPEG or PNG; it is not read");
        bmp[30] = 4;
        assertThat(reason(bmp)).isEqualTo("a BMP that wraps a JPEG or PNG; it is not read");

        byte[] tiff = PictureFiles.encode(gray(BufferedImage.TYPE_BYTE_GRAY), "tiff", "JPEG");
        assertThat(reason(tiff)).isEqualTo("a TIFF that wraps a JPEG; it is not read");
    }

    /** Once ended in an OutOfMemoryError below. */
    @Test
    void samplesOfThirtyBitsAreRefused() {
        assertThat(reason(PictureFiles.tiff(40, 1, 30, 1, 1, new byte[6000])))
                .isEqualTo("samples of 30 bits; 1, 2, 4, 8, 16, 32 and 64 are read");
    }

    @Test
    void moreThanFiveBandsAreRefused() {
        assertThat(reason(PictureFiles.tiff(40, 1, 8, 6, 1, new byte[40 * 40 * 6])))
                .isEqualTo("6 bands; at most 5 are read");
    }

    @Test
    void hugeTilesAreRefused() {
        int[][] tiles = {{322, 1 << 20}, {323, 1 << 20}, {324, 8}, {325, 100}};

        assertThat(reason(PictureFiles.tiff(40, 1, 8, 1, 1, new byte[1600], tiles)))
                .isEqualTo("tiles of 1048576 x 1048576 pixels; a side may have 4096");
    }

    // What is not: colours.

    @Test
    void cmykJpegIsRefusedByName() {
        byte[] cmyk =
                PictureFiles.encodeRaster(gray(BufferedImage.TYPE_4BYTE_ABGR).getRaster(), "jpeg");
        byte[] ycck = PictureFiles.replace(cmyk, bytes(0xFF, 0xD8), adobe(2));

        assertThat(reason(cmyk)).contains("CMYK");
        assertThat(reason(ycck)).contains("CMYK");
    }

    @Test
    void cmykTiffIsRefusedByName() {
        assertThat(reason(PictureFiles.tiff(40, 5, 8, 4, 1, new byte[6400]))).contains("CMYK");
    }

    // What is not: whole.

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void cutFileIsRefusedUnlessEveryPixelIsThere(PictureFiles.Sample sample) throws IOException {
        float[] whole = decode(sample.bytes()).data;
        int size = sample.bytes().length;
        for (int length = 0; length < size; length++) {
            if (length > 200 && length < size - 40) {
                length += 12; // every byte of header and end, every 13th of the pixels
            }
            byte[] cut = Arrays.copyOf(sample.bytes(), length);
            try {
                assertThat(Arrays.equals(decode(cut).data, whole))
                        .as("cut to %d of %d bytes, the same pixels", length, size)
                        .isTrue();
                // After its pixels PNG has most: a checksum of them and of their chunk, and the last chunk.
                assertThat(length).as("cut, but read").isGreaterThan(size - 24);
            } catch (PictureException e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
    }

    @Test
    void jpegWithoutItsEndIsTruncated() {
        byte[] file = jpeg();

        assertThat(reason(Arrays.copyOf(file, file.length - 2))).startsWith("truncated JPEG");
        assertThat(reason(Arrays.copyOf(file, file.length / 2))).startsWith("truncated JPEG");
    }

    @Test
    void jpegCutAndClosedAgainIsDamaged() {
        byte[] file = jpeg();
        byte[] cut = concat(Arrays.copyOf(file, file.length * 3 / 4), bytes(0xFF, 0xD9));

        assertThat(reason(cut)).startsWith("damaged JPEG").contains("premature end");
    }

    @Test
    void jpegOfThousandsOfScansIsRefused() {
        byte[] file = PictureFiles.encode(gray(BufferedImage.TYPE_BYTE_GRAY), "jpeg", "progressive");
        byte[] scan = bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 5, 0x21, 0x55);
        byte[] scans = new byte[0];
        for (int i = 0; i < 5000; i++) {
            scans = concat(scans, scan);
        }
        byte[] end = bytes(0xFF, 0xD9);

        assertThat(reason(PictureFiles.replace(file, end, concat(scans, end)))).contains("more than 100 scans");
    }

    private static BufferedImage gray(int type) {
        return new BufferedImage(PictureFiles.WIDTH, PictureFiles.HEIGHT, type);
    }

    private static byte[] jpeg() {
        return PictureFiles.encode(PictureFiles.noise(gray(BufferedImage.TYPE_BYTE_GRAY)), "jpeg", "");
    }

    private static byte[] sized(String format, int width, int height) {
        return PictureFiles.encode(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format, "");
    }

    private static GrayF32 decode(byte[] bytes) throws PictureException {
        return PictureReader.decode(bytes, "picture");
    }

    private static String reason(byte[] bytes) {
        PictureException error =
                catchThrowableOfType(PictureException.class, () -> PictureReader.decode(bytes, "picture"));
        assertThat(error).as("a refusal").isNotNull();
        assertThat(error).hasMessage("picture: " + error.reason());
        return error.reason();
    }

    /** The start of a JPEG with the marker by which Adobe says what its colours are. */
    private static byte[] adobe(int transform) {
        byte[] text = "Adobe".getBytes(StandardCharsets.US_ASCII);
        byte[] head = concat(bytes(0xFF, 0xD8, 0xFF, 0xEE, 0, 14), text);
        return concat(head, bytes(0, 100, 0, 0, 0, 0, transform));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static double min(GrayF32 plane) {
        double min = Double.POSITIVE_INFINITY;
        for (float value : plane.data) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(GrayF32 plane) {
        double max = Double.NEGATIVE_INFINITY;
        for (float value : plane.data) {
            max = Math.max(max, value);
        }
        return max;
    }
}
