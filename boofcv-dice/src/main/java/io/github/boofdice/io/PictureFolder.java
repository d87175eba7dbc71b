package io.github.boofdice.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the pictures below a folder, in an order that is the same on every machine. */
public final class PictureFolder {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff");

    private PictureFolder() {}

    /**
     * Lists the pictures in a folder and in all folders below it. Only names are looked at, no file is opened; links to
     * folders are not followed.
     *
     * @param folder the folder to search
     * @return the pictures as {@code folder} resolved them, sorted by path string with '/' as separator (by UTF-16 unit, so
     *     capitals before small letters); empty where there is none; not modifiable
     * @throws IOException if the folder does not exist, is not a folder, or cannot be searched
     */
    public static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            throw new IOException(folder + ": no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": not a folder");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(PictureFolder::isPicture)
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(PictureFolder::key))
                    .toList();
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw new IOException(folder + ": cannot be searched (" + cause.getMessage() + ")", cause);
        }
    }

    /**
     * Tells by its name alone whether a file is taken for a picture.
     *
     * @param file any path; need not exist
     * @return true if the name ends, in capitals or small letters, in .jpg, .jpeg, .png, .bmp, .gif, .tif or .tiff
     */
    public static boolean isPicture(Path file) {
        Path last = file.getFileName();
        if (last == null) {
            return false;
        }
        String name = last.toString();
        int dot = name.lastIndexOf('.');
        // Locale.ROOT: in a Turkish locale "GIF" would become "gıf".
        return dot >= 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * Names a file below a folder.
     *
     * @param folder the folder
     * @param file a path below it, as {@link #list} found it
     * @return the path from the folder to the file, with '/' between the parts
     */
    public static String name(Path folder, Path file) {
        return key(folder.relativize(file));
    }

    private static String key(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
