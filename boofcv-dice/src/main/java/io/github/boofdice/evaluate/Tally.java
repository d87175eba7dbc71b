package io.github.boofdice.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is judged and what cannot be read while an evaluation runs. */
final class Tally {
    private final List<JudgedPicture> judged = new ArrayList<>();
    private final List<UnreadablePicture> unreadable = new ArrayList<>();
    private final DuplicateScan duplicates = new DuplicateScan();

    void judged(JudgedPicture picture) {
        judged.add(picture);
    }

    void unreadable(LabelledPicture picture, IOException problem) {
        unreadable.add(UnreadablePicture.of(picture, problem));
    }

    DuplicateScan duplicates() {
        return duplicates;
    }

    Evaluation evaluation() {
        return Evaluation.of(judged, unreadable, duplicates.warnings());
    }
}
