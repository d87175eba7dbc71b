package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

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
        BufferedImage image = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.height; y++) {
            int row = picture.startIndex + y * picture.stride;
            for (int x = 0; x < picture.width; x++) {
                int level = Math.min(255, Math.max(0, Math.round(picture.data[row + x])));
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        // Into memory first: ImageIO says false or throws when it cannot, and would leave half a file behind.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException(file + ": this Java cannot write PNG files");
        }
        Files.write(file, bytes.toByteArray());
    }
}
