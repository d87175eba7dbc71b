package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.ImageBase;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Judges pictures. Implementations are safe to use from several threads at once and give the same answer on each.
 *
 * <p>Every picture from 32 x 32 to 4096 x 4096 pixels gets a verdict, a wholly black or white one too.
 *
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/FirstInspection.html">Tutorial: the first inspection</a>
 */
public interface Inspector {
    /**
     * Judges a grey picture.
     *
     * @param picture grey levels 0..255, 32..4096 pixels a side, sub-images welcome; not modified
     * @return what was found
     * @throws IllegalArgumentException when a side is shorter than 32 or longer than 4096 pixels
     */
    Inspection inspect(GrayF32 picture);

    /**
     * Judges a BoofCV picture: {@code GrayU8}, {@code GrayU16}, {@code GrayF32} (0..255), or planar or interleaved
     * {@code U8} or {@code F32} with 3 or 4 bands in the order red, green, blue (, alpha).
     *
     * @param picture the picture, 32..4096 pixels a side; not modified
     * @return what was found
     * @throws IllegalArgumentException when the type is none of these or a side is out of bounds
     */
    default Inspection inspect(ImageBase<?> picture) {
        return inspect(picture instanceof GrayF32 grey ? grey : GrayPictures.fromBoof(picture));
    }

    /**
     * Judges an AWT picture of any type.
     *
     * @param picture the picture, 32..4096 pixels a side; not modified
     * @return what was found
     * @throws IllegalArgumentException when a side is out of bounds
     */
    default Inspection inspect(BufferedImage picture) {
        return inspect(GrayPictures.fromBufferedImage(picture));
    }

    /**
     * Reads a picture file and judges it.
     *
     * @param file a JPEG, PNG, BMP, GIF or TIFF file of 32..4096 pixels a side
     * @return what was found
     * @throws PictureException when the file cannot be read as a picture; the message says why
     */
    default Inspection inspect(Path file) throws PictureException {
        return inspect(PictureReader.read(file));
    }

    /**
     * Tells whether this inspector was learned from a file with exactly these bytes, so that testing on it would flatter.
     *
     * @param file the fingerprint of a picture file
     * @return true when such a file was learned from; false when not, or when the inspector does not know
     */
    default boolean learnedFrom(FileFingerprint file) {
        return false;
    }
}
