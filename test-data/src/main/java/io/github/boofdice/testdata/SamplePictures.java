package io.github.boofdice.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the committed folder of pictures, from whichever module's folder a test runs in.
 *
 * <p>The system property {@value #PROPERTY} names the folder; without it, it is {@code test-data/pictures} in the
 * working directory or in the nearest folder above that has it.
 */
public final class SamplePictures {
    /** The system property that names the folder of pictures. */
    public static final String PROPERTY = "dice.testData";

    private SamplePictures() {}

    /**
     * {@return the folder that holds learn, judge and masks; an absolute path}
     *
     * @throws IllegalStateException where it is not found, with what was tried
     */
    public static Path root() {
        return root(System.getProperty(PROPERTY), Path.of(""));
    }

    static Path root(@Nullable String named, Path start) {
        if (named != null) {
            Path root = Path.of(named).toAbsolutePath().normalize();
            if (!Files.isDirectory(root.resolve("learn"))) {
                throw new IllegalStateException(
                        "system property " + PROPERTY + " is \"" + named + "\" but that folder holds no folder learn");
            }
            return root;
        }
        Path absolute = start.toAbsolutePath().normalize();
        for (Path folder = absolute; folder != null; folder = folder.getParent()) {
            Path root = folder.resolve("test-data").resolve("pictures");
            if (Files.isDirectory(root.resolve("learn"))) {
                return root;
            }
        }
        throw new IllegalStateException("no test-data/pictures in " + absolute
                + " nor above; run within the repository, or name the folder with -D" + PROPERTY + "=DIR");
    }

    /** {@return the folder of good pictures to learn from, with a subfolder for each face} */
    public static Path learn() {
        return root().resolve("learn");
    }

    /** {@return the folder of pictures to be judged, with the subfolders normal and anomalous} */
    public static Path judge() {
        return root().resolve("judge");
    }

    /**
     * {@return the good pictures to learn from of one face, sorted}
     *
     * @param face which one
     */
    public static List<Path> learn(Face face) {
        return list(learn().resolve(face.folder()));
    }

    /** {@return the good pictures to be judged, of all faces, sorted} */
    public static List<Path> normal() {
        return list(judge().resolve("normal"));
    }

    /** {@return the pictures of dice with a defect, sorted} */
    public static List<Path> anomalous() {
        return list(judge().resolve("anomalous"));
    }

    /**
     * {@return the mask that belongs to a picture of {@link #anomalous()}}
     *
     * @param anomalous the picture
     */
    public static Path mask(Path anomalous) {
        return root().resolve("masks").resolve(anomalous.getFileName());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".png"))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
