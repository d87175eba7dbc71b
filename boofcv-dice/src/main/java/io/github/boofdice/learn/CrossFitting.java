package io.github.boofdice.learn;

import static java.util.Objects.requireNonNull;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.decide.Traits;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.Deviation;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
     * @param elsewhere the same as another capture might show it; NaN too where no threshold asks for it
     */
    record Scored(int face, Prepared sample, Alignment place, double raw, double elsewhere) {
        private double asFarAsItAligns() {
            return Double.isFinite(raw) && Double.isFinite(elsewhere) ? elsewhere : raw;
        }

        /** What is noted of it, given what is typical of the face. */
        Traits traits(double scale, double gain, Template template) {
            return traitsOf(place, raw / scale, gain, template);
        }
    }

    /** What is noted of a picture with a scaled score, given the typical gain of its face; its angle is folded into the period. */
    static Traits traitsOf(Alignment place, double score, double gain, Template template) {
        double turn = template.symmetry() == Template.FREE
                ? Double.NaN
                : Math.IEEEremainder(place.pose().theta(), template.period());
        return Traits.of(
                score,
                place.residual() * gain,
                place.gain() / gain,
                place.pose().x(),
                place.pose().y(),
                turn);
    }

    private static final long SEED = 20210917;

    private final PictureLevels.Factory levels;

    CrossFitting(PictureLevels.Factory levels) {
        this.levels = levels;
    }

    /** What cross-fitting finds: how much evidence each face's good pictures show, and the score of each picture. */
    record Result(List<EvidenceLimits> limits, List<Scored> scores) {}

    /**
     * Scores all pictures of all faces that can be held out; a face's only picture cannot.
     *
     * <p>Twice over the folds: first the evidence of every picture, as it is and once turned and as another capture might show it, against the template without its fold; then every picture's strongest evidence by that template and the
     * limits of the other folds. At last the limits of each filter are set to one scale: the strongest evidence of one good picture in twenty exceeds them.
     *
     * @param method of the limits; direct ones count no picture, so that no bad one among the good can widen them
     * @param progress hears how many of twice {@value Folds#COUNT} passes are done
     */
    Result score(List<FaceDraft> faces, List<AlignedStack> stacks, LimitMethod method, IntConsumer progress) {
        boolean counted = method != LimitMethod.DIRECT;
        Frame frame = levels.frame();
        List<int[]> folds = faces.stream().map(f -> Folds.assign(f.samples)).toList();
        List<LimitCollector> collectors = faces.stream()
                .map(f -> new LimitCollector(frame, f.symmetry.order(), Folds.COUNT))
                .toList();
        List<EvidenceLimits> expected = faces.stream()
                .map(f -> RegistrationLimits.of(
                        f.template,
                        frame,
                        counted ? RegistrationLimits.UNCERTAINTY : RegistrationLimits.DIRECT_UNCERTAINTY))
                .toList();
        List<List<Template>> templates = new ArrayList<>();
        List<List<GrayF32>> textures = new ArrayList<>();
        List<Aligner> aligners = new ArrayList<>();
        IdentityHashMap<Prepared, Alignment> places = new IdentityHashMap<>();
        SplittableRandom random = new SplittableRandom(SEED);
        Evidence evidence = new Evidence(frame);
        PictureLevels.Factory.Memory copies = levels.memory();
        GrayF32 copy = new GrayF32(frame.width(), frame.height());
        OtherCapture.Memory other = new OtherCapture.Memory(frame);
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            templates.add(withoutFold(fold, faces, stacks));
            textures.add(usualTextures(fold, templates.get(fold), stacks));
            Aligner aligner = new Aligner(templates.get(fold), levels);
            aligners.add(aligner);
            List<Deviation> deviations = templates.get(fold).stream()
                    .map(t -> new Deviation(t, frame))
                    .toList();
            for (int f = 0; f < faces.size(); f++) {
                for (int i : heldOut(fold, folds.get(f))) {
                    Prepared sample = faces.get(f).samples.get(i);
                    Warp.toTemplate(sample.grey(), RandomTurns.next(random, frame), copy);
                    PictureLevels turned = levels.prepare(OtherCapture.clean(copy, frame, random, other), copies);
                    for (PictureLevels picture : List.of(turned, sample.levels())) {
                        Alignment place = aligner.align(picture);
                        places.put(sample, place);
                        if (counted && place.converged() && place.template() == f) {
                            deviations.get(f).into(picture, place.pose(), place.gain(), evidence);
                            evidence.gather(textures.get(fold).get(f));
                            collectors.get(f).add(fold, evidence);
                        }
                    }
                }
            }
            progress.accept(fold + 1);
        }
        List<Measured> measured = new ArrayList<>();
        List<Measured> elsewhere = new ArrayList<>();
        for (int fold = 0; fold < Folds.COUNT; fold++) {
            List<FaceScorer> scorers = new ArrayList<>();
            for (int f = 0; f < faces.size(); f++) {
                EvidenceLimits prior =
                        expected.get(f).withUsualTexture(textures.get(fold).get(f));
                EvidenceLimits limits = collectors.get(f).without(fold, prior);
                scorers.add(new FaceScorer(templates.get(fold).get(f), limits, frame));
            }
            for (int f = 0; f < faces.size(); f++) {
                for (int i : heldOut(fold, folds.get(f))) {
                    Prepared sample = faces.get(f).samples.get(i);
                    if (stacks.get(f).hasOutside(fold)) {
                        Alignment place = requireNonNull(places.get(sample));
                        measured.add(measure(f, sample, sample.levels(), place, scorers, evidence));
                        OtherCapture.Dusty capture = OtherCapture.Dusty.next(random);
                        if (asksElsewhere(elsewhere.size())) {
                            PictureLevels there = levels.prepare(capture.of(sample.grey(), frame, other), copies);
                            Alignment found = aligners.get(fold).align(there);
                            elsewhere.add(measure(f, sample, there, found, scorers, evidence));
                        } else {
                            elsewhere.add(Measured.not(f, sample, place));
                        }
                    }
                }
            }
            progress.accept(Folds.COUNT + fold + 1);
        }
        double[][] factors = FilterScales.of(measured, faces.size());
        List<GrayF32> usual =
                usualTextures(-1, faces.stream().map(f -> f.template).toList(), stacks);
        return new Result(
                IntStream.range(0, faces.size())
                        .mapToObj(f -> collectors
                                .get(f)
                                .without(-1, expected.get(f).withUsualTexture(usual.get(f)))
                                .times(factors[f]))
                        .toList(),
                IntStream.range(0, measured.size())
                        .mapToObj(i ->
                                measured.get(i).scored(factors, elsewhere.get(i).least(factors)))
                        .toList());
    }

    /**
     * One picture's strongest evidence.
     *
     * @param face that it shows
     * @param sample the picture
     * @param place where the face lies
     * @param strongest of each pose in which the face looks the same, filter by filter; none where it did not align
     */
    record Measured(int face, Prepared sample, Alignment place, double[][] strongest) {
        /** That nothing was measured. */
        static Measured not(int face, Prepared sample, Alignment place) {
            return new Measured(face, sample, place, new double[0][]);
        }

        Scored scored(double[][] factors, double elsewhere) {
            return new Scored(face, sample, place, least(factors), elsewhere);
        }

        /** The score in the pose in which it is least, once each filter's limits are multiplied by a factor; NaN where it did not align. */
        double least(double[][] factors) {
            double least = Double.POSITIVE_INFINITY;
            for (double[] pose : strongest) {
                double most = 0;
                for (int f = 0; f < pose.length; f++) {
                    most = Math.max(most, pose[f] / factors[face][f]);
                }
                least = Math.min(least, most);
            }
            return strongest.length == 0 ? Double.NaN : least;
        }
    }

    /** Scores a picture by the face that it aligned with. */
    static Measured measure(
            int face,
            Prepared sample,
            PictureLevels picture,
            Alignment place,
            List<FaceScorer> scorers,
            Evidence evidence) {
        if (!place.converged()) {
            return Measured.not(face, sample, place);
        }
        double[][] strongest = scorers.get(place.template()).strongest(picture, place.pose(), place.gain(), evidence);
        return new Measured(place.template(), sample, place, strongest);
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

    private static List<GrayF32> usualTextures(int fold, List<Template> templates, List<AlignedStack> stacks) {
        return IntStream.range(0, stacks.size())
                .mapToObj(f -> stacks.get(f).usualTexture(fold, templates.get(f)))
                .toList();
    }

    private static int[] heldOut(int fold, int[] folds) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
    }

    /** What the threshold rests on: every second picture's score as it was taken, the others' as another capture might show them, unless that does not align. NaN where the picture itself did not. */
    static double[] forCalibration(List<Scored> scores) {
        return IntStream.range(0, scores.size())
                .mapToDouble(i -> asksElsewhere(i)
                        ? scores.get(i).asFarAsItAligns()
                        : scores.get(i).raw())
                .toArray();
    }

    /** Whether the threshold rests on what another capture might show of the {@code i}-th picture that is scored. */
    static boolean asksElsewhere(int i) {
        return i % 2 == 1;
    }

    /** The typical raw score: the filters' limits are on one scale, so that all faces have one. */
    static double scale(List<Scored> scores) {
        return median(scores.stream().mapToDouble(Scored::raw));
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
