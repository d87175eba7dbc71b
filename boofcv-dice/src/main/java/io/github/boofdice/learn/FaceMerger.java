package io.github.boofdice.learn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins folders that show one face at several angles. */
final class FaceMerger {
    private final FaceComparison comparison;
    private final FolderAverager averager;

    FaceMerger(FaceComparison comparison, FolderAverager averager) {
        this.comparison = comparison;
        this.averager = averager;
    }

    /** Returns the faces of {@code drafts}, each in the pose of its first draft, with the places of its pictures; where some joined, all their pictures are averaged anew. */
    List<FaceDraft> merge(List<FaceDraft> drafts) {
        List<FaceDraft> faces = new ArrayList<>();
        Set<FaceDraft> joined = new LinkedHashSet<>();
        for (FaceDraft draft : drafts) {
            FaceDraft face = faces.stream()
                    .filter(f -> comparison.same(f.template, draft.template))
                    .findFirst()
                    .orElse(null);
            if (face == null) {
                faces.add(draft);
            } else {
                face.join(draft);
                joined.add(face);
            }
        }
        for (FaceDraft face : joined) {
            face.places = averager.align(face.template, face.samples);
            face.template = averager.average(face);
        }
        if (!joined.isEmpty()) {
            return merge(faces);
        }
        for (FaceDraft face : faces) {
            if (face.places.size() < face.samples.size()) {
                face.places = averager.align(face.template, face.samples);
            }
        }
        return faces;
    }
}
