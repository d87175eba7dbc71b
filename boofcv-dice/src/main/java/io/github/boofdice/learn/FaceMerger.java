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

    /** Returns the faces of {@code folders}, each in the pose of its first folder and aligned anew where folders joined. */
    List<FaceDraft> merge(List<FaceDraft> folders) {
        List<FaceDraft> faces = new ArrayList<>();
        for (FaceDraft folder : folders) {
            FaceDraft face = faces.stream()
                    .filter(f -> comparison.same(f.template, folder.template))
                    .findFirst()
                    .orElse(null);
            if (face == null) {
                faces.add(folder);
            } else {
                face.join(folder);
            }
        }
        for (FaceDraft face : faces) {
            if (face.folders.size() > 1) {
                face.places = averager.align(face.template, face.samples);
                face.template = averager.average(face);
            }
        }
        return faces;
    }
}
