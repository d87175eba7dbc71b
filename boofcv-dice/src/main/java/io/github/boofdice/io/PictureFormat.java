package io.github.boofdice.io;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import org.jspecify.annotations.Nullable;

/** The file formats that are read, told apart by their first bytes; a file's name says nothing about what is in it. */
enum PictureFormat {
    JPEG(new int[] {0xFF, 0xD8, 0xFF}),
    PNG(new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}),
    BMP(new int[] {'B', 'M'}),
    GIF(new int[] {'G', 'I', 'F', '8'}),
    TIFF(new int[] {'I', 'I', 42, 0}, new int[] {'M', 'M', 0, 42});

    private final int[][] signatures;

    PictureFormat(int[]... signatures) {
        this.signatures = signatures;
    }

    /** {@return the format that begins so, or null if none does} */
    static @Nullable PictureFormat of(byte[] bytes) {
        for (PictureFormat format : values()) {
            for (int[] signature : format.signatures) {
                if (begins(bytes, signature)) {
                    return format;
                }
            }
        }
        return null;
    }

    /**
     * A new decoder. The JDK's own comes first: a plug-in on the caller's class path may decode a JPEG to other grey
     * levels, and a picture must not be judged differently for what else is installed.
     *
     * @throws IllegalStateException if this JDK has no decoder for the format
     */
    ImageReader newReader() {
        return jdkFirst(ImageIO.getImageReadersByFormatName(name()), "decoder");
    }

    /** A new encoder, chosen like {@link #newReader}. */
    ImageWriter newWriter() {
        return jdkFirst(ImageIO.getImageWritersByFormatName(name()), "encoder");
    }

    private <T> T jdkFirst(Iterator<T> candidates, String kind) {
        T other = null;
        while (candidates.hasNext()) {
            T candidate = candidates.next();
            if (candidate.getClass().getName().startsWith("com.sun.imageio.plugins.")) {
                return candidate;
            }
            other = other == null ? candidate : other;
        }
        if (other == null) {
            throw new IllegalStateException("this Java has no " + kind + " for " + this);
        }
        return other;
    }

    private static boolean begins(byte[] bytes, int[] signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
