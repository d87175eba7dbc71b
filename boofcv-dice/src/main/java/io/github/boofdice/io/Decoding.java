package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.jspecify.annotations.Nullable;

/**
 * One picture on its way through ImageIO: first what its header declares is checked, then pixels are decoded, then what
 * the decoder complained of. May leave with any exception that a decoder throws; {@link PictureReader} names them.
 */
final class Decoding {
    // CMYK and alpha: more is no picture, but would be allocated.
    private static final int MAX_BANDS = 5;

    // Values of biCompression in a BMP's header.
    private static final int BMP_OF_JPEG = 4;
    private static final int BMP_OF_PNG = 5;

    private final byte[] bytes;
    private final String name;
    private final PictureFormat format;
    private @Nullable String warning;

    Decoding(byte[] bytes, String name, PictureFormat format) {
        this.bytes = bytes;
        this.name = name;
        this.format = format;
    }

    GrayF32 run() throws IOException {
        ImageReader reader = format.newReader();
        try (ByteArrayImageStream stream = new ByteArrayImageStream(bytes)) {
            reader.addIIOReadWarningListener((source, message) -> noteWarning(message));
            // Only forward, and without metadata: comments, profiles and thumbnails are more code to be attacked.
            reader.setInput(stream, true, true);
            GrayF32 plane = format == PictureFormat.JPEG ? readJpeg(reader) : readOther(reader);
            if (warning != null) {
                throw new PictureException(name, "damaged " + format + " (" + warning + ")");
            }
            return plane;
        } finally {
            reader.dispose();
        }
    }

    private GrayF32 readJpeg(ImageReader reader) throws IOException {
        JpegOutline outline = JpegOutline.of(bytes);
        if (outline.hasFrame()) {
            checkSize(outline.width(), outline.height());
        }
        if (!outline.complaint().isEmpty()) {
            throw new PictureException(name, outline.complaint());
        }
        checkSize(reader.getWidth(0), reader.getHeight(0));
        // The raster, not the picture: its first band is the very grey or Y of the file, with no profile applied.
        Raster raster = reader.readRaster(0, null);
        if (outline.firstIsLuma()) {
            return RasterPlane.ofFirstBand(raster);
        }
        return toPlane(raster, rgb());
    }

    /** JPEG's colours without alpha, for a raster that comes without a colour model. */
    private static ColorModel rgb() {
        return new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    }

    private GrayF32 readOther(ImageReader reader) throws IOException {
        if (format == PictureFormat.BMP) {
            checkBmp();
        }
        checkSize(reader.getWidth(0), reader.getHeight(0));
        if (format == PictureFormat.TIFF) {
            checkTiff(reader);
        }
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (types.hasNext()) {
            checkSamples(types.next().getSampleModel(), (long) reader.getWidth(0) * reader.getHeight(0));
        }
        BufferedImage image = reader.read(0);
        checkSize(image.getWidth(), image.getHeight());
        return toPlane(image.getRaster(), image.getColorModel());
    }

    private GrayF32 toPlane(Raster raster, ColorModel model) throws PictureException {
        try {
            return RasterPlane.of(raster, model);
        } catch (IllegalArgumentException e) { // a whole picture, of a colour that has no grey
            throw new PictureException(name, String.valueOf(e.getMessage()), e);
        }
    }

    // A BMP may hold a whole JPEG or PNG, with a size of its own that nobody checked. Its own size is read here, since
    // the
    // decoder calls a large one damage.
    private void checkBmp() throws PictureException {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 34 || header.getInt(14) < 40) {
            return; // too short, or of the first version, which had neither
        }
        checkSize(header.getInt(18), Math.abs(header.getInt(22))); // a negative height: the upper row comes first
        int compression = header.getInt(30);
        if (compression == BMP_OF_JPEG || compression == BMP_OF_PNG) {
            throw new PictureException(name, "a BMP that wraps a JPEG or PNG; it is not read");
        }
    }

    // Likewise a TIFF may hold JPEG; ImageIO does not even warn when that is truncated. Tiles are allocated whole.
    private void checkTiff(ImageReader reader) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
        long compression = value(directory, BaselineTIFFTagSet.TAG_COMPRESSION);
        if (compression == BaselineTIFFTagSet.COMPRESSION_OLD_JPEG
                || compression == BaselineTIFFTagSet.COMPRESSION_JPEG) {
            throw new PictureException(name, "a TIFF that wraps a JPEG; it is not read");
        }
        checkBitsPerSample(directory);
        long tileWidth = value(directory, BaselineTIFFTagSet.TAG_TILE_WIDTH);
        long tileHeight = value(directory, BaselineTIFFTagSet.TAG_TILE_LENGTH);
        if (Math.max(tileWidth, tileHeight) > PictureReader.MAX_SIDE) {
            throw new PictureException(
                    name,
                    "tiles of " + tileWidth + " x " + tileHeight + " pixels; a side may have "
                            + PictureReader.MAX_SIDE);
        }
    }

    // They are allocated before the first is read, however few follow.
    private void checkSamples(SampleModel samples, long pixels) throws PictureException {
        int bands = samples.getNumBands();
        if (bands > MAX_BANDS) {
            throw new PictureException(name, bands + " bands; at most " + MAX_BANDS + " are read");
        }
        int bits = IntStream.of(samples.getSampleSize()).sum();
        if (pixels * bits / Byte.SIZE > PictureReader.MAX_BYTES) {
            throw new PictureException(
                    name,
                    pixels + " pixels of " + bits + " bits; at most " + PictureReader.MAX_BYTES
                            + " bytes of pixels are read");
        }
    }

    // A sample of 30 bits makes ImageIO allocate for 2^30 greys.
    private void checkBitsPerSample(TIFFDirectory directory) throws PictureException {
        TIFFField bits = directory.getTIFFField(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE);
        for (int i = 0; bits != null && i < bits.getCount(); i++) {
            long count = bits.getAsLong(i);
            if (Long.bitCount(count) != 1 || count > 64) {
                throw new PictureException(name, "samples of " + count + " bits; 1, 2, 4, 8, 16, 32 and 64 are read");
            }
        }
    }

    private static long value(TIFFDirectory directory, int tag) {
        TIFFField field = directory.getTIFFField(tag);
        return field == null ? 0 : field.getAsLong(0);
    }

    private void checkSize(int width, int height) throws PictureException {
        if (!PictureSize.isAllowed(width, height)) {
            throw new PictureException(name, PictureSize.complaint(width, height));
        }
    }

    // The first one tells most: the others follow from it. What concerns the wrapping does not harm the pixels.
    private void noteWarning(String message) {
        boolean harmless = message.contains("profile") || message.contains("JFIF") || message.contains("Adobe");
        if (warning == null && !harmless) {
            warning = message;
        }
    }
}
