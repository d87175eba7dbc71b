package io.github.boofdice.io;

import boofcv.struct.image.GrayU8;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a grey picture as baseline JPEG, in memory.
 *
 * <p>The quality is the Independent JPEG Group's scale, as OpenCV and most tools count it: at quality 95 the pixels are
 * those that OpenCV's {@code imwrite} and {@code imread} leave. The difference method ({@code classic}) sends its templates
 * through it.
 */
public final class GrayJpeg {
    private GrayJpeg() {}

    /**
     * Compresses a picture.
     *
     * @param picture 8-bit grey, {@value PictureReader#MIN_SIDE} to {@value PictureReader#MAX_SIDE} pixels a side; may be
     *     a sub-image; not modified
     * @param quality 1 (small) to 100 (faithful)
     * @return the bytes of a JPEG file
     * @throws IllegalArgumentException if a side or the quality is out of range
     */
    public static byte[] encode(GrayU8 picture, int quality) {
        PictureSize.check(picture.width, picture.height);
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality is " + quality + "; 1 to 100 is allowed");
        }
        ImageWriter writer = PictureFormat.JPEG.newWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(toBufferedImage(picture), null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG in memory could not be written", e); // no disk is involved
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * Compresses a picture and reads it back: the picture with a JPEG's losses.
     *
     * @param picture as for {@link #encode}
     * @param quality as for {@link #encode}
     * @return a new picture of the same size
     * @throws IllegalArgumentException if a side or the quality is out of range
     */
    public static GrayU8 roundTrip(GrayU8 picture, int quality) {
        try {
            return GrayPictures.toGrayU8(PictureReader.decode(encode(picture, quality), "a JPEG in memory"));
        } catch (PictureException e) {
            throw new IllegalStateException("a JPEG that was just written cannot be read", e);
        }
    }

    private static BufferedImage toBufferedImage(GrayU8 picture) {
        BufferedImage image = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] row = new byte[picture.width];
        for (int y = 0; y < picture.height; y++) {
            System.arraycopy(picture.data, picture.startIndex + y * picture.stride, row, 0, row.length);
            image.getRaster().setDataElements(0, y, picture.width, 1, row);
        }
        return image;
    }
}
