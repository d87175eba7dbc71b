package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes grey planes as picture files that people can look at. */
public final class PictureWriter {
    private PictureWriter() {}

    /**
     * Writes an 8-bit grey PNG; an existing file is replaced.
     *
     * @param picture grey levels, rounded and limited to 0..255 (NaN becomes 0); sub-images welcome; not modified
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void writePng(GrayF32 picture, Path file) throws IOException {
        WholeFile.write(file, png(picture));
    }

    /**
     * Makes an 8-bit grey PNG.
     *
     * @param picture as for {@link #writePng}
     * @return the bytes of the file
     */
    public static byte[] png(GrayF32 picture) {
        BufferedImage image = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.height; y++) {
            int row = picture.startIndex + y * picture.stride;
            for (int x = 0; x < picture.width; x++) {
                int level = Math.min(255, Math.max(0, Math.round(picture.data[row + x])));
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        return png(image);
    }

    /**
     * Makes a PNG.
     *
     * @param picture of any type, transparent pixels stay so; not modified
     * @return the bytes of the file
     */
    public static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not a cache file: the picture is in memory already.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("every Java must write PNG, but this one does not");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
