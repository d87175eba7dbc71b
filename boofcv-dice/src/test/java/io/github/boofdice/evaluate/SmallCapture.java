package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.align.AlignmentStatus;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/** Writes small labelled folders, and judges their pictures by brightness: the brighter, the more anomalous. */
final class SmallCapture {
    private SmallCapture() {}

    /** A 32 x 32 picture whose left half has the grey level and whose right half is black. */
    static Path picture(Path dir, String file, int level) throws IOException {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 16; x++) {
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        Path path = dir.resolve(file);
        Files.createDirectories(path.getParent());
        ImageIO.write(image, "png", path.toFile());
        return path;
    }

    /** The grey level of the left half, whichever way the picture was turned. */
    static int level(GrayF32 picture) {
        float brightest = 0;
        for (float value : picture.data) {
            brightest = Math.max(brightest, value);
        }
        return Math.round(brightest);
    }

    /** Calls anomalous what has a level above 100; knows the fingerprints it is given. */
    static Inspector byBrightness(Set<FileFingerprint> learned) {
        return new Inspector() {
            @Override
            public Inspection inspect(GrayF32 picture) {
                int level = level(picture);
                return new Inspection(
                        level > 100 ? Verdict.ANOMALOUS : Verdict.NORMAL,
                        level / 100.0,
                        1 - level / 255.0,
                        "00",
                        1,
                        new Pose(0, 0, 0),
                        AlignmentStatus.CONVERGED,
                        0,
                        1,
                        new GrayF32(picture.width, picture.height),
                        List.of(),
                        List.of());
            }

            @Override
            public boolean learnedFrom(FileFingerprint file) {
                return learned.contains(file);
            }
        };
    }
}
