package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Reads picture files that are not trusted. */
public final class PictureReader {
    /** The shortest side of a picture, in pixels. */
    public static final int MIN_SIDE = 32;

    /** The longest side of a picture, in pixels. */
    public static final int MAX_SIDE = 4096;

    private static final int MAX_BYTES = 144 << 20;

    private PictureReader() {}

    public static GrayF32 read(Path file) throws PictureException {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(in.readNBytes(MAX_BYTES), file.toString());
        } catch (PictureException e) {
            throw e;
        } catch (IOException e) {
            throw new PictureException(file.toString(), "cannot be read (" + e.getMessage() + ")", e);
        }
    }

    public static GrayF32 decode(byte[] bytes, String name) throws PictureException {
        try (ByteArrayImageStream stream = new ByteArrayImageStream(bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new PictureException(name, "not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (!PictureSize.isAllowed(width, height)) {
                    throw new PictureException(name, PictureSize.complaint(width, height));
                }
                BufferedImage image = reader.read(0);
                return GrayPictures.fromBufferedImage(image);
            } finally {
                reader.dispose();
            }
        } catch (PictureException e) {
            throw e;
        } catch (IIOException e) {
            throw new PictureException(name, "damaged picture (" + e.getMessage() + ")", e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new PictureException(name, "damaged picture (" + e + ")", e);
        }
    }
}
