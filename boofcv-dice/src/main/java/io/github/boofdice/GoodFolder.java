package io.github.boofdice;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.learn.Learned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A folder of good pictures, read.
 *
 * @param pictures sorted by path, scaled down to the largest frame where they are larger
 * @param fingerprints of their files, by name
 * @param unreadable files that are no pictures
 */
record GoodFolder(
        List<GoodPicture> pictures, Map<String, FileFingerprint> fingerprints, List<Learned.LeftOut> unreadable) {
    /**
     * Reads all of it.
     *
     * @param dir holds one subfolder a pose or face, or a subfolder {@code normal} that holds those
     * @throws LearningException if there is no such folder or it holds no pictures
     * @throws IOException if it cannot be searched
     */
    static GoodFolder read(Path dir, ProgressListener progress) throws IOException {
        if (!Files.isDirectory(dir)) {
            throw new LearningException(dir + ": no such folder");
        }
        Path root = Files.isDirectory(dir.resolve("normal")) ? dir.resolve("normal") : dir;
        List<Path> files = PictureFolder.list(root);
        if (files.isEmpty()) {
            throw new LearningException(dir + ": holds no pictures");
        }
        List<GoodPicture> pictures = new ArrayList<>();
        Map<String, FileFingerprint> fingerprints = new HashMap<>();
        List<Learned.LeftOut> unreadable = new ArrayList<>();
        int done = 0;
        for (Path file : files) {
            String name = PictureFolder.name(dir, file);
            try {
                PictureFile read = PictureFile.read(file);
                fingerprints.put(name, read.fingerprint());
                pictures.add(
                        new GoodPicture(name, folderName(root, file), FrameFit.atMost(Frame.MAX_SIDE, read.picture())));
            } catch (PictureException e) {
                unreadable.add(Learned.LeftOut.unreadable(name, e.reason()));
            }
            progress.progress("reading pictures", ++done, files.size());
        }
        return new GoodFolder(pictures, fingerprints, unreadable);
    }

    private static String folderName(Path root, Path file) {
        Path parent = Objects.requireNonNull(file.getParent());
        return parent.equals(root)
                ? String.valueOf(root.toAbsolutePath().normalize().getFileName())
                : PictureFolder.name(root, parent);
    }
}
