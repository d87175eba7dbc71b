package io.github.boofdice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Tells byte-identical files from others: the first eight bytes of a file's SHA-256, big-endian.
 *
 * <p>A model keeps the fingerprints of the files that it was learned from, so that an evaluation can warn when it is
 * tested on one of them. Two different files share a fingerprint with a chance of 2<sup>-64</sup>: among ten thousand
 * learned and ten thousand tested files that is one false warning in 10<sup>11</sup> evaluations.
 *
 * @param value the first eight bytes of the SHA-256
 */
public record FileFingerprint(long value) {
    /**
     * Computes the fingerprint of a file.
     *
     * @param file the file's bytes; not modified
     * @return the fingerprint
     */
    public static FileFingerprint of(byte[] file) {
        return first(sha256().digest(file));
    }

    /**
     * Computes the fingerprint of a file, piece by piece, however long it is.
     *
     * @param file the file
     * @return the fingerprint
     * @throws IOException when the file cannot be read
     */
    public static FileFingerprint of(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                sha256.update(piece, 0, read);
            }
        }
        return first(sha256.digest());
    }

    // Both by hand: what Java makes for a record is put together when it is first called, which takes half as
    // long as to read all planes of a model.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileFingerprint print && print.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    private static FileFingerprint first(byte[] digest) {
        return new FileFingerprint(ByteBuffer.wrap(digest).getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
