package io.github.boofdice.io;

import boofcv.struct.image.GrayF32;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads picture files that are not trusted: JPEG, PNG, BMP, GIF and TIFF, of the last two the first picture.
 *
 * <p>Whatever the bytes, the answer is a grey plane or one {@link PictureException}. The size is taken from the header and
 * checked before pixels are decoded; a picture that was cut short or whose decoder complains is refused, never half read.
 * Greys are as {@link GrayPictures} defines them; of a JPEG in YCbCr it is the Y. An orientation that the camera noted
 * is not applied.
 */
public final class PictureReader {
    /** The shortest side of a picture, in pixels. */
    public static final int MIN_SIDE = 32;

    /** The longest side of a picture, in pixels. */
    public static final int MAX_SIDE = 4096;

    /** The longest file that is read: the largest picture, not compressed, with four 16-bit samples a pixel, and a mebibyte for what stands beside them. */
    public static final int MAX_BYTES = MAX_SIDE * MAX_SIDE * 8 + (1 << 20);

    private static final String TOO_LONG = "longer than " + MAX_BYTES + " bytes, as no picture of an allowed size is";

    private PictureReader() {}

    /**
     * Reads a picture file.
     *
     * @param file the file; its name's ending does not matter
     * @return grey levels 0..255, {@value #MIN_SIDE} to {@value #MAX_SIDE} pixels a side
     * @throws PictureException if the file is missing, is not a regular file, cannot be read, is longer than any picture
     *     allowed can be, or as {@link #decode} says
     */
    public static GrayF32 read(Path file) throws PictureException {
        return decode(bytes(file), file.toString());
    }

    /**
     * Reads the bytes of a picture file.
     *
     * @param file the file
     * @return all its bytes, no more than a picture of an allowed size can have and one
     * @throws PictureException if the file is missing, is not a regular file, cannot be read, or is longer than any picture allowed can be
     */
    public static byte[] bytes(Path file) throws PictureException {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) {
                throw new PictureException(name, "a folder, not a picture");
            } else if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PictureException(name, "not a regular file"); // a pipe could make us wait for ever
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new PictureException(name, TOO_LONG);
            }
            try (InputStream in = Files.newInputStream(file)) {
                // Bounded again: a file can grow between the two calls.
                return in.readNBytes(MAX_BYTES + 1);
            }
        } catch (PictureException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new PictureException(name, "no such file", e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw new PictureException(name, "cannot be read (" + describe(e) + ")", e);
        }
    }

    /**
     * Tells a picture from anything else by its first bytes; it may be damaged nevertheless.
     *
     * @param bytes the whole file or its beginning; not modified
     * @return true when they begin as a format does that is read
     */
    public static boolean isPicture(byte[] bytes) {
        return PictureFormat.of(bytes) != null;
    }

    /**
     * Decodes the bytes of a picture file.
     *
     * @param bytes the whole file; not modified
     * @param name what to call it in an error
     * @return grey levels 0..255, {@value #MIN_SIDE} to {@value #MAX_SIDE} pixels a side
     * @throws PictureException if there are no bytes or too many, they are no picture, the size is out of range, the
     *     picture is truncated or damaged, or its colour is CMYK or another that has no grey here
     */
    public static GrayF32 decode(byte[] bytes, String name) throws PictureException {
        if (bytes.length == 0) {
            throw new PictureException(name, "the file is empty");
        } else if (bytes.length > MAX_BYTES) {
            throw new PictureException(name, TOO_LONG);
        }
        PictureFormat format = PictureFormat.of(bytes);
        if (format == null) {
            throw new PictureException(name, "not a picture (JPEG, PNG, BMP, GIF and TIFF are read)");
        }
        try {
            return new Decoding(bytes, name, format).run();
        } catch (PictureException e) {
            throw e;
        } catch (EOFException e) {
            throw new PictureException(name, "truncated " + format, e);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            if (isShortOfMemory(e)) {
                throw new PictureException(name, "more than Java has memory for; give it more with -Xmx", e);
            }
            // Decoders answer damaged bytes with nearly any of these.
            throw new PictureException(name, "damaged " + format + " (" + describe(e) + ")", e);
        }
    }

    // Decoders wrap this too.
    private static boolean isShortOfMemory(Throwable e) {
        return e instanceof OutOfMemoryError || (e.getCause() != null && isShortOfMemory(e.getCause()));
    }

    private static String describe(Throwable e) {
        String message = e.getMessage();
        // Java's own words for a decoder's slip name its variables and tell a user nothing.
        boolean slip = e instanceof RuntimeException && !(e instanceof IllegalArgumentException);
        return message == null || slip ? e.getClass().getSimpleName() : message;
    }
}
