package io.github.boofdice.testdata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Grey pictures as PNG (ISO/IEC 15948), smaller than ImageIO writes them: each row takes the filter that leaves the
 * least. The samples are exact; the compressed bytes may differ from one zlib to another.
 */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int FILTERS = 5;

    private PngEncoder() {}

    static byte[] encode(int width, int height, byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", deflate(filter(width, height, pixels)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] filter(int width, int height, byte[] pixels) {
        byte[] out = new byte[height * (width + 1)];
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            long least = Long.MAX_VALUE;
            for (int kind = 0; kind < FILTERS; kind++) {
                long sum = 0;
                for (int x = 0; x < width; x++) {
                    int left = x > 0 ? pixels[y * width + x - 1] & 0xFF : 0;
                    int up = y > 0 ? pixels[(y - 1) * width + x] & 0xFF : 0;
                    int corner = x > 0 && y > 0 ? pixels[(y - 1) * width + x - 1] & 0xFF : 0;
                    row[x] = (byte) (pixels[y * width + x] - predict(kind, left, up, corner));
                    sum += Math.abs(row[x]);
                }
                if (sum < least) {
                    least = sum;
                    out[y * (width + 1)] = (byte) kind;
                    System.arraycopy(row, 0, out, y * (width + 1) + 1, width);
                }
            }
        }
        return out;
    }

    private static int predict(int kind, int left, int up, int corner) {
        return switch (kind) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> paeth(left, up, corner);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setStrategy(Deflater.FILTERED);
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
