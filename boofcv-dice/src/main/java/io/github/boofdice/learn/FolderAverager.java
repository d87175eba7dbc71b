package io.github.boofdice.learn;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Averages pictures of one face that lie at any angle: from the best of a few seed pictures, align, average, align again. */
final class FolderAverager {
    private static final int SEEDS = 3;
    private static final int TRIED = 24;
    private static final int ROUNDS = 2;
    /** As many pictures make a folder's first template, which only says where all of them lie. */
    private static final int AVERAGED = 48;
    /** A picture whose residual is this many times the typical one does not enter the average. */
    private static final double MOST_RESIDUAL = 2;

    private final PictureLevels.Factory levels;

    FolderAverager(PictureLevels.Factory levels) {
        this.levels = levels;
    }

    /** Returns the folder's face with a first template, no symmetry assumed; the places of its samples are still to be found. */
    FaceDraft average(String folder, List<Prepared> samples) {
        List<Prepared> tried = spread(samples, TRIED);
        FaceDraft best = spread(samples, SEEDS).stream()
                .map(seed -> {
                    FaceDraft draft = new FaceDraft(folder, spread(samples, AVERAGED), single(folder, seed));
                    draft.places = align(draft.template, tried);
                    return draft;
                })
                .min(Comparator.comparingDouble(FaceDraft::typicalResidual))
                .orElseThrow();
        for (int round = 0; round < ROUNDS; round++) {
            best.places = align(best.template, best.samples);
            best.template = average(best);
        }
        return new FaceDraft(folder, samples, best.template);
    }

    /** Aligns every sample, at any angle, to one template. */
    List<Alignment> align(Template template, List<Prepared> samples) {
        Aligner aligner = new Aligner(List.of(template), levels);
        return samples.stream().map(s -> aligner.align(s.levels())).toList();
    }

    /** Averages the samples of a draft that fit its template; symmetry as the template has it. */
    Template average(FaceDraft draft) {
        AlignedStack stack = new AlignedStack(levels.frame(), draft.template.symmetry(), 1);
        double most = MOST_RESIDUAL * draft.typicalResidual();
        for (int i = 0; i < draft.samples.size(); i++) {
            Alignment place = draft.places.get(i);
            if ((place.converged() && place.residual() <= most) || draft.samples.size() == 1) {
                stack.add(0, draft.samples.get(i).levels(), place.pose(), place.gain());
            }
        }
        return stack.size() == 0 ? draft.template : stack.template(draft.template.name());
    }

    /** The template that one picture makes. */
    Template single(String name, Prepared sample) {
        AlignedStack stack = new AlignedStack(levels.frame(), 1, 1);
        stack.add(0, sample.levels(), RigidPose.IDENTITY, 1);
        return stack.template(name);
    }

    private static List<Prepared> spread(List<Prepared> samples, int most) {
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < most; i++) {
            chosen.add((int) ((i + 0.5) * samples.size() / most));
        }
        List<Prepared> out = new ArrayList<>();
        chosen.forEach(i -> out.add(samples.get(i)));
        return out;
    }
}
