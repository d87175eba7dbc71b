package io.github.boofdice.io;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files for the tests of this package, made in memory: whole ones of every kind, and some that lie. */
public final class PictureFiles {
    public static final int WIDTH = 37;
    public static final int HEIGHT = 34;

    /** One whole file, and what to call it when it fails. */
    record Sample(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private PictureFiles() {}

    /** Every format, compression and kind of sample that the JDK writes and that is to be read. */
    static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int type : List.of(
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY)) {
            BufferedImage image = noise(new BufferedImage(WIDTH, HEIGHT, type));
            boolean jpeg = type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_3BYTE_BGR;
            if (jpeg) {
                samples.add(sample(image, "jpeg", ""));
                samples.add(sample(image, "jpeg", "progressive"));
            }
            if (jpeg || type == BufferedImage.TYPE_BYTE_BINARY) {
                samples.add(sample(image, "bmp", ""));
            }
            samples.add(sample(image, "png", ""));
            samples.add(sample(image, "png", "progressive"));
            samples.add(sample(image, "gif", ""));
            samples.add(sample(image, "gif", "progressive"));
            for (String compression : List.of("", "LZW", "ZLib", "PackBits")) {
                samples.add(sample(image, "tiff", compression));
            }
        }
        BufferedImage bits = noise(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY));
        for (String compression : List.of("CCITT RLE", "CCITT T.4", "CCITT T.6")) {
            samples.add(sample(bits, "tiff", compression));
        }
        BufferedImage fiveSixFive = noise(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_565_RGB));
        samples.add(sample(fiveSixFive, "bmp", "BI_BITFIELDS"));
        samples.add(sample(noise(grayPalette()), "bmp", "BI_RLE8"));
        return samples;
    }

    private static Sample sample(BufferedImage image, String format, String compression) {
        String name = (format + " " + compression).strip() + " of type " + image.getType();
        return new Sample(name, encode(image, format, compression));
    }

    public static byte[] encode(BufferedImage image, String format, String compression) {
        return encode(new IIOImage(image, null, null), format, compression);
    }

    /** Components as they are, without a colour space: three for YCbCr, four for CMYK. */
    static byte[] encodeRaster(Raster raster, String format) {
        return encode(new IIOImage(raster, null, null), format, "");
    }

    private static byte[] encode(IIOImage image, String format, String compression) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (compression.equals("progressive")) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else if (!compression.isEmpty()) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
            writer.setOutput(stream);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static BufferedImage noise(BufferedImage image) {
        Random random = new Random(16_09_21);
        WritableRaster raster = image.getRaster();
        for (int band = 0; band < raster.getNumBands(); band++) {
            int levels = 1 << raster.getSampleModel().getSampleSize(band);
            for (int y = 0; y < raster.getHeight(); y++) {
                for (int x = 0; x < raster.getWidth(); x++) {
                    raster.setSample(x, y, band, (x * levels / 64 + random.nextInt(levels / 2)) % levels);
                }
            }
        }
        return image;
    }

    static BufferedImage grayPalette() {
        byte[] grays = new byte[256];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = (byte) i;
        }
        IndexColorModel palette = new IndexColorModel(8, 256, grays, grays, grays);
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette);
    }

    /** A copy with the first occurrence of {@code old} replaced by {@code replacement}, of whatever length. */
    public static byte[] replace(byte[] bytes, byte[] old, byte[] replacement) {
        for (int at = 0; at + old.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
                ByteArrayOutputStream result = new ByteArrayOutputStream();
                result.write(bytes, 0, at);
                result.writeBytes(replacement);
                result.write(bytes, at + old.length, bytes.length - at - old.length);
                return result.toByteArray();
            }
        }
        throw new AssertionError("the bytes to be replaced do not occur");
    }

    /** A JPEG's frame header up to its number of components. */
    public static byte[] frameHeader(int width, int height, int components) {
        return ByteBuffer.allocate(10)
                .putShort((short) 0xFFC0)
                .putShort((short) (8 + 3 * components))
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) components)
                .array();
    }

    /** A TIFF of one strip, {@code data}; {@code more} are tags and values to follow the usual ones, in rising order. */
    public static byte[] tiff(
            int side, int photometric, int bits, int samples, int compression, byte[] data, int[]... more) {
        int[][] usual = {
            {256, side},
            {257, side},
            {258, bits},
            {259, compression},
            {262, photometric},
            {273, 8 + 2 + (10 + more.length) * 12 + 4},
            {277, samples},
            {278, side},
            {279, data.length},
            {284, 1},
        };
        int[][] tags = Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray(int[][]::new);
        ByteBuffer file = ByteBuffer.allocate(8 + 2 + tags.length * 12 + 4 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) tags.length);
        for (int[] tag : tags) {
            boolean isShort = tag[1] < 1 << 16; // little-endian, so a short stands where a long would
            file.putShort((short) tag[0])
                    .putShort((short) (isShort ? 3 : 4))
                    .putInt(1)
                    .putInt(tag[1]);
        }
        return file.putInt(0).put(data).array();
    }
}
