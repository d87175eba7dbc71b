package io.github.boofdice.learn;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.score.FaceScorer;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Limits and scores without a picture to hold out: limits follow from the templates alone, scores are those of copies of the pictures, turned, and turned as another capture might show them.
 *
 * <p>Copies score lower than other parts will: what differs from part to part is known to nobody here.
 */
final class DirectFitting {
    private static final long SEED = 20210917;
    /** Of each kind. */
    private static final int COPIES = 8;

    private final PictureLevels.Factory levels;

    DirectFitting(PictureLevels.Factory levels) {
        this.levels = levels;
    }

    /**
     * Scores copies.
     *
     * @param progress hears how many faces are done
     */
    CrossFitting.Result score(List<FaceDraft> faces, IntConsumer progress) {
        Frame frame = levels.frame();
        List<Template> templates = faces.stream().map(f -> f.template).toList();
        List<EvidenceLimits> limits = templates.stream()
                .map(t -> new LimitCollector(frame, t.symmetry(), 1)
                        .without(-1, RegistrationLimits.of(t, frame, RegistrationLimits.DIRECT_UNCERTAINTY)))
                .toList();
        List<FaceScorer> scorers = IntStream.range(0, faces.size())
                .mapToObj(f -> new FaceScorer(templates.get(f), limits.get(f), frame))
                .toList();
        Aligner aligner = new Aligner(templates, levels);
        SplittableRandom random = new SplittableRandom(SEED);
        Evidence evidence = new Evidence(frame);
        OtherCapture.Memory captured = new OtherCapture.Memory(frame);
        List<CrossFitting.Measured> turned = new ArrayList<>();
        List<CrossFitting.Measured> elsewhere = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            for (Prepared sample : faces.get(f).samples) {
                for (int copy = 0; copy < COPIES; copy++) {
                    PictureLevels one = levels.prepare(Warp.toTemplate(sample.grey(), RandomTurns.next(random, frame)));
                    RigidPose otherTurn = RandomTurns.next(random, frame);
                    OtherCapture.Dusty capture = OtherCapture.Dusty.next(random);
                    turned.add(measure(f, sample, one, aligner, scorers, evidence));
                    if (CrossFitting.asksElsewhere(elsewhere.size())) {
                        PictureLevels other =
                                levels.prepare(capture.of(Warp.toTemplate(sample.grey(), otherTurn), frame, captured));
                        elsewhere.add(measure(f, sample, other, aligner, scorers, evidence));
                    } else {
                        elsewhere.add(CrossFitting.Measured.not(
                                f, sample, turned.get(elsewhere.size()).place()));
                    }
                }
            }
            progress.accept(f + 1);
        }
        double[][] factors = FilterScales.of(turned, faces.size());
        return new CrossFitting.Result(
                IntStream.range(0, faces.size())
                        .mapToObj(f -> limits.get(f).times(factors[f]))
                        .toList(),
                IntStream.range(0, turned.size())
                        .mapToObj(i ->
                                turned.get(i).scored(factors, elsewhere.get(i).least(factors)))
                        .toList());
    }

    private static CrossFitting.Measured measure(
            int face,
            Prepared sample,
            PictureLevels picture,
            Aligner aligner,
            List<FaceScorer> scorers,
            Evidence evidence) {
        Alignment place = aligner.align(picture);
        return CrossFitting.measure(face, sample, picture, place, scorers, evidence);
    }
}
