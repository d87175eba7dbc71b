package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrayPictureTest {

    @Property(tries = 200, seed = "20240601")
    void pngHoldsEveryPixel(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 256) int levels)
            throws IOException {
        GrayPicture picture = random(width, height, seed, levels);
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.toPng()));
        assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(decoded.getWidth()).isEqualTo(width);
        assertThat(decoded.getHeight()).isEqualTo(height);
        BufferedImage direct = picture.toBufferedImage();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(decoded.getRaster().getSample(x, y, 0)).isEqualTo(picture.get(x, y));
                assertThat(direct.getRaster().getSample(x, y, 0)).isEqualTo(picture.get(x, y));
            }
        }
    }

    @Test
    void fileHoldsThePicture(@TempDir Path folder) throws IOException {
        GrayPicture picture = random(30, 20, 4, 256);
        Path file = folder.resolve("new/folder/picture.png");
        picture.writePng(file);
        assertThat(GrayPicture.read(file)).isEqualTo(picture).hasSameHashCodeAs(picture);
    }

    @Test
    void pixelsAreCopiedBothWays() {
        byte[] pixels = {1, 2, 3, 4};
        GrayPicture picture = GrayPicture.of(2, 2, pixels);
        pixels[0] = 9;
        picture.pixels()[1] = 9;
        assertThat(picture.pixels()).containsExactly(1, 2, 3, 4);
        assertThat(picture.area()).isEqualTo(4);
    }

    @Test
    void wrongPixelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayPicture.of(3, 2, new byte[5]))
                .withMessage("5 pixels are given for a picture of 3 x 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> GrayPicture.of(3, 2, new byte[6]).get(3, 0))
                .withMessage("(3, 0) lies outside a picture of 3 x 2");
    }

    @Test
    void filesThatAreNoGreyPicturesAreNamed(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        assertThatIOException().isThrownBy(() -> GrayPicture.read(text)).withMessage(text + ": not a picture");
        Path colour = folder.resolve("colour.png");
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", colour.toFile());
        assertThatIOException()
                .isThrownBy(() -> GrayPicture.read(colour))
                .withMessage(colour + ": not a grey picture of eight bits a pixel");
    }

    private static GrayPicture random(int width, int height, long seed, int levels) {
        SeededRandom random = new SeededRandom(seed);
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.below(levels);
        }
        return GrayPicture.of(width, height, pixels);
    }
}
