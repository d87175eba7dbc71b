package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import io.github.boofdice.io.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that holds pictures of good dice below {@code normal/} and of bad ones below {@code anomalous/}.
 *
 * @param normal the pictures below {@code normal/}, at any depth, sorted by path; may be empty
 * @param anomalous the pictures below {@code anomalous/}, at any depth, sorted by path; may be empty
 */
public record LabelledFolder(List<LabelledPicture> normal, List<LabelledPicture> anomalous) {
    /** Copies the lists. */
    public LabelledFolder {
        normal = List.copyOf(normal);
        anomalous = List.copyOf(anomalous);
    }

    /**
     * Lists the pictures; opens none of them.
     *
     * @param dir the folder
     * @return its pictures
     * @throws EvaluationException when there is no such folder or it holds no picture below either of the two
     * @throws IOException when it cannot be searched
     */
    public static LabelledFolder of(Path dir) throws IOException {
        if (!Files.isDirectory(dir)) {
            throw new EvaluationException(dir + (Files.exists(dir) ? ": not a folder" : ": no such folder"));
        }
        LabelledFolder folder =
                new LabelledFolder(list(dir, "normal", Verdict.NORMAL), list(dir, "anomalous", Verdict.ANOMALOUS));
        if (folder.normal.isEmpty() && folder.anomalous.isEmpty()) {
            throw new EvaluationException(dir + ": holds no pictures below normal/ or anomalous/");
        }
        return folder;
    }

    /**
     * All pictures, the normal ones first.
     *
     * @return both lists as one
     */
    public List<LabelledPicture> pictures() {
        List<LabelledPicture> all = new ArrayList<>(normal);
        all.addAll(anomalous);
        return all;
    }

    private static List<LabelledPicture> list(Path dir, String part, Verdict truth) throws IOException {
        Path folder = dir.resolve(part);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String separator = dir.getFileSystem().getSeparator();
        List<LabelledPicture> pictures = new ArrayList<>();
        for (Path path : PictureFolder.list(folder)) {
            String file = dir.relativize(path).toString().replace(separator, "/");
            pictures.add(new LabelledPicture(path, file, file.substring(0, file.lastIndexOf('/')), truth));
        }
        return pictures;
    }
}
