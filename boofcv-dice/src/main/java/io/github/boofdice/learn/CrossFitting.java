package io.github.boofdice.learn;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;

/** Scores every good picture by templates that it did not help to make, in contiguous folds. */
final class CrossFitting {
    /** Raw score of one picture of one face; NaN where it did not align. */
    record Scored(int face, Prepared sample, double raw) {}

    private static final long SEED = 20210917;
    private static final int TURNED_COPIES = 8;

    private final PictureLevels.Factory levels;

    CrossFitting(PictureLevels.Factory levels) {
        this.levels = levels;
    }

    /**
     * Scores all pictures of all faces that can be held out; a face's only picture cannot.
     *
     * @param progress hears how many folds are done
     */
    List<Scored> score(List<FaceDraft> faces, List<AlignedStack> stacks, IntConsumer progress) {
        List<int[]> folds = faces.stream().map(f -> Folds.assign(f.samples)).toList();
        List<Scored> out = new ArrayList<>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            List<Template> templates = new ArrayList<>();
            for (int f = 0; f < faces.size(); f++) {
                Template whole = faces.get(f).template;
                AlignedStack stack = stacks.get(f);
                templates.add(stack.hasOutside(fold) ? stack.templateWithout(fold, whole.name()) : whole);
            }
            FaceBank bank = new FaceBank(templates, levels);
            for (int f = 0; f < faces.size(); f++) {
                List<Prepared> samples = faces.get(f).samples;
                for (int i = 0; i < samples.size(); i++) {
                    if (folds.get(f)[i] == fold && stacks.get(f).hasOutside(fold)) {
                        out.add(bank.score(f, samples.get(i), samples.get(i).levels()));
                    }
                }
            }
            progress.accept(fold + 1);
        }
        return out;
    }

    /** Scores turned copies of pictures that cannot be held out: better than nothing, and lower than new pictures will score. */
    List<Scored> scoreTurned(List<FaceDraft> faces) {
        FaceBank bank = new FaceBank(faces.stream().map(f -> f.template).toList(), levels);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Scored> out = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            for (Prepared sample : faces.get(f).samples) {
                for (int copy = 0; copy < TURNED_COPIES; copy++) {
                    RigidPose turn = RandomTurns.next(random, levels.frame());
                    out.add(bank.score(f, sample, levels.prepare(Warp.toTemplate(sample.grey(), turn))));
                }
            }
        }
        return out;
    }

    private record FaceBank(Aligner aligner, List<FaceScorer> scorers) {
        FaceBank(List<Template> templates, PictureLevels.Factory levels) {
            this(
                    new Aligner(templates, levels),
                    templates.stream()
                            .map(t -> new FaceScorer(t, levels.frame()))
                            .toList());
        }

        Scored score(int face, Prepared sample, PictureLevels picture) {
            Alignment place = aligner.align(picture);
            if (!place.converged()) {
                return new Scored(face, sample, Double.NaN);
            }
            FaceScorer scorer = scorers.get(place.template());
            double raw = scorer.compare(picture, place.pose(), place.gain())
                    .difference()
                    .raw();
            return new Scored(place.template(), sample, raw);
        }
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

    private static double median(DoubleStream values) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 1 : Math.max(1e-3, sorted[sorted.length / 2]);
    }
}
