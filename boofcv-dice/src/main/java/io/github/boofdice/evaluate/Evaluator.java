package io.github.boofdice.evaluate;

import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;

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
        Tally tally = new Tally();
        LabelledShot.forEach(
                LabelledFolder.of(dir).pictures(),
                "judging",
                progress,
                shot -> tally.judge(shot, inspector, change, observer, inspector.learnedFrom(shot.fingerprint())),
                tally::unreadable);
        return tally.evaluation();
    }
}
