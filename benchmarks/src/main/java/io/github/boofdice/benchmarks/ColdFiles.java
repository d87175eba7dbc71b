package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.imageio.ImageIO;
import org.opencv.core.Core;

/**
 * What a program that is started afresh finds on the disk: a learned model for ours, the same templates and OpenCV's library for the peer, a picture for both.
 *
 * @param folder of the peer's templates
 */
record ColdFiles(Path model, Path folder, Path library, Path picture) {
    static final Face FACE = Face.values()[5];

    private static final long SEED = 1_500_000;

    /** Writes them into an empty folder. */
    static ColdFiles in(Path folder) throws IOException {
        DrawnDice dice = DrawnDice.six();
        Path model = folder.resolve("dice.model");
        dice.inspector().save(model);
        List<String> names = new ArrayList<>();
        for (LearnedFace face : dice.learned().faces()) {
            Template template = face.template();
            names.add(template.name());
            write(template.grey(), folder.resolve(template.name() + ColdPeer.MEAN));
            write(
                    overSpread(template, PixelDisc.scored(dice.learned().frame())),
                    folder.resolve(template.name() + ColdPeer.OVER_SPREAD));
        }
        Files.write(folder.resolve(ColdPeer.LIST), names);
        Path picture = folder.resolve("picture.jpg");
        ImageIO.write(DiceRenderer.render(Scenes.good(SEED, FACE)).toBufferedImage(), "jpg", picture.toFile());
        return new ColdFiles(model, folder, unpacked(folder), picture);
    }

    private static GrayF32 overSpread(Template template, PixelDisc scored) {
        GrayF32 out = template.grey().createSameShape();
        for (int i = 0; i < scored.size(); i++) {
            int at = scored.index(i);
            out.data[at] = 2 / (template.spreadLight().data[at] + template.spreadDark().data[at]);
        }
        return out;
    }

    private static void write(GrayF32 plane, Path file) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * plane.width * plane.height).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                bytes.putFloat(plane.get(x, y));
            }
        }
        Files.write(file, bytes.array());
    }

    /** The library for this system, out of OpenCV's jar. */
    private static Path unpacked(Path folder) throws IOException {
        String name = System.mapLibraryName(Core.NATIVE_LIBRARY_NAME);
        String architecture =
                System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64") ? "ARMv8" : "x86_64";
        try (JarFile jar = new JarFile(jarOf(nu.pattern.OpenCV.class).toFile())) {
            ZipEntry entry = jar.stream()
                    .filter(one -> one.getName().endsWith("/" + architecture + "/" + name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("OpenCV's jar has no " + name + " for " + architecture));
            Path library = folder.resolve(name);
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, library);
            }
            return library;
        }
    }

    /** The jar or folder that a class was loaded from. */
    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path without a place", e);
        }
    }
}
