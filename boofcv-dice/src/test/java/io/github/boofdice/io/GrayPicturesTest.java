package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import boofcv.core.image.GeneralizedImageOps;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayS16;
import boofcv.struct.image.GrayU16;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.ImageBase;
import boofcv.struct.image.ImageGray;
import boofcv.struct.image.InterleavedF32;
import boofcv.struct.image.InterleavedU8;
import boofcv.struct.image.Planar;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GrayPicturesTest {
    private static final String SEED = "20210916";
    private static final int WIDTH = 35;
    private static final int HEIGHT = 33;

    // BufferedImage.

    /** Grey content in every type of the JDK; exact but where a sample has only 5 or 6 bits. */
    @Property(seed = SEED, tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyTypeGivesTheSamePlaneForTheSameGrays(@ForAll("types") int type, @ForAll long seed) {
        int[][] grays = grays(seed, type == BufferedImage.TYPE_BYTE_BINARY);
        GrayF32 plane = GrayPictures.fromBufferedImage(image(type, grays, 255));

        double tolerance = tolerance(type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat((double) plane.get(x, y)).isCloseTo(grays[y][x], within(tolerance));
            }
        }
    }

    /** Alpha of 128 and more keeps premultiplied 8-bit samples to within one grey level and a half. */
    @Property(seed = SEED, tries = 200, edgeCases = EdgeCasesMode.NONE)
    void alphaIsIgnored(@ForAll("typesWithAlpha") int type, @ForAll long seed) {
        int[][] grays = grays(seed, false);
        GrayF32 plane = GrayPictures.fromBufferedImage(image(type, grays, 128 + new Random(seed).nextInt(128)));

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat((double) plane.get(x, y)).isCloseTo(grays[y][x], within(1.5));
            }
        }
    }

    @Property(seed = SEED, tries = 200, edgeCases = EdgeCasesMode.NONE)
    void subImageOfABufferedImageGivesItsOwnPixels(@ForAll("types") int type, @ForAll long seed) {
        int[][] grays = grays(seed, type == BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage image = image(type, grays, 255);
        GrayF32 whole = GrayPictures.fromBufferedImage(image);
        GrayF32 part = GrayPictures.fromBufferedImage(image.getSubimage(3, 1, 32, 32));

        assertThat(part.width).isEqualTo(32);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                assertThat(part.get(x, y)).isEqualTo(whole.get(x + 3, y + 1));
            }
        }
    }

    @Test
    void grayIsReadWithoutGamma() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(4, 5, 0, 100);

        assertThat(image.getRGB(4, 5) & 0xFF).as("what getRGB makes of it").isEqualTo(168);
        assertThat(GrayPictures.fromBufferedImage(image).get(4, 5)).isEqualTo(100);
    }

    @Test
    void colourGivesItsLuma() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        image.setRGB(1, 0, 0x00FF00);
        image.setRGB(2, 0, 0x0000FF);
        image.setRGB(3, 0, 0xC86428);
        GrayF32 plane = GrayPictures.fromBufferedImage(image);

        assertThat(plane.get(0, 0)).isEqualTo(76.245f);
        assertThat(plane.get(1, 0)).isEqualTo(149.685f);
        assertThat(plane.get(2, 0)).isEqualTo(29.07f);
        assertThat(plane.get(3, 0)).isEqualTo(123.06f);
    }

    @Test
    void paletteGivesTheLumaOfItsColours() {
        byte[] reds = {(byte) 200, 0};
        byte[] greens = {100, 0};
        byte[] blues = {40, 0};
        IndexColorModel palette = new IndexColorModel(8, 2, reds, greens, blues);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setSample(1, 0, 0, 1);
        image.getRaster().setSample(2, 0, 0, 77);
        GrayF32 plane = GrayPictures.fromBufferedImage(image);

        assertThat(plane.get(0, 0)).isEqualTo(123.06f);
        assertThat(plane.get(1, 0)).isZero();
        assertThat(plane.get(2, 0)).as("an index beyond the palette").isZero();
    }

    @Test
    void grayWithAlphaIsRead() {
        BufferedImage image = custom(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE);
        image.getRaster().setPixel(4, 5, new int[] {100, 0});

        assertThat(GrayPictures.fromBufferedImage(image).get(4, 5)).isEqualTo(100);
    }

    @Test
    void samplesOfFloatingPointAreNormalizedValues() {
        BufferedImage image = custom(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_FLOAT);
        image.getRaster().setSample(4, 5, 0, 0.5f);
        assertThat(GrayPictures.fromBufferedImage(image).get(4, 5)).isEqualTo(127.5f);

        BufferedImage colour = custom(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_DOUBLE);
        colour.getRaster().setPixel(4, 5, new double[] {1, 0, 0});
        assertThat(GrayPictures.fromBufferedImage(colour).get(4, 5)).isCloseTo(76.245f, within(1e-4f));

        image.getRaster().setSample(4, 5, 0, Float.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBufferedImage(image))
                .withMessage("image has the normalized value NaN at (4, 5); 0 to 1 is read");
        image.getRaster().setSample(4, 5, 0, 100f);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBufferedImage(image))
                .withMessageContaining("value 100.0");
    }

    @Test
    void coloursWithoutAGrayAreRefusedByName() {
        BufferedImage xyz = custom(ColorSpace.CS_CIEXYZ, false, DataBuffer.TYPE_BYTE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBufferedImage(xyz))
                .withMessage("image is in CIE XYZ colour; grey, palette and RGB are read");

        ColorModel cmyk = new ComponentColorModel(new Cmyk(), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(cmyk, cmyk.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBufferedImage(image))
                .withMessage("image is in CMYK colour; grey, palette and RGB are read");
    }

    @Test
    void bufferedImageIsNotModified() {
        BufferedImage image = image(BufferedImage.TYPE_INT_ARGB, grays(3, false), 77);
        int[] before = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        GrayPictures.fromBufferedImage(image).data[0] = 1;

        assertThat(image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).containsExactly(before);
    }

    // BoofCV.

    @Property(seed = SEED, tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyBoofPictureGivesTheSamePlaneForTheSameGrays(
            @ForAll("boofPictures") ImageBase<?> empty, @ForAll long seed) {
        int[][] grays = grays(seed, false);
        fill(empty, grays);
        GrayF32 plane = GrayPictures.fromBoof(empty);

        assertThat(plane.isSubimage()).isFalse();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(plane.get(x, y)).isEqualTo(grays[y][x]);
            }
        }
    }

    @Test
    void bandsAreTakenAsRedGreenBlue() {
        InterleavedU8 bytes = new InterleavedU8(WIDTH, HEIGHT, 3);
        bytes.set(4, 5, 200, 100, 40);
        InterleavedF32 floats = new InterleavedF32(WIDTH, HEIGHT, 4);
        floats.set(4, 5, 200, 100, 40, 999);
        Planar<GrayU8> planarBytes = new Planar<>(GrayU8.class, WIDTH, HEIGHT, 4);
        Planar<GrayF32> planarFloats = new Planar<>(GrayF32.class, WIDTH, HEIGHT, 3);
        int[] rgb = {200, 100, 40};
        for (int band = 0; band < 3; band++) {
            planarBytes.getBand(band).set(4, 5, rgb[band]);
            planarFloats.getBand(band).set(4, 5, rgb[band]);
        }

        for (ImageBase<?> image : List.of(bytes, floats, planarBytes, planarFloats)) {
            assertThat(GrayPictures.fromBoof(image).get(4, 5)).isEqualTo(123.06f);
        }
    }

    @Test
    void sixteenBitIsScaledToGrayLevels() {
        GrayU16 image = new GrayU16(WIDTH, HEIGHT);
        image.set(4, 5, 65535);
        image.set(5, 5, 128);

        assertThat(GrayPictures.fromBoof(image).get(4, 5)).isEqualTo(255);
        assertThat(GrayPictures.fromBoof(image).get(5, 5)).isEqualTo(128 / 257f);
    }

    @Test
    void planeIsACopy() {
        GrayF32 source = new GrayF32(WIDTH, HEIGHT);
        GrayF32 plane = GrayPictures.fromBoof(source);
        source.set(4, 5, 9);

        assertThat(plane.get(4, 5)).isZero();
    }

    @Test
    void valuesThatAreNoGrayLevelsAreRefused() {
        for (float value : new float[] {Float.NaN, -0.01f, 255.01f, Float.POSITIVE_INFINITY}) {
            GrayF32 image = new GrayF32(WIDTH, HEIGHT);
            image.set(4, 5, value);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GrayPictures.fromBoof(image))
                    .withMessage("image has the value " + (double) value + " at (4, 5); grey levels are 0 to 255");
            assertThatIllegalArgumentException().isThrownBy(() -> GrayPictures.toGrayU8(image));
        }
    }

    @Test
    void bothEndsAndMinusZeroAreGrayLevels() {
        for (float value : new float[] {0, -0f, 255}) {
            GrayF32 image = new GrayF32(WIDTH, HEIGHT);
            image.set(4, 5, value);

            assertThat(GrayPictures.checked(image)).isSameAs(image);
        }
    }

    @Test
    void otherKindsOfPicturesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new GrayS16(WIDTH, HEIGHT)))
                .withMessageContaining("image is a GrayS16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new InterleavedU8(WIDTH, HEIGHT, 2)))
                .withMessageContaining("image has 2 bands");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new InterleavedF32(WIDTH, HEIGHT, 5)))
                .withMessageContaining("image has 5 bands");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new Planar<>(GrayU8.class, WIDTH, HEIGHT, 1)))
                .withMessageContaining("image has 1 bands");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new Planar<>(GrayU16.class, WIDTH, HEIGHT, 3)))
                .withMessageContaining("image is a Planar of GrayU16");
    }

    @Test
    void sizeOutOfRangeNamesTheRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new GrayU8(31, 40)))
                .withMessage("image is 31 x 40 pixels; a side must have 32 to 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBoof(new GrayU8(40, 4097)))
                .withMessage("image is 40 x 4097 pixels; a side must have 32 to 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPictures.fromBufferedImage(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY)))
                .withMessage("image is 1 x 1 pixels; a side must have 32 to 4096");
    }

    @Test
    void bytesAreRoundedToTheNearestGrayLevel() {
        GrayF32 plane = new GrayF32(40, 3).subimage(2, 1, 6, 2);
        plane.set(0, 0, 99.4f);
        plane.set(1, 0, 99.5f);
        plane.set(2, 0, 255);
        GrayU8 bytes = GrayPictures.toGrayU8(plane);

        assertThat(bytes.data).containsExactly(99, 100, (byte) 255, 0);
    }

    @Provide
    Arbitrary<Integer> types() {
        return Arbitraries.integers().between(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_INDEXED);
    }

    @Provide
    Arbitrary<Integer> typesWithAlpha() {
        return Arbitraries.of(
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE);
    }

    @Provide
    Arbitrary<ImageBase<?>> boofPictures() {
        return Arbitraries.integers().between(0, 13).map(kind -> {
            ImageBase<?> frame = switch (kind / 2) {
                case 0 -> new GrayU8(WIDTH + 5, HEIGHT + 4);
                case 1 -> new GrayU16(WIDTH + 5, HEIGHT + 4);
                case 2 -> new GrayF32(WIDTH + 5, HEIGHT + 4);
                case 3 -> new InterleavedU8(WIDTH + 5, HEIGHT + 4, 3);
                case 4 -> new InterleavedF32(WIDTH + 5, HEIGHT + 4, 4);
                case 5 -> new Planar<>(GrayU8.class, WIDTH + 5, HEIGHT + 4, 3);
                default -> new Planar<>(GrayF32.class, WIDTH + 5, HEIGHT + 4, 4);
            };
            if (kind % 2 == 0) {
                frame.reshape(WIDTH, HEIGHT);
                return frame;
            }
            return (ImageBase<?>) frame.subimage(3, 2, 3 + WIDTH, 2 + HEIGHT);
        });
    }

    private static void fill(ImageBase<?> image, int[][] grays) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int gray = grays[y][x];
                if (image instanceof GrayU8 bytes) {
                    bytes.set(x, y, gray);
                } else if (image instanceof GrayU16 shorts) {
                    shorts.set(x, y, 257 * gray);
                } else if (image instanceof GrayF32 floats) {
                    floats.set(x, y, gray);
                } else if (image instanceof InterleavedU8 bytes) {
                    bytes.set(x, y, gray, gray, gray);
                } else if (image instanceof InterleavedF32 floats) {
                    floats.set(x, y, gray, gray, gray, 7);
                } else if (image instanceof Planar<?> planar) {
                    for (int band = 0; band < 3; band++) {
                        ImageGray<?> plane = planar.getBand(band);
                        GeneralizedImageOps.set(plane, x, y, gray);
                    }
                }
            }
        }
    }

    private static int[][] grays(long seed, boolean blackAndWhite) {
        Random random = new Random(seed);
        int[][] grays = new int[HEIGHT][WIDTH];
        for (int[] row : grays) {
            for (int x = 0; x < row.length; x++) {
                row[x] = blackAndWhite ? 255 * random.nextInt(2) : random.nextInt(256);
            }
        }
        return grays;
    }

    private static BufferedImage image(int type, int[][] grays, int alpha) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        if (type == BufferedImage.TYPE_BYTE_INDEXED) {
            byte[] levels = new byte[256];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) i;
            }
            IndexColorModel palette = new IndexColorModel(8, 256, levels, levels, levels);
            image = new BufferedImage(WIDTH, HEIGHT, type, palette);
        }
        WritableRaster raster = image.getRaster();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int gray = grays[y][x];
                switch (type) {
                    case BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_INDEXED ->
                        raster.setSample(x, y, 0, gray);
                    case BufferedImage.TYPE_USHORT_GRAY -> raster.setSample(x, y, 0, 257 * gray);
                    default -> image.setRGB(x, y, alpha << 24 | gray << 16 | gray << 8 | gray);
                }
            }
        }
        return image;
    }

    // 5 bits a sample are steps of 255/31; the JDK's setRGB cuts the lower bits off, so up to a whole step is lost.
    private static double tolerance(int type) {
        return switch (type) {
            case BufferedImage.TYPE_USHORT_555_RGB, BufferedImage.TYPE_USHORT_565_RGB -> 255.0 / 31;
            default -> 0;
        };
    }

    private static BufferedImage custom(int space, boolean alpha, int dataType) {
        int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(space), alpha, false, transparency, dataType);
        BandedSampleModel samples = new BandedSampleModel(dataType, WIDTH, HEIGHT, model.getNumComponents());
        WritableRaster raster = Raster.createWritableRaster(samples, null);
        return new BufferedImage(model, raster, false, null);
    }

    private static final class Cmyk extends ColorSpace {
        private static final long serialVersionUID = 1L;

        Cmyk() {
            super(TYPE_CMYK, 4);
        }

        @Override
        public float[] toRGB(float[] values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] fromRGB(float[] values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] toCIEXYZ(float[] values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] fromCIEXYZ(float[] values) {
            throw new UnsupportedOperationException();
        }
    }
}
