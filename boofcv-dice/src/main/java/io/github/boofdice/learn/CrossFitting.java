package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.decide.Traits;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.DeviationMap;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Scores every good picture by templates that it did not help to make, in contiguous folds. */
final class CrossFitting {
    /**
     * One picture's score.
     *
     * @param face that it shows
     * @param sample the picture
     * @param place where the face lies
     * @param raw score; NaN where it did not align
     */
    record Scored(int face, Prepared sample, Alignment place, double raw) {
        /** What is noted of it, given what is typical of the face; its angle is folded into the period. */
        Traits traits(double scale, double gain, Template template) {
            double turn = template.symmetry() == Template.FREE
                    ? Double.NaN
                    : Math.IEEEremainder(place.pose().theta(), template.period());
            return Traits.of(
                    raw / scale,
                    place.residual() * gain,
                    place.gain() / gain,
                    place.pose().x(),
                    place.pose().y(),
                    turn);
        }
    }

    private static final long SEED = 20210917;
    private static final int TURNED_COPIES = 8;

    private final PictureLevels.Factory levels;

    CrossFitting(PictureLevels.Factory levels) {
        this.levels = levels;
    }

    /** What cross-fitting finds: how much evidence each face's good pictures show, and the score of each picture. */
    record Result(List<EvidenceLimits> limits, List<Scored> scores) {}

    /**
     * Scores all pictures of all faces that can be held out; a face's only picture cannot.
     *
     * <p>Twice over the folds: first the evidence of every picture, as it is and once turned, against the template without its fold; then every picture's score by
     * that template and the limits of the other folds.
     *
     * @param progress hears how many of twice {@value Folds#COUNT} passes are done
     */
    Result score(List<FaceDraft> faces, List<AlignedStack> stacks, IntConsumer progress) {
        List<int[]> folds = faces.stream().map(f -> Folds.assign(f.samples)).toList();
        List<EvidenceCollector> collectors =
                faces.stream().map(f -> new EvidenceCollector(levels.frame())).toList();
        List<List<Template>> templates = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        Evidence evidence = new Evidence(levels.frame());
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            templates.add(withoutFold(fold, faces, stacks));
            Aligner aligner = new Aligner(templates.get(fold), levels);
            List<DeviationMap> maps = templates.get(fold).stream()
                    .map(t -> new DeviationMap(t, levels.frame()))
                    .toList();
            for (int f = 0; f < faces.size(); f++) {
                for (int i : heldOut(fold, folds.get(f))) {
                    Prepared sample = faces.get(f).samples.get(i);
                    PictureLevels turned =
                            levels.prepare(Warp.toTemplate(sample.grey(), RandomTurns.next(random, levels.frame())));
                    for (PictureLevels picture : List.of(sample.levels(), turned)) {
                        Alignment place = aligner.align(picture);
                        if (place.converged() && place.template() == f) {
                            GrayF32 map = maps.get(f).of(picture, place.pose(), place.gain());
                            collectors.get(f).add(fold, evidence.of(map));
                        }
                    }
                }
            }
            progress.accept(fold + 1);
        }
        List<Scored> scores = new ArrayList<>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            int without = fold;
            FaceBank bank = new FaceBank(
                    templates.get(fold),
                    collectors.stream().map(c -> c.without(without)).toList(),
                    levels);
            for (int f = 0; f < faces.size(); f++) {
                for (int i : heldOut(fold, folds.get(f))) {
                    Prepared sample = faces.get(f).samples.get(i);
                    if (stacks.get(f).hasOutside(fold)) {
                        scores.add(bank.score(f, sample, sample.levels()));
                    }
                }
            }
            progress.accept(Folds.COUNT + fold + 1);
        }
        return new Result(collectors.stream().map(c -> c.without(-1)).toList(), scores);
    }

    private static List<Template> withoutFold(int fold, List<FaceDraft> faces, List<AlignedStack> stacks) {
        List<Template> templates = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            Template whole = faces.get(f).template;
            AlignedStack stack = stacks.get(f);
            templates.add(stack.hasOutside(fold) ? stack.templateWithout(fold, whole.name()) : whole);
        }
        return templates;
    }

    private static int[] heldOut(int fold, int[] folds) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
    }

    /** Scores turned copies of pictures that cannot be held out: better than nothing, and lower than new pictures will score. */
    List<Scored> scoreTurned(List<FaceDraft> faces, List<EvidenceLimits> limits) {
        FaceBank bank = new FaceBank(faces.stream().map(f -> f.template).toList(), limits, levels);
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
        FaceBank(List<Template> templates, List<EvidenceLimits> limits, PictureLevels.Factory levels) {
            this(
                    new Aligner(templates, levels),
                    IntStream.range(0, templates.size())
                            .mapToObj(f -> new FaceScorer(templates.get(f), limits.get(f), levels.frame()))
                            .toList());
        }

        Scored score(int face, Prepared sample, PictureLevels picture) {
            Alignment place = aligner.align(picture);
            if (!place.converged()) {
                return new Scored(face, sample, place, Double.NaN);
            }
            FaceScorer scorer = scorers.get(place.template());
            double raw = scorer.compare(picture, place.pose(), place.gain(), 0)
                    .difference()
                    .raw();
            return new Scored(place.template(), sample, place, raw);
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

    /** The median gain of some pictures; 1 of none. */
    static double typicalGain(List<Scored> scores) {
        double[] sorted =
                scores.stream().mapToDouble(s -> s.place().gain()).sorted().toArray();
        return sorted.length == 0 ? 1 : sorted[sorted.length / 2];
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 1 : Math.max(1e-3, sorted[sorted.length / 2]);
    }
}
