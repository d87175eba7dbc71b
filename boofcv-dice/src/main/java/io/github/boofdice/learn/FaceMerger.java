package io.github.boofdice.learn;

import java.util.ArrayList;
import java.util.List;

/** Joins folders that show one face at several angles. */
final class FaceMerger {
    private final FaceComparison comparison;
    private final FolderAverager averager;

    FaceMerger(FaceComparison comparison, FolderAverager averager) {
        this.comparison = comparison;
        this.averager = averager;
    }

    /** Returns the faces of {@code drafts}, each in the pose of its first draft; where some joined, all their pictures are aligned and averaged anew. */
    List<FaceDraft> merge(List<FaceDraft> drafts) {
        List<FaceDraft> faces = new ArrayList<>();
        for (FaceDraft draft : drafts) {
            FaceDraft face = faces.stream()
                    .filter(f -> comparison.same(f.template, draft.template))
                    .findFirst()
                    .orElse(null);
            if (face == null) {
                faces.add(draft);
            } else {
                face.join(draft);
            }
        }
        for (FaceDraft face : faces) {
            if (face.places.size() < face.samples.size()) {
                face.places = averager.align(face.template, face.samples);
                face.template = averager.average(face);
            }
        }
        return faces.size() < drafts.size() ? merge(faces) : faces;
    }
}
