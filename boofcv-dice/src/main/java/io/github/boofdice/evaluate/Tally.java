package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is judged and what cannot be read while an evaluation runs. */
final class Tally {
    private final List<JudgedPicture> judged = new ArrayList<>();
    private final List<UnreadablePicture> unreadable = new ArrayList<>();
    private final DuplicateScan duplicates = new DuplicateScan();

    /** Lets an inspector judge a picture after a change; {@code learned} says whether it was learned from. */
    void judge(
            LabelledShot shot, Inspector inspector, PictureChange change, PictureObserver observer, boolean learned) {
        LabelledPicture picture = shot.picture();
        GrayF32 changed = change.change(picture.file(), shot.plane());
        Inspection found = inspector.inspect(changed);
        judged.add(JudgedPicture.of(picture.file(), picture.truth(), shot.run(), found));
        observer.judged(picture, changed, found);
        duplicates.add(picture.file(), shot.fingerprint(), learned);
    }

    void unreadable(LabelledPicture picture, IOException problem) {
        unreadable.add(UnreadablePicture.of(picture, problem));
    }

    Evaluation evaluation() {
        return Evaluation.of(judged, unreadable, duplicates.warnings());
    }
}
