package io.github.boofdice.cli;

import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes the files that users give by mistake, and pictures of unusual kinds. */
final class BadPictures {
    private BadPictures() {}

    static Path text(Path dir) throws IOException {
        return Files.writeString(dir.resolve("text.jpg"), "dear diary");
    }

    static Path empty(Path dir) throws IOException {
        return Files.write(dir.resolve("empty.png"), new byte[0]);
    }

    static Path truncatedJpeg(Path dir) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ImageIO.write(die(), "jpg", whole);
        byte[] bytes = whole.toByteArray();
        return Files.write(dir.resolve("truncated.jpg"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    static Path tiny(Path dir) throws IOException {
        return png(dir, "tiny.png", new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
    }

    /** A PNG whose header promises 20,000 x 20,000 pixels; they never come. */
    static Path huge(Path dir) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream ihdr = new DataOutputStream(header);
        ihdr.writeBytes("IHDR");
        ihdr.writeInt(20_000);
        ihdr.writeInt(20_000);
        ihdr.write(new byte[] {8, 0, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        return Files.write(dir.resolve("huge.png"), bytes.toByteArray());
    }

    static Path cmyk(Path dir) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 128, 128, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Path file = dir.resolve("cmyk.jpg");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return file;
    }

    static Path flat(Path dir, String name, int level) throws IOException {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        return png(dir, name, image);
    }

    /** A good die of the sample pictures as a picture of another {@code BufferedImage.TYPE_*}. */
    static Path converted(Path dir, String name, int type) throws IOException {
        BufferedImage die = die();
        BufferedImage image = new BufferedImage(die.getWidth(), die.getHeight(), type);
        for (int y = 0; y < die.getHeight(); y++) {
            for (int x = 0; x < die.getWidth(); x++) {
                int grey = die.getRaster().getSample(x, y, 0);
                if (type == BufferedImage.TYPE_USHORT_GRAY) {
                    image.getRaster().setSample(x, y, 0, grey * 257);
                } else {
                    image.setRGB(x, y, 0xff000000 | grey * 0x010101);
                }
            }
        }
        return png(dir, name, image);
    }

    private static BufferedImage die() throws IOException {
        return ImageIO.read(SamplePictures.normal().get(0).toFile());
    }

    private static Path png(Path dir, String name, BufferedImage image) throws IOException {
        Path file = dir.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
