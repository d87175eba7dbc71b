package io.github.boofdice.io;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureWriterTest {
    @Test
    void whatIsWrittenIsReadBackRoundedAndLimited(@TempDir Path dir) throws IOException {
        GrayF32 canvas = new GrayF32(60, 50);
        GrayF32 picture = canvas.subimage(7, 5, 47, 37);
        picture.set(0, 0, 12.4f);
        picture.set(39, 31, 12.6f);
        picture.set(3, 4, 300);
        picture.set(4, 3, -20);
        picture.set(5, 5, Float.NaN);
        Path file = dir.resolve("die.png");

        PictureWriter.writePng(picture, file);
        GrayF32 read = PictureReader.read(file);

        assertThat(read.width).isEqualTo(40);
        assertThat(read.height).isEqualTo(32);
        assertThat(read.get(0, 0)).isEqualTo(12);
        assertThat(read.get(39, 31)).isEqualTo(13);
        assertThat(read.get(3, 4)).isEqualTo(255);
        assertThat(read.get(4, 3)).isZero();
        assertThat(read.get(5, 5)).isZero();
    }

    @Test
    void transparencyIsKept() throws IOException {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(1, 1, 0x80FF8000);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(PictureWriter.png(picture)));

        assertThat(read.getRGB(1, 1)).isEqualTo(0x80FF8000);
        assertThat(read.getRGB(0, 0) >>> 24).isZero();
    }
}
