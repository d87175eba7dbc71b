package io.github.boofdice.testdata;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A grey picture of eight bits a pixel, immutable; two pictures are equal where all their pixels are. */
public final class GrayPicture {
    private final int width;
    private final int height;
    private final byte[] pixels;

    private GrayPicture(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * {@return a picture of these pixels}
     *
     * @param width pixels a row, at least 1
     * @param height rows, at least 1
     * @param pixels grey levels as unsigned bytes, row after row from the top; copied
     * @throws IllegalArgumentException where the number of pixels is not width * height
     */
    public static GrayPicture of(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are given for a picture of " + width + " x " + height);
        }
        return new GrayPicture(width, height, pixels.clone());
    }

    /** Rounds levels to bytes, held to 0 .. 255. */
    static GrayPicture rounded(int width, int height, double[] levels) {
        byte[] pixels = new byte[levels.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.floor(Math.max(0, Math.min(255, levels[i])) + 0.5);
        }
        return new GrayPicture(width, height, pixels);
    }

    /**
     * {@return the grey picture in a file: PNG, or what else ImageIO reads}
     *
     * @param file a picture of one band of eight bits
     * @throws IOException where the file cannot be read, or holds no such picture
     */
    public static GrayPicture read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException(file + ": not a picture");
        }
        Raster raster = image.getRaster();
        if (raster.getNumBands() != 1 || raster.getSampleModel().getSampleSize(0) != 8) {
            throw new IOException(file + ": not a grey picture of eight bits a pixel");
        }
        int[] samples = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) samples[i];
        }
        return new GrayPicture(image.getWidth(), image.getHeight(), pixels);
    }

    /** {@return pixels a row} */
    public int width() {
        return width;
    }

    /** {@return number of rows} */
    public int height() {
        return height;
    }

    /**
     * {@return the grey level at a place, 0 .. 255}
     *
     * @param x column from the left
     * @param y row from the top
     */
    public int get(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new IndexOutOfBoundsException(
                    "(" + x + ", " + y + ") lies outside a picture of " + width + " x " + height);
        }
        return pixels[y * width + x] & 0xFF;
    }

    /** {@return a copy of the pixels, row after row from the top, unsigned bytes} */
    public byte[] pixels() {
        return pixels.clone();
    }

    /** {@return how many pixels are not black: of a mask, its area} */
    public int area() {
        int area = 0;
        for (byte pixel : pixels) {
            area += pixel == 0 ? 0 : 1;
        }
        return area;
    }

    /** {@return the picture as an image of TYPE_BYTE_GRAY with the same samples} */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, data, 0, pixels.length);
        return image;
    }

    /** {@return the picture as the bytes of a PNG file, eight bits grey} */
    public byte[] toPng() {
        return PngEncoder.encode(width, height, pixels);
    }

    /**
     * Writes the picture as a PNG file and makes the folders above it.
     *
     * @param file where to; overwritten
     * @throws IOException where it cannot be written
     */
    public void writePng(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, toPng());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrayPicture that
                && width == that.width
                && height == that.height
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "GrayPicture[" + width + " x " + height + "]";
    }
}
