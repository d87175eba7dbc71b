package io.github.boofdice.learn;

import io.github.boofdice.decide.Calibration;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.PictureLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Learns faces and a threshold from good pictures that lie in folders, one or more a face, at any angle.
 *
 * <p>Each folder is averaged; folders that show one face are joined; pictures that show another face than their folder are named and left out; each face's
 * symmetry is found; its last template is built; every picture is scored by templates that it did not help to make; the scores set the threshold. Nothing
 * is printed: progress goes to a listener.
 */
public final class Learner {
    /** Hears how far learning has come. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code total} steps of {@code stage} are done. */
        void progress(String stage, int done, int total);
    }

    private static final int FOLDS = 5;
    /** Robust standard deviations of the log score beyond which a picture is not one of the good ones. */
    private static final double OUTLIER_SPREADS = 5;

    private final Progress progress;

    /** @param progress hears how far learning has come */
    public Learner(Progress progress) {
        this.progress = progress;
    }

    /**
     * Learns.
     *
     * @param samples good pictures, at least two; within a folder in the order in which they were taken
     * @param rate stated false-reject rate in (0, 1), or empty for the default, max(0.001, 1 / (n + 1))
     * @throws IllegalArgumentException if there are fewer than two pictures
     */
    public Learned learn(List<Sample> samples, OptionalDouble rate) {
        if (samples.size() < 2) {
            throw new IllegalArgumentException("learning needs at least two pictures but has " + samples.size());
        }
        Frame frame = medianFrame(samples);
        PictureLevels.Factory levels = new PictureLevels.Factory(frame);
        FolderAverager averager = new FolderAverager(levels);
        FaceComparison comparison = new FaceComparison(levels);

        List<FaceDraft> folders = averageFolders(prepare(samples, levels), averager);
        List<FaceDraft> faces = new FaceMerger(comparison, averager).merge(folders);
        List<Learned.LeftOut> leftOut = new ArrayList<>(MisfiledPictures.remove(faces, levels));
        faces.removeIf(f -> f.samples.isEmpty());

        faces.forEach(f -> f.symmetry = comparison.symmetry(f.template));
        List<CrossFitting.Scored> scores = buildAndScore(faces, levels);
        List<CrossFitting.Scored> outliers = outliers(scores, faces.size());
        if (!outliers.isEmpty()) {
            outliers.forEach(o -> leftOut.add(leaveOut(o, faces)));
            faces.removeIf(f -> f.samples.isEmpty());
            scores = buildAndScore(faces, levels);
        }
        return learned(frame, faces, scores, leftOut, rate);
    }

    private static Frame medianFrame(List<Sample> samples) {
        int width = median(samples, s -> s.grey().width);
        int height = median(samples, s -> s.grey().height);
        double scale = Math.min(1, Frame.MAX_SIDE / (double) Math.max(width, height));
        return new Frame(Math.max(32, (int) Math.round(width * scale)), Math.max(32, (int) Math.round(height * scale)));
    }

    private static int median(List<Sample> samples, ToIntFunction<Sample> side) {
        int[] sorted = samples.stream().mapToInt(side).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Map<String, List<Prepared>> prepare(List<Sample> samples, PictureLevels.Factory levels) {
        Map<String, List<Sample>> folders = new TreeMap<>();
        samples.forEach(
                s -> folders.computeIfAbsent(s.folder(), f -> new ArrayList<>()).add(s));
        Map<String, List<Prepared>> out = new TreeMap<>();
        int done = 0;
        for (Map.Entry<String, List<Sample>> folder : folders.entrySet()) {
            List<Prepared> prepared = new ArrayList<>();
            int n = folder.getValue().size();
            for (int i = 0; i < n; i++) {
                Sample sample = folder.getValue().get(i);
                var grey = FrameFit.fit(levels.frame(), sample.grey());
                prepared.add(new Prepared(sample.name(), i * FOLDS / Math.max(n, FOLDS), grey, levels.prepare(grey)));
                progress.progress("preparing pictures", ++done, samples.size());
            }
            out.put(folder.getKey(), prepared);
        }
        return out;
    }

    private List<FaceDraft> averageFolders(Map<String, List<Prepared>> folders, FolderAverager averager) {
        List<FaceDraft> out = new ArrayList<>();
        folders.forEach((name, samples) -> {
            out.add(averager.average(name, samples));
            progress.progress("averaging folders", out.size(), folders.size());
        });
        return out;
    }

    private List<CrossFitting.Scored> buildAndScore(List<FaceDraft> faces, PictureLevels.Factory levels) {
        FaceBuilder builder = new FaceBuilder(levels, FOLDS);
        List<AlignedStack> stacks = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            stacks.add(builder.build(faces.get(f)));
            progress.progress("building templates", f + 1, faces.size());
        }
        return new CrossFitting(levels, FOLDS)
                .score(faces, stacks, fold -> progress.progress("scoring held-out pictures", fold, FOLDS));
    }

    /** Pictures whose scaled score stands far beyond all others: bad ones among the good. */
    private static List<CrossFitting.Scored> outliers(List<CrossFitting.Scored> scores, int faces) {
        double[] scales = CrossFitting.scales(scores, faces);
        double[] logs = scores.stream()
                .mapToDouble(s -> Math.log(s.raw() / scales[s.face()]))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (logs.length < 20) {
            return List.of();
        }
        double middle = logs[logs.length / 2];
        double[] away =
                Arrays.stream(logs).map(v -> Math.abs(v - middle)).sorted().toArray();
        double limit = middle + OUTLIER_SPREADS * 1.4826 * away[away.length / 2];
        return scores.stream()
                .filter(s -> Math.log(s.raw() / scales[s.face()]) > limit)
                .toList();
    }

    private static Learned.LeftOut leaveOut(CrossFitting.Scored outlier, List<FaceDraft> faces) {
        for (FaceDraft face : faces) {
            int i = face.samples.indexOf(outlier.sample());
            if (i >= 0) {
                face.remove(i);
            }
        }
        return new Learned.LeftOut(outlier.sample().name(), "looks unlike the other pictures of its face");
    }

    private static Learned learned(
            Frame frame,
            List<FaceDraft> faces,
            List<CrossFitting.Scored> scores,
            List<Learned.LeftOut> leftOut,
            OptionalDouble rate) {
        double[] scales = CrossFitting.scales(scores, faces.size());
        double[] scaled = scores.stream()
                .mapToDouble(s -> s.raw() / scales[s.face()])
                .filter(Double::isFinite)
                .toArray();
        List<LearnedFace> out = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            FaceDraft face = faces.get(f);
            out.add(new LearnedFace(
                    face.template, face.folders.stream().sorted().toList(), face.samples.size(), scales[f]));
        }
        out.sort(Comparator.comparing(f -> f.template().name()));
        int failed = scores.size() - scaled.length;
        return new Learned(
                frame,
                out,
                new Calibration(scaled, failed, rate.orElse(Calibration.defaultRate(scores.size()))),
                leftOut);
    }
}
