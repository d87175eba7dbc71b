package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Lets an inspector judge every picture of a labelled folder. */
public final class Evaluator {
    private Evaluator() {}

    /**
     * Judges every picture below {@code dir/normal} and {@code dir/anomalous}, in the order of their paths. A file that
     * cannot be read is noted and the rest go on.
     *
     * @param inspector judges the pictures
     * @param dir the labelled folder
     * @param progress hears how many pictures are done
     * @return the figures; a figure that needs a class without pictures is NaN, and a warning says so
     * @throws EvaluationException when there is no such folder or it holds no pictures
     * @throws IOException when the folder cannot be searched
     */
    public static Evaluation evaluate(Inspector inspector, Path dir, ProgressListener progress) throws IOException {
        return evaluate(inspector, dir, PictureChange.NONE, progress);
    }

    /**
     * Judges every picture of a labelled folder after changing it.
     *
     * @param inspector judges the changed pictures
     * @param dir the labelled folder
     * @param change changes each picture before it is judged; runs of near-identical frames are found before it
     * @param progress hears how many pictures are done
     * @return the figures; a figure that needs a class without pictures is NaN, and a warning says so
     * @throws EvaluationException when there is no such folder or it holds no pictures
     * @throws IOException when the folder cannot be searched
     */
    public static Evaluation evaluate(Inspector inspector, Path dir, PictureChange change, ProgressListener progress)
            throws IOException {
        return evaluate(inspector, dir, change, PictureObserver.NONE, progress);
    }

    /**
     * Judges every picture of a labelled folder after changing it, and shows each to an observer.
     *
     * @param inspector judges the changed pictures
     * @param dir the labelled folder
     * @param change changes each picture before it is judged; runs of near-identical frames are found before it
     * @param observer sees each judged picture
     * @param progress hears how many pictures are done
     * @return the figures; a figure that needs a class without pictures is NaN, and a warning says so
     * @throws EvaluationException when there is no such folder or it holds no pictures
     * @throws IOException when the folder cannot be searched
     */
    public static Evaluation evaluate(
            Inspector inspector, Path dir, PictureChange change, PictureObserver observer, ProgressListener progress)
            throws IOException {
        List<LabelledPicture> pictures = LabelledFolder.of(dir).pictures();
        Tally tally = new Tally();
        FrameRuns runs = new FrameRuns();
        int done = 0;
        for (LabelledPicture picture : pictures) {
            try {
                GrayF32 plane = PictureReader.read(picture.path());
                FileFingerprint fingerprint = FileFingerprint.of(picture.path());
                int run = runs.next(picture.folder(), plane);
                GrayF32 changed = change.change(picture.file(), plane);
                Inspection found = inspector.inspect(changed);
                tally.judged(JudgedPicture.of(picture.file(), picture.truth(), run, found));
                observer.judged(picture, changed, found);
                tally.duplicates().add(picture.file(), fingerprint, inspector.learnedFrom(fingerprint));
            } catch (IOException e) {
                tally.unreadable(picture, e);
            }
            progress.progress("judging", ++done, pictures.size());
        }
        return tally.evaluation();
    }
}
