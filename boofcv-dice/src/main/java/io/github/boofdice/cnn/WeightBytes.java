package io.github.boofdice.cnn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whole files of weights, and what is wrong with them. */
final class WeightBytes {
    /** As long as a file may be. */
    static final int MOST_BYTES = 512 << 20;

    private WeightBytes() {}

    /** Makes something of a file's bytes; every {@link IllegalArgumentException} says what is wrong with them. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(byte[] bytes);
    }

    static <T> T read(Path file, Decoder<T> decoder) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new NetworkFormatException(file + ": not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            // Not by the size that the file system tells: the file may grow meanwhile.
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NetworkFormatException(file + ": too large for a network (at most " + MOST_BYTES + " bytes)");
            }
            return decode(bytes, file.toString(), decoder);
        } catch (OutOfMemoryError e) {
            throw new IOException(file + ": more than Java has memory for; give it more with -Xmx", e);
        }
    }

    /** Decodes; {@code name} stands in the message. */
    static <T> T decode(byte[] bytes, String name, Decoder<T> decoder) throws NetworkFormatException {
        try {
            return decoder.decode(bytes);
        } catch (IllegalArgumentException e) {
            throw new NetworkFormatException(name + ": " + e.getMessage());
        }
    }
}
