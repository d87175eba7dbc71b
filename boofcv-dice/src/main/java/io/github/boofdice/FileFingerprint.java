package io.github.boofdice;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return new FileFingerprint(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
