package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.decide.Calibration;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.PictureLevels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Learns faces and a threshold from good pictures that lie in folders, one or more a face, at any angle.
 *
 * <p>Each folder is averaged; folders that show one face are joined; pictures that show another face than their folder are named and left out; each face's
 * symmetry is found; its last template is built; every picture is scored by templates that it did not help to make; pictures that score more than five robust
 * standard deviations (of the logarithm) above the middle are bad ones among the good: they are named, left out, and all is built again; the scores of the others set the threshold.
 * Nothing is printed: progress goes to a listener. Memory: about half a megabyte a picture of 128 x 128, growing with the frame's pixels.
 */
public final class Learner {
    /** Hears how far learning has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Hears of it.
         *
         * @param stage what is being done, in words
         * @param done steps of it that are done
         * @param total steps of it in all
         */
        void progress(String stage, int done, int total);
    }

    private final Progress progress;
    private final LimitMethod method;
    private final double contamination;

    /**
     * A learner by standard limits, of pictures that are all good.
     *
     * @param progress hears how far learning has come
     */
    public Learner(Progress progress) {
        this(progress, LimitMethod.STANDARD, 0);
    }

    /**
     * A learner by any limits.
     *
     * @param progress hears how far learning has come
     * @param method of the limits
     * @param contamination share of bad pictures assumed among the good, 0 &lt;= share &lt; 0.5; 0 unless the limits are robust
     */
    public Learner(Progress progress, LimitMethod method, double contamination) {
        this.progress = progress;
        this.method = method;
        this.contamination = contamination;
    }

    /**
     * Learns.
     *
     * @param samples good pictures, at least two; within a folder in the order in which they were taken
     * @param labelled whether a sample's folder tells its face; otherwise the faces are found and named group-1, group-2, ... by size
     * @param rate stated false-reject rate in (0, 1), or empty for the default, max(0.001, 1 / (n + 1))
     * @return all that inspecting needs
     * @throws IllegalArgumentException if there are fewer than two pictures
     * @throws UnlearnableException if hardly any picture can be aligned with another
     */
    public Learned learn(List<Sample> samples, boolean labelled, OptionalDouble rate) throws UnlearnableException {
        if (samples.size() < (method == LimitMethod.DIRECT ? 1 : 2)) {
            throw new IllegalArgumentException("learning needs at least two pictures but has " + samples.size());
        }
        Frame frame = medianFrame(samples);
        PictureLevels.Factory levels = new PictureLevels.Factory(frame);
        FolderAverager averager = new FolderAverager(levels);
        FaceComparison comparison = new FaceComparison(levels);

        List<Prepared> prepared = prepare(samples, levels);
        List<Learned.LeftOut> leftOut = new ArrayList<>();
        List<FaceDraft> faces;
        if (labelled) {
            faces = new FaceMerger(comparison, averager).merge(averageFolders(prepared, averager));
            leftOut.addAll(MisfiledPictures.remove(faces, levels));
            faces.removeIf(f -> f.samples.isEmpty());
        } else {
            faces = new GroupFinder(levels, averager, comparison, progress).find(prepared, leftOut);
        }

        if (faces.isEmpty()) {
            throw new UnlearnableException("none of the " + samples.size() + " pictures looks like another");
        }
        faces.forEach(f -> f.symmetry = comparison.symmetry(f.template));
        CrossFitting.Result fitted = fit(faces, levels, leftOut);
        boolean heldOut = method != LimitMethod.DIRECT && aligned(fitted) >= 2;
        if (!heldOut && method != LimitMethod.DIRECT) {
            fitted = scoreCopies(faces, levels);
        }
        if (aligned(fitted) < 2) {
            throw new UnlearnableException("hardly any of the " + samples.size()
                    + " pictures can be aligned with another; do they show the parts?");
        }
        int vouching = method == LimitMethod.DIRECT ? fitted.scores().size() : samples.size() - leftOut.size();
        double chosen = rate.orElse(Calibration.defaultRate(vouching));
        return learned(frame, faces, method, fitted, leftOut, chosen, heldOut);
    }

    private static long aligned(CrossFitting.Result fitted) {
        return fitted.scores().stream().filter(s -> Double.isFinite(s.raw())).count();
    }

    /** Scores of the face's own pictures that aligned, in the order in which they were taken. */
    private static List<CrossFitting.Scored> ownScores(int f, FaceDraft face, List<CrossFitting.Scored> scores) {
        IdentityHashMap<Prepared, CrossFitting.Scored> own = new IdentityHashMap<>();
        scores.stream().filter(s -> s.face() == f && Double.isFinite(s.raw())).forEach(s -> own.put(s.sample(), s));
        return face.samples.stream().filter(own::containsKey).map(own::get).toList();
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

    private List<Prepared> prepare(List<Sample> samples, PictureLevels.Factory levels) {
        List<Prepared> out = new ArrayList<>();
        for (Sample sample : samples) {
            GrayF32 grey = FrameFit.fit(levels.frame(), sample.grey());
            out.add(new Prepared(sample.name(), sample.folder(), grey, levels.prepare(grey)));
            progress.progress("preparing pictures", out.size(), samples.size());
        }
        return out;
    }

    private List<FaceDraft> averageFolders(List<Prepared> samples, FolderAverager averager) {
        Map<String, List<Prepared>> folders = new TreeMap<>();
        samples.forEach(
                s -> folders.computeIfAbsent(s.folder(), f -> new ArrayList<>()).add(s));
        List<FaceDraft> out = new ArrayList<>();
        folders.forEach((name, members) -> {
            out.add(averager.average(name, members));
            progress.progress("averaging folders", out.size(), folders.size());
        });
        return out;
    }

    /** Builds and scores the faces, leaves bad pictures among the good out, and begins again. */
    private CrossFitting.Result fit(
            List<FaceDraft> faces, PictureLevels.Factory levels, List<Learned.LeftOut> leftOut) {
        if (method == LimitMethod.DIRECT) {
            build(faces, levels);
            return scoreCopies(faces, levels);
        }
        if (method == LimitMethod.ROBUST) {
            // Limits that count bad pictures hide them, where several show the same: first by limits that count none.
            List<CrossFitting.Scored> first = score(faces, build(faces, levels), levels, LimitMethod.DIRECT)
                    .scores();
            IdentityHashMap<Prepared, String> suspects = SuspectPictures.outliers(first);
            SuspectPictures.highest(first, contamination).forEach(suspects::putIfAbsent);
            leftOut.addAll(SuspectPictures.remove(suspects, faces));
        }
        CrossFitting.Result fitted = score(faces, build(faces, levels), levels, method);
        IdentityHashMap<Prepared, String> suspects = SuspectPictures.outliers(fitted.scores());
        if (suspects.isEmpty()) {
            return fitted;
        }
        leftOut.addAll(SuspectPictures.remove(suspects, faces));
        return score(faces, build(faces, levels), levels, method);
    }

    private List<AlignedStack> build(List<FaceDraft> faces, PictureLevels.Factory levels) {
        FaceBuilder builder = new FaceBuilder(levels, method);
        List<AlignedStack> stacks = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            stacks.add(builder.build(faces.get(f)));
            progress.progress("building templates", f + 1, faces.size());
        }
        return stacks;
    }

    /** Where nothing can be held out. */
    private CrossFitting.Result scoreCopies(List<FaceDraft> faces, PictureLevels.Factory levels) {
        return new DirectFitting(levels).score(faces, face -> progress.progress("scoring copies", face, faces.size()));
    }

    private CrossFitting.Result score(
            List<FaceDraft> faces, List<AlignedStack> stacks, PictureLevels.Factory levels, LimitMethod by) {
        return new CrossFitting(levels)
                .score(
                        faces,
                        stacks,
                        by,
                        pass -> progress.progress("scoring held-out pictures", pass, 2 * Folds.COUNT));
    }

    private static Learned learned(
            Frame frame,
            List<FaceDraft> faces,
            LimitMethod method,
            CrossFitting.Result fitted,
            List<Learned.LeftOut> leftOut,
            double rate,
            boolean heldOut) {
        List<CrossFitting.Scored> scores = fitted.scores();
        double scale = CrossFitting.scale(scores);
        double[] scaled = Arrays.stream(CrossFitting.forCalibration(scores))
                .map(raw -> raw / scale)
                .filter(Double::isFinite)
                .toArray();
        List<LearnedFace> out = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            FaceDraft face = faces.get(f);
            List<CrossFitting.Scored> own = heldOut ? ownScores(f, face, scores) : List.of();
            double gain = CrossFitting.typicalGain(own);
            out.add(new LearnedFace(
                    face.template,
                    fitted.limits().get(f),
                    face.folders.stream().sorted().toList(),
                    face.samples.size(),
                    scale,
                    gain,
                    own.stream().map(s -> s.traits(scale, gain, face.template)).toList()));
        }
        out.sort(Comparator.comparing(f -> f.template().name()));
        int failed = scores.size() - scaled.length;
        return new Learned(
                Learned.THIS_VERSION, frame, out, new Calibration(scaled, failed, rate, heldOut), method, leftOut);
    }
}
