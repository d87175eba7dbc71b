package io.github.boofdice.cli;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.ModelFuzz;
import io.github.boofdice.io.PictureFuzz;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of tiny pictures and models, good ones and damaged ones, that can be put back as it was. */
final class FuzzFolder implements AutoCloseable {
    /** So many models and so many pictures are damaged. */
    static final int DAMAGED = 8;

    private final Path folder;
    private final Map<Path, byte[]> files = new HashMap<>();
    private final Set<Path> folders = new HashSet<>();

    /** Writes the folder. */
    FuzzFolder() throws IOException {
        folder = Files.createTempDirectory("boofcv-dice");
        for (String good : List.of("good", "labelled/normal")) {
            for (Face face : List.of(Face.FOUR, Face.SIX)) {
                for (int i = 0; i < 4; i++) {
                    DiceRenderer.render(Scenes.good(i, face), 32)
                            .writePng(
                                    folder.resolve(good).resolve(face.folder()).resolve(i + ".png"));
                }
            }
        }
        DiceRenderer.render(Scenes.good(9, Face.SIX), 32).writePng(folder.resolve("labelled/anomalous/six.png"));
        GrayF32 mask = new GrayF32(32, 32);
        for (int i = 0; i < 60; i++) {
            mask.set(12 + i % 6, 10 + i / 6, 255);
        }
        PictureWriter.writePng(mask, folder.resolve("mask.png"));
        Files.writeString(folder.resolve("polygons"), "# two\n3,3\n20,4.5\n12,28\n\n16,16\n30,16\n30,30\n");
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("out"));
        Run learned = Run.of("learn", folder.resolve("good"), "--model", folder.resolve("small.model"));
        if (learned.code() != Main.OK) {
            throw new IllegalStateException(learned.err());
        }
        byte[] model = Files.readAllBytes(folder.resolve("small.model"));
        Files.write(folder.resolve("cut.model"), Arrays.copyOf(model, model.length / 2));
        ModelFuzz models = new ModelFuzz();
        PictureFuzz pictures = new PictureFuzz();
        for (int i = 0; i < DAMAGED; i++) {
            Files.write(folder.resolve("damaged" + i + ".model"), models.make(i));
            Files.write(folder.resolve("damaged" + i + ".png"), pictures.make(i));
        }
        Files.writeString(
                folder.resolve("arguments"), "inspect\n--model \"" + slashed("small.model") + "\"\n--json good");
        Files.writeString(folder.resolve("recursive"), "info @" + slashed("recursive") + " --json");
        Files.write(folder.resolve("binary"), Arrays.copyOf(model, 300));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.toList()) {
                if (Files.isDirectory(file)) {
                    folders.add(file);
                } else {
                    files.put(file, Files.readAllBytes(file));
                }
            }
        }
    }

    /** What stands for a file's path on a command line. */
    String slashed(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    /** Puts back what was written over, and takes away what is new. */
    void restore() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!files.containsKey(file) && !folders.contains(file)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!Files.exists(file.getKey()) || !Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
