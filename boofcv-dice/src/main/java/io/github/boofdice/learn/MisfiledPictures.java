package io.github.boofdice.learn;

import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.PictureLevels;
import java.util.ArrayList;
import java.util.List;

/** Finds pictures that show another face than the rest of their folder, and takes them out. */
final class MisfiledPictures {
    /** Another face must fit this much better than the folder's own. */
    private static final double BETTER = 0.8;

    private MisfiledPictures() {}

    /** Removes the misfiled from {@code faces} and returns them, named. */
    static List<Learned.LeftOut> remove(List<FaceDraft> faces, PictureLevels.Factory levels) {
        Aligner all = new Aligner(faces.stream().map(f -> f.template).toList(), levels);
        List<Learned.LeftOut> out = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            FaceDraft face = faces.get(f);
            for (int i = face.samples.size() - 1; i >= 0; i--) {
                Prepared sample = face.samples.get(i);
                Alignment own = face.places.get(i);
                Alignment found = all.align(sample.levels());
                if (found.template() != f && found.converged() && found.residual() < BETTER * own.residual()) {
                    out.add(
                            0,
                            new Learned.LeftOut(
                                    sample.name(),
                                    "shows face "
                                            + faces.get(found.template())
                                                    .folders
                                                    .get(0) + ", not " + face.folders.get(0)));
                    face.remove(i);
                }
            }
        }
        return out;
    }
}
