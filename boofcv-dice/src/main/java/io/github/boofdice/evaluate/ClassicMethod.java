package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.LearningException;
import io.github.boofdice.PictureFile;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.Verdict;
import io.github.boofdice.classic.DifferenceMethod;
import io.github.boofdice.classic.DifferenceResult;
import io.github.boofdice.classic.RunningAverage;
import io.github.boofdice.io.GrayJpeg;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.io.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The seed project's difference method, learned as the seed learned it: one running average a folder of good pictures, once through a
 * JPEG of quality 95, and the thresholds that the seed published, which were chosen on 128 x 128 pictures of upright dice.
 *
 * <p>It neither aligns nor resizes: all pictures, learned and judged, must be of one size. It leaves no good picture out, and a
 * face that no folder shows is to it a bad one.
 */
public final class ClassicMethod implements Method {
    private static final int JPEG_QUALITY = 95;

    private final DifferenceMethod method;
    private final Set<FileFingerprint> sources;

    private ClassicMethod(Templates templates, Set<FileFingerprint> sources, String from) throws LearningException {
        List<GrayU8> averages = templates.finished();
        if (averages.size() < 2) {
            throw new LearningException(from + ": shows " + averages.size()
                    + " pose(s), but the classic method compares a picture with at least 2: give one subfolder a pose");
        }
        method = new DifferenceMethod(averages);
        this.sources = Set.copyOf(sources);
    }

    /**
     * Learns from a folder.
     *
     * @param dir holds one subfolder a pose with good pictures in it, or a subfolder {@code normal} that holds those; files that
     *     cannot be read are left out without a word
     * @param progress hears how many pictures are done
     * @return the method
     * @throws LearningException when there is no such folder, it shows fewer than two poses, or its pictures differ in size
     * @throws IOException when the folder cannot be searched
     */
    public static ClassicMethod learn(Path dir, ProgressListener progress) throws IOException {
        if (!Files.isDirectory(dir)) {
            throw new LearningException(dir + ": no such folder");
        }
        Path root = Files.isDirectory(dir.resolve("normal")) ? dir.resolve("normal") : dir;
        List<Path> files = PictureFolder.list(root);
        Templates templates = new Templates();
        Set<FileFingerprint> sources = new HashSet<>();
        int done = 0;
        for (Path file : files) {
            try {
                PictureFile read = PictureFile.read(file);
                sources.add(read.fingerprint());
                templates.add(file.toString(), String.valueOf(file.getParent()), read.picture());
            } catch (PictureException e) {
                // The inspector that learns beside this one names it.
            }
            progress.progress("averaging for the classic method", ++done, files.size());
        }
        return new ClassicMethod(templates, sources, dir.toString());
    }

    /**
     * Learns from pictures in memory.
     *
     * @param pictures good pictures of one size, within a folder in file-name order
     * @return the method; it does not know the files that it was learned from
     * @throws LearningException when they show fewer than two poses or differ in size
     */
    public static ClassicMethod learn(List<GoodPicture> pictures) throws LearningException {
        Templates templates = new Templates();
        for (GoodPicture picture : pictures) {
            templates.add(picture.name(), picture.folder(), picture.picture());
        }
        return new ClassicMethod(templates, Set.of(), "the list of good pictures");
    }

    @Override
    public String name() {
        return "classic";
    }

    @Override
    public Judgement judge(GrayF32 picture) {
        DifferenceResult found = inspect(picture);
        return new Judgement(found.anomalous() ? Verdict.ANOMALOUS : Verdict.NORMAL, found.score());
    }

    @Override
    public String explain(GrayF32 picture) {
        DifferenceResult found = inspect(picture);
        return String.format(
                Locale.ROOT,
                "%,d px differ widely from the nearest template, %,d from the farthest: ratio %s, normal below %s;"
                        + " %,d and %,d are far brighter: ratio %s, normal below %s",
                least(found.absDiff()),
                most(found.absDiff()),
                ratio(found.result()),
                DifferenceMethod.RESULT_THRESHOLD,
                least(found.subtract()),
                most(found.subtract()),
                ratio(found.result2()),
                DifferenceMethod.RESULT2_THRESHOLD);
    }

    @Override
    public boolean learnedFrom(FileFingerprint file) {
        return sources.contains(file);
    }

    private DifferenceResult inspect(GrayF32 picture) {
        return method.inspect(GrayPictures.toGrayU8(picture));
    }

    private static int least(int[] counts) {
        return Arrays.stream(counts).min().orElseThrow();
    }

    private static int most(int[] counts) {
        return Arrays.stream(counts).max().orElseThrow();
    }

    private static String ratio(double measure) {
        return Double.isNaN(measure) ? "0/0" : String.format(Locale.ROOT, "%.4f", measure);
    }

    /** One running average a folder, all of the first picture's size. */
    private static final class Templates {
        private final Map<String, RunningAverage> averages = new TreeMap<>();
        private int width;
        private int height;

        void add(String name, String folder, GrayF32 picture) throws LearningException {
            if (averages.isEmpty()) {
                width = picture.width;
                height = picture.height;
            } else if (picture.width != width || picture.height != height) {
                throw new LearningException(name + ": is " + picture.width + " x " + picture.height + " but others are "
                        + width + " x " + height + ", and the classic method needs pictures of one size");
            }
            averages.computeIfAbsent(folder, key -> new RunningAverage()).add(GrayPictures.toGrayU8(picture));
        }

        List<GrayU8> finished() {
            return averages.values().stream()
                    .map(average -> GrayJpeg.roundTrip(average.average(), JPEG_QUALITY))
                    .toList();
        }
    }
}
