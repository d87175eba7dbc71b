package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import java.nio.file.Path;

/**
 * A decoded picture file and the fingerprint of its bytes.
 *
 * @param picture grey levels 0..255; it belongs to the caller
 * @param fingerprint of the file
 */
public record PictureFile(GrayF32 picture, FileFingerprint fingerprint) {
    /**
     * Reads a file once for both.
     *
     * @param file a JPEG, PNG, BMP, GIF or TIFF file of 32..4096 pixels a side
     * @return what it holds
     * @throws PictureException when it cannot be read as a picture; the message says why
     */
    public static PictureFile read(Path file) throws PictureException {
        byte[] bytes = PictureReader.bytes(file);
        return new PictureFile(PictureReader.decode(bytes, file.toString()), FileFingerprint.of(bytes));
    }
}
