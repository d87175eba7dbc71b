package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFiles;
import io.github.boofdice.io.PictureReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that declare far more than they hold, in a Java of 64 MiB: refused in words, soon, and without asking for the memory. */
@Tag("bounded-memory")
class BoundedMemoryTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int HUGE = Integer.MAX_VALUE;

    /** What it is, the bytes, and what has to be said. */
    record Lie(String name, byte[] bytes, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void thereIsLittleMemory() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(80L << 20);
    }

    static List<Lie> lies() {
        return List.of(
                new Lie("png of 100,000 a side", png(100_000, 100_000, 8, 0), "100000 x 100000 pixels"),
                new Lie("png of the largest int a side", png(HUGE, HUGE, 8, 0), "pixels; a side must have"),
                new Lie("jpeg of 65,500 a side", jpeg(65_500), "65500 x 65500 pixels"),
                new Lie("gif of 65,535 a side", gif(65_535), "65535 x 65535 pixels"),
                new Lie("bmp of the largest int a side", bmp(18, HUGE), "pixels; a side must have"),
                new Lie("png whose palette is said to be huge", chunk(PNG_37, "PLTE", HUGE, new byte[9]), "PNG"),
                new Lie("tiff of two thousand million strips", tiff(273, HUGE), "TIFF"),
                new Lie(
                        "tiff of 671 MB",
                        PictureFiles.tiff(4096, 3, 64, 3, 8, new byte[99]),
                        "bytes of pixels are read"));
    }

    private static final byte[] PNG_37 = png(37, 34, 8, 0);

    @ParameterizedTest
    @MethodSource("lies")
    void aPictureThatLiesIsRefused(Lie lie) {
        PictureException refusal = refusal(lie.bytes());

        assertThat(refusal).hasMessageContaining(lie.answer());
        assertThat(refusal.getMessage()).doesNotContain("memory");
    }

    /** What decoders do not look at does no harm. */
    @Test
    void aNumberThatNobodyNeedsMayBeHuge() throws PictureException {
        for (byte[] bytes : List.of(bmp(46, HUGE), tiff(279, HUGE), tiff(258, HUGE))) {
            assertThat(assertTimeoutPreemptively(SOON, () -> PictureReader.decode(bytes, "lie")).width)
                    .isGreaterThan(36);
        }
    }

    /** 256 MiB of zeros in a quarter of a megabyte, where 1.3 kB of pixels belong. */
    @Test
    void aBombOfPixelsIsNotBlownUp() throws IOException {
        byte[] file = chunk(PNG_37, "IDAT", -1, bomb());

        assertThat(assertTimeoutPreemptively(SOON, () -> PictureReader.decode(file, "bomb")).width)
                .isEqualTo(37);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void aBombBesideThePixelsIsNotBlownUp(String kind) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("name\0".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(kind.equals("iTXt") ? new byte[] {1, 0, 0, 0} : new byte[1]);
        content.writeBytes(bomb());
        byte[] file = chunk(chunk(PNG_37, kind, -1, content.toByteArray()), "IDAT", -1, bomb());

        assertThat(assertTimeoutPreemptively(SOON, () -> PictureReader.decode(file, "bomb")).width)
                .isEqualTo(37);
    }

    /** A picture of an allowed size may still be too large for this Java: that is said, and is not called damage. */
    @Test
    void aPictureTooLargeForTheMemoryIsNamed() throws IOException {
        assertThat(refusal(chunk(png(4096, 4096, 16, 6), "IDAT", -1, bomb())))
                .hasMessageContaining("more than Java has memory for");
        assertThat(refusal(PictureFiles.tiff(4096, 1, 8, 4, 5, new byte[99])))
                .hasMessageContaining("more than Java has memory for");
    }

    @Test
    void aModelThatLiesIsRefused() {
        ModelBytes model = new ModelBytes(SmallModel.INSPECTOR);
        for (int at : model.counts()) {
            for (int count : List.of(HUGE, HUGE - 8, 1 << 30, 1 << 24, -1)) {
                byte[] bytes = model.bytes();
                ByteBuffer.wrap(bytes).putInt(at, count);

                assertModelRefused(bytes);
            }
        }
    }

    @Test
    void aModelOfTheLargestFrameAndFewBytesIsRefused() {
        byte[] bytes = new ModelBytes(SmallModel.INSPECTOR).bytes();
        ByteBuffer.wrap(bytes).putInt(ModelBytes.HEADER, 512).putInt(ModelBytes.HEADER + 4, 512);

        assertModelRefused(bytes);
        assertModelRefused(Arrays.copyOf(bytes, ModelBytes.HEADER + 200));
    }

    @Test
    void aModelFileLargerThanTheMemoryIsNamed(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("large.model");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(300L << 20); // a hole: takes no room
        }
        Throwable refusal = assertTimeoutPreemptively(SOON, () -> catchThrowable(() -> DiceInspector.load(file)));

        assertThat(refusal)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file + ": a model of 314572800 bytes is more than Java has memory for; give it more with -Xmx");
    }

    private static void assertModelRefused(byte[] bytes) {
        Throwable refusal = assertTimeoutPreemptively(
                SOON, () -> catchThrowable(() -> ModelFile.decode(ModelBytes.sealed(bytes), "m")));

        assertThat(refusal).isInstanceOf(ModelFormatException.class).hasMessageStartingWith("m: malformed model (");
    }

    private static PictureException refusal(byte[] bytes) {
        Throwable refusal =
                assertTimeoutPreemptively(SOON, () -> catchThrowable(() -> PictureReader.decode(bytes, "lie")));
        assertThat(refusal).isInstanceOf(PictureException.class);
        return (PictureException) refusal;
    }

    /** The signature and the header. */
    private static byte[] png(int width, int height, int bits, int colour) {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) colour);
        return chunk(signature, "IHDR", -1, header.array());
    }

    /** The file and one chunk more; {@code length} is what it says of itself, unless it is negative. */
    private static byte[] chunk(byte[] file, String kind, int length, byte[] content) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(file.length + content.length + 12)
                .put(file)
                .putInt(length < 0 ? content.length : length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                out.write(zeros);
            }
        }
        return small.toByteArray();
    }

    private static byte[] jpeg(int side) {
        return PictureFiles.replace(
                PictureFiles.encode(grey(), "jpeg", ""),
                PictureFiles.frameHeader(PictureFiles.WIDTH, PictureFiles.HEIGHT, 1),
                PictureFiles.frameHeader(side, side, 1));
    }

    private static byte[] gif(int side) {
        byte[] size = ByteBuffer.allocate(9)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2C)
                .putInt(0)
                .putShort((short) PictureFiles.WIDTH)
                .putShort((short) PictureFiles.HEIGHT)
                .array();
        byte[] huge = ByteBuffer.wrap(size.clone())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(5, (short) side)
                .putShort(7, (short) side)
                .array();
        return PictureFiles.replace(PictureFiles.encode(grey(), "gif", ""), size, huge);
    }

    /** One number of its header altered. */
    private static byte[] bmp(int at, int value) {
        byte[] bytes = PictureFiles.encode(grey(), "bmp", "");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    /** One tag holds more values than the file has bytes. */
    private static byte[] tiff(int tag, int count) {
        byte[] bytes = PictureFiles.tiff(40, 1, 8, 1, 1, new byte[1600]);
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int entry = 10; in.getShort(entry) != 0; entry += 12) {
            if (in.getShort(entry) == tag) {
                in.putInt(entry + 4, count);
                return bytes;
            }
        }
        throw new AssertionError("no tag " + tag);
    }

    private static BufferedImage grey() {
        return PictureFiles.noise(
                new BufferedImage(PictureFiles.WIDTH, PictureFiles.HEIGHT, BufferedImage.TYPE_BYTE_GRAY));
    }
}
