package io.github.boofdice.io;

/**
 * What the markers of a JPEG say: its size, its components, and whether it is whole. ImageIO answers a JPEG that was cut
 * short with a half-grey picture, and tells neither CMYK nor RGB from YCbCr when asked for the raster.
 *
 * <p>Source: ITU-T T.81, annex B (markers); T.872, section 6 (which colour the components are).
 */
final class JpegOutline {
    // Ten scans make a usual progressive picture; thousands of them would keep a decoder busy for hours.
    private static final int MAX_SCANS = 100;

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP14 = 0xEE;

    private final byte[] bytes;
    private int frames;
    private int scans;
    private boolean ended;
    private int width;
    private int height;
    private int components;
    private boolean namedRgb;
    private boolean jfif;
    private int adobeTransform = -1;

    private JpegOutline(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Walks the markers of a file that begins like a JPEG; never fails, see {@link #complaint}. */
    static JpegOutline of(byte[] bytes) {
        JpegOutline outline = new JpegOutline(bytes);
        outline.walk();
        return outline;
    }

    /** {@return true if a size was declared} */
    boolean hasFrame() {
        return frames > 0;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** {@return true if the first component is the luma, false if the components are R, G and B} */
    boolean firstIsLuma() {
        if (components < 3 || jfif) {
            return true;
        }
        return adobeTransform >= 0 ? adobeTransform != 0 : !namedRgb;
    }

    /** {@return why the file is not to be decoded, or the empty string}; the size is for the caller to judge. */
    String complaint() {
        if (components > 3) {
            return "a CMYK (four-component) JPEG; grey, RGB and YCbCr are read";
        } else if (frames > 1) {
            return "damaged JPEG (it declares its size " + frames + " times)";
        } else if (scans > MAX_SCANS) {
            return "a JPEG of more than " + MAX_SCANS + " scans";
        } else if (frames == 0 || scans == 0 || !ended) {
            return "truncated JPEG (its end marker is missing)";
        }
        return "";
    }

    private void walk() {
        int at = 2;
        while (true) {
            at = nextMarker(at);
            if (at >= bytes.length) {
                return;
            }
            int marker = bytes[at++] & 0xFF;
            if (marker == EOI) {
                ended = true;
                return;
            } else if (marker == SOI || isRestart(marker) || marker == 0x01) {
                continue; // these stand alone
            }
            int length = u16(at);
            if (length < 2 || at + length > bytes.length) {
                return;
            }
            readSegment(marker, at + 2, length - 2);
            at += length;
        }
    }

    // Skips what is no marker, as libjpeg does: picture data (where FF is followed by 00), and restart markers within
    // it.
    private int nextMarker(int from) {
        int at = from;
        while (at + 1 < bytes.length) {
            int next = bytes[at + 1] & 0xFF;
            if (bytes[at] == (byte) 0xFF && next != 0 && next != 0xFF) {
                return at + 1;
            }
            at++;
        }
        return bytes.length;
    }

    private void readSegment(int marker, int start, int length) {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && length >= 6) {
            frames++;
            height = u16(start + 1);
            width = u16(start + 3);
            components = bytes[start + 5] & 0xFF;
            namedRgb = components == 3
                    && length >= 15
                    && bytes[start + 6] == 'R'
                    && bytes[start + 9] == 'G'
                    && bytes[start + 12] == 'B';
        } else if (marker == SOS) {
            scans++;
        } else if (marker == APP0 && length >= 5 && isText(start, "JFIF")) {
            jfif = true;
        } else if (marker == APP14 && length >= 12 && isText(start, "Adobe")) {
            adobeTransform = bytes[start + 11] & 0xFF;
        }
    }

    private boolean isText(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int u16(int at) {
        return at + 1 < bytes.length ? ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF) : 0;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }
}
