package io.github.boofdice;

import io.github.boofdice.io.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A model file: eight letters, a format version, the CRC-32 and the CRC-32C of the rest, the rest. Big-endian throughout.
 *
 * <p>Both checksums are machine code from the first call on, while SHA-256 would be compiled first: a program that judges one picture spent an eighth of its time on it.
 * Together they miss damage with a chance of 2<sup>-64</sup>. Neither is to keep anybody from making a model on purpose; what is read of one is held against limits for that reason.
 *
 * <p>Formats: a change of what stands where, or of what it means, is another format. From 0.1.0 on a library reads the format that it writes and every one that a release before it wrote, and refuses
 * all others by their number. The checksums are checked before anything is read.
 */
final class ModelEnvelope {
    /** The longest model that is loaded. */
    static final long MOST_BYTES = 512L << 20;

    private static final int PIECE = 1 << 16;

    private final byte[] letters;
    private final int format;

    /**
     * @param letters eight, in ASCII
     * @param format that is written and read; all earlier ones were written before the first release only
     */
    ModelEnvelope(String letters, int format) {
        this.letters = letters.getBytes(StandardCharsets.US_ASCII);
        this.format = format;
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
        return ByteBuffer.allocate(letters.length + Integer.BYTES + Long.BYTES + body.length)
                .put(letters)
                .putInt(format)
                .put(checksums(body, 0))
                .put(body)
                .array();
    }

    /** Reads what is inside; {@code name} stands in messages. */
    <T> T open(byte[] bytes, String name, Reader<T> reader) throws ModelFormatException {
        if (!opens(bytes)) {
            throw new ModelFormatException(name + ": not a boofcv-dice model");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(letters.length);
        requireLeft(in, Integer.BYTES, name);
        int written = in.getInt();
        if (written >= 1 && written < format) {
            throw new ModelFormatException(
                    name + ": model format " + written
                            + " was written before version 0.1.0 was released, by a score that is no longer known; learn again");
        }
        if (written != format) {
            throw new ModelFormatException(
                    name + ": model format " + written + " but this library reads format " + format);
        }
        byte[] kept = new byte[Long.BYTES];
        requireLeft(in, kept.length, name);
        in.get(kept);
        if (!Arrays.equals(kept, checksums(bytes, in.position()))) {
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

    private static void requireLeft(ByteBuffer in, int count, String name) throws ModelFormatException {
        if (in.remaining() < count) {
            throw new ModelFormatException(name + ": truncated after " + in.limit() + " bytes");
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
            return bytes(file, (int) size);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    file + ": a model of " + size + " bytes is more than Java has memory for; give it more with -Xmx",
                    e);
        }
    }

    /** Piece by piece: Java reads into memory of its own first, of the size that is asked for. */
    private static byte[] bytes(Path file, int size) throws IOException {
        byte[] bytes = new byte[size];
        int read = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int more = 0; more >= 0 && read < size; read += Math.max(0, more)) {
                more = in.read(bytes, read, Math.min(PIECE, size - read));
            }
        }
        return read < size ? Arrays.copyOf(bytes, read) : bytes;
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

    private static byte[] checksums(byte[] bytes, int from) {
        return ByteBuffer.allocate(Long.BYTES)
                .putInt(checksum(new CRC32(), bytes, from))
                .putInt(checksum(new CRC32C(), bytes, from))
                .array();
    }

    private static int checksum(Checksum kind, byte[] bytes, int from) {
        kind.update(bytes, from, bytes.length - from);
        return (int) kind.getValue();
    }
}
