package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Builds a face's last template: all equivalent poses, every picture as it is and once more turned, anchored where the pictures lie. */
final class FaceBuilder {
    private static final long SEED = 20211025;

    private final PictureLevels.Factory levels;
    private final LimitMethod method;

    /** @param levels prepares pictures */
    FaceBuilder(PictureLevels.Factory levels) {
        this(levels, LimitMethod.STANDARD);
    }

    /**
     * @param levels prepares pictures
     * @param method of the spreads
     */
    FaceBuilder(PictureLevels.Factory levels, LimitMethod method) {
        this.levels = levels;
        this.method = method;
    }

    /** Aligns the draft's pictures again, replaces its template and places, and returns the stack that cross-fitting draws on. */
    AlignedStack build(FaceDraft face) {
        Symmetry symmetry = face.symmetry;
        Template first = face.template;
        Template template = first.withSymmetry(symmetry.order());
        Aligner aligner = new Aligner(List.of(template), levels);
        List<Alignment> placed = new ArrayList<>();
        for (int i = 0; i < face.samples.size(); i++) {
            placed.add(aligner.refine(
                    face.samples.get(i).levels(), 0, face.places.get(i).pose()));
        }
        RigidPose anchor = Anchor.of(placed.subList(0, face.upright > 0 ? face.upright : placed.size()), symmetry);
        AlignedStack stack = new AlignedStack(levels.frame(), symmetry.order(), Folds.COUNT, method);
        int[] folds = Folds.assign(face.samples);
        SplittableRandom random = new SplittableRandom(SEED);
        PictureLevels.Factory.Memory copies = levels.memory();
        GrayF32 copy = new GrayF32(levels.frame().width(), levels.frame().height());
        List<Alignment> anchored = new ArrayList<>();
        boolean noneConverged = placed.stream().noneMatch(Alignment::converged);
        for (int i = 0; i < placed.size(); i++) {
            Prepared sample = face.samples.get(i);
            Alignment place = placed.get(i);
            RigidPose pose = place.pose().after(anchor);
            anchored.add(new Alignment(0, pose, place.gain(), place.residual(), place.status()));
            RigidPose turn = RandomTurns.next(random, levels.frame());
            if (place.converged() || noneConverged) {
                stack.add(folds[i], sample.levels(), pose, place.gain());
                Warp.toTemplate(sample.grey(), turn, copy);
                PictureLevels turned = levels.prepare(copy, copies);
                Alignment again = aligner.refine(turned, 0, turn.inverse().after(place.pose()));
                if (again.converged()) {
                    stack.add(folds[i], turned, again.pose().after(anchor), again.gain());
                }
            }
        }
        face.places = anchored;
        face.template = stack.template(first.name());
        face.symmetry = new Symmetry(symmetry.order(), 0, 0);
        return stack;
    }
}
