package io.github.boofdice.learn;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores every good picture by templates that it did not help to make, in contiguous folds. */
final class CrossFitting {
    /** Raw score of one picture of one face; NaN where it did not align. */
    record Scored(int face, Prepared sample, double raw) {}

    private final PictureLevels.Factory levels;
    private final int folds;

    CrossFitting(PictureLevels.Factory levels, int folds) {
        this.levels = levels;
        this.folds = folds;
    }

    /** Scores all pictures of all faces; {@code progress} takes how many folds are done. */
    List<Scored> score(List<FaceDraft> faces, List<AlignedStack> stacks, java.util.function.IntConsumer progress) {
        List<Scored> out = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<Template> templates = new ArrayList<>();
            for (int f = 0; f < faces.size(); f++) {
                templates.add(stacks.get(f)
                        .templateWithout(fold, faces.get(f).template.name()));
            }
            Aligner aligner = new Aligner(templates, levels);
            List<FaceScorer> scorers = templates.stream()
                    .map(t -> new FaceScorer(t, levels.frame()))
                    .toList();
            for (int f = 0; f < faces.size(); f++) {
                for (Prepared sample : faces.get(f).samples) {
                    if (sample.fold() == fold) {
                        out.add(score(aligner, scorers, f, sample));
                    }
                }
            }
            progress.accept(fold + 1);
        }
        return out;
    }

    private static Scored score(Aligner aligner, List<FaceScorer> scorers, int face, Prepared sample) {
        Alignment place = aligner.align(sample.levels());
        double raw = place.converged()
                ? scorers.get(place.template())
                        .compare(sample.levels(), place.pose(), place.gain())
                        .difference()
                        .raw()
                : Double.NaN;
        return new Scored(place.converged() ? place.template() : face, sample, raw);
    }

    /** The typical raw score of each face: the median of its own, or of all where it has fewer than three. */
    static double[] scales(List<Scored> scores, int faces) {
        double all = median(scores.stream().mapToDouble(Scored::raw));
        double[] scales = new double[faces];
        for (int f = 0; f < faces; f++) {
            int face = f;
            double[] own = scores.stream()
                    .filter(s -> s.face == face)
                    .mapToDouble(Scored::raw)
                    .filter(Double::isFinite)
                    .toArray();
            scales[f] = own.length < 3 ? all : median(Arrays.stream(own));
        }
        return scales;
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 1 : Math.max(1e-3, sorted[sorted.length / 2]);
    }
}
