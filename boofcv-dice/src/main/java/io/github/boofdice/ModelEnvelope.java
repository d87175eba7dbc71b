package io.github.boofdice;

import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A model file: eight letters, a format version, the SHA-256 of the rest, the rest. Big-endian throughout.
 *
 * <p>Formats: a change of what stands where is another format, from 0.1.0 on. A library reads the format that it writes and every one that a release before it wrote, and refuses
 * later ones by their number. The digest is checked before anything is read.
 */
final class ModelEnvelope {
    private static final int DIGEST = 32;
    /** The longest model that is loaded. */
    static final long MOST_BYTES = 512L << 20;

    private final byte[] letters;
    private final int format;
    private final int developmentFormat;

    /**
     * @param letters eight, in ASCII
     * @param format that is written and read
     * @param developmentFormat this and earlier ones were written before the first release only; 0 for none
     */
    ModelEnvelope(String letters, int format, int developmentFormat) {
        this.letters = letters.getBytes(StandardCharsets.US_ASCII);
        this.format = format;
        this.developmentFormat = developmentFormat;
    }

    /** Makes something of what is in an envelope; every {@link IllegalArgumentException} says what is wrong with it. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ByteBuffer in);
    }

    /** Whether these bytes begin with the letters. */
    boolean opens(byte[] bytes) {
        return bytes.length >= letters.length && Arrays.equals(letters, Arrays.copyOf(bytes, letters.length));
    }

    byte[] seal(byte[] body) {
        return ByteBuffer.allocate(header() + body.length)
                .put(letters)
                .putInt(format)
                .put(digest(body, 0))
                .put(body)
                .array();
    }

    private int header() {
        return letters.length + Integer.BYTES + DIGEST;
    }

    /** Reads what is inside; {@code name} stands in messages. */
    <T> T open(byte[] bytes, String name, Reader<T> reader) throws ModelFormatException {
        if (!opens(bytes)) {
            throw new ModelFormatException(name + ": not a boofcv-dice model");
        }
        if (bytes.length < header()) {
            throw new ModelFormatException(name + ": truncated after " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(letters.length);
        int written = in.getInt();
        if (written >= 1 && written <= developmentFormat) {
            throw new ModelFormatException(
                    name + ": model format " + written
                            + " was written before version 0.1.0 was released, by a score that is no longer known; learn again");
        }
        if (written != format) {
            throw new ModelFormatException(
                    name + ": model format " + written + " but this library reads format " + format);
        }
        byte[] digest = new byte[DIGEST];
        in.get(digest);
        if (!Arrays.equals(digest, digest(bytes, header()))) {
            throw new ModelFormatException(name + ": truncated or altered (checksum does not match)");
        }
        try {
            T read = reader.read(in);
            if (in.hasRemaining()) {
                throw new ModelFormatException(name + ": " + in.remaining() + " bytes too many");
            }
            return read;
        } catch (BufferUnderflowException e) {
            throw new ModelFormatException(name + ": malformed model (it ends too early)");
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(name + ": malformed model (" + e.getMessage() + ")");
        }
    }

    /** All bytes of a model file. */
    static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelFormatException(file + ": not a file");
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new ModelFormatException(
                    file + ": " + size + " bytes is too large for a model (at most " + MOST_BYTES + ")");
        }
        try {
            return Files.readAllBytes(file);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    file + ": a model of " + size + " bytes is more than Java has memory for; give it more with -Xmx",
                    e);
        }
    }

    static void write(byte[] model, Path file) throws IOException {
        if (model.length > MOST_BYTES) {
            throw new IOException(file + ": a model of " + model.length + " bytes is larger than this library loads ("
                    + MOST_BYTES + "); learn from smaller pictures or fewer faces");
        }
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder), null, "no such folder to write the model to");
        }
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "is a folder, not a file to write the model to");
        }
        WholeFile.write(target, model);
    }

    private static byte[] digest(byte[] bytes, int from) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, from, bytes.length - from);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
