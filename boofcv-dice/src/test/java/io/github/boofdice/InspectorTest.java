package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.ImageBase;
import boofcv.struct.image.Planar;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.io.PictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever form a picture comes in, the same grey levels are judged. */
class InspectorTest {
    /** Scores the grey level of the pixel (5, 7). */
    private static final Inspector ONE_PIXEL = picture -> new Inspection(
            Verdict.NORMAL,
            picture.get(5, 7),
            0.5,
            "00",
            1,
            new Pose(0, 0, 0),
            AlignmentStatus.CONVERGED,
            0,
            1,
            new GrayF32(picture.width, picture.height),
            List.of(),
            List.of());

    @Test
    void everyFormOfAPictureIsJudgedByItsGreyLevels(@TempDir Path dir) throws IOException {
        GrayU8 grey = new GrayU8(40, 32);
        grey.set(5, 7, 100);
        Planar<GrayU8> colour = new Planar<>(GrayU8.class, 40, 32, 3);
        for (int band = 0; band < 3; band++) {
            colour.getBand(band).set(5, 7, 100);
        }
        BufferedImage awt = new BufferedImage(40, 32, BufferedImage.TYPE_BYTE_GRAY);
        awt.getRaster().setSample(5, 7, 0, 100);
        Path file = dir.resolve("die.png");
        ImageIO.write(awt, "png", file.toFile());

        assertThat(ONE_PIXEL.inspect(grey).score()).isEqualTo(100);
        assertThat(ONE_PIXEL.inspect(colour).score()).isCloseTo(100, within(1e-3));
        assertThat(ONE_PIXEL.inspect(awt).score()).isEqualTo(100);
        assertThat(ONE_PIXEL.inspect(file).score()).isEqualTo(100);
    }

    @Test
    void aGreyFloatPictureIsJudgedAsItIsAlsoBehindItsBaseType() {
        GrayF32 picture = new GrayF32(40, 32);
        picture.set(5, 7, 12.5f);
        ImageBase<?> base = picture;

        assertThat(ONE_PIXEL.inspect(base).score()).isEqualTo(12.5);
    }

    @Test
    void aFileThatIsNoPictureIsNamed(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("text.jpg"), "text");

        assertThatThrownBy(() -> ONE_PIXEL.inspect(file))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith(file + ": ");
    }

    @Test
    void anInspectorThatKeepsNoFingerprintsHasLearnedFromNothing() {
        assertThat(ONE_PIXEL.learnedFrom(new FileFingerprint(1))).isFalse();
    }
}
