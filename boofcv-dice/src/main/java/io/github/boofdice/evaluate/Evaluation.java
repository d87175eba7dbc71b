package io.github.boofdice.evaluate;

import io.github.boofdice.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an inspector is worth on pictures whose truth is known.
 *
 * @param pictures every picture that was judged, sorted by file
 * @param unreadable the files that could not be judged, sorted by file; they count in no figure
 * @param warnings what makes the figures doubtful, one line each: byte-identical pictures, a class without pictures
 * @param confusion verdict against truth, as counts
 * @param figures the figures
 * @param intervals a 95 % interval for each figure; see {@link Bootstrap}
 */
public record Evaluation(
        List<JudgedPicture> pictures,
        List<UnreadablePicture> unreadable,
        List<String> warnings,
        Confusion confusion,
        Figures figures,
        FigureIntervals intervals) {
    /** Copies the lists. */
    public Evaluation {
        pictures = List.copyOf(pictures);
        unreadable = List.copyOf(unreadable);
        warnings = List.copyOf(warnings);
    }

    /**
     * Computes all figures.
     *
     * @param pictures every picture that was judged, in any order; may be empty
     * @param unreadable the files that could not be judged
     * @param warnings what was found on the way; a warning for each class without pictures is added
     * @return the evaluation
     */
    public static Evaluation of(
            List<JudgedPicture> pictures, List<UnreadablePicture> unreadable, List<String> warnings) {
        List<JudgedPicture> sorted = pictures.stream()
                .sorted(Comparator.comparing(JudgedPicture::file))
                .toList();
        Confusion confusion = Confusion.of(sorted);
        List<String> all = new ArrayList<>(warnings);
        all.addAll(confusion.missingClasses());
        return new Evaluation(
                sorted,
                unreadable.stream()
                        .sorted(Comparator.comparing(UnreadablePicture::file))
                        .toList(),
                all,
                confusion,
                Figures.of(sorted),
                Bootstrap.intervals(sorted, Bootstrap.RESAMPLES, Bootstrap.SEED));
    }

    /**
     * Counts the runs of near-identical frames of one class; see {@link FrameRuns}.
     *
     * @param truth the class
     * @return how many runs its pictures form
     */
    public long runs(Verdict truth) {
        return pictures.stream()
                .filter(picture -> picture.truth() == truth)
                .mapToInt(JudgedPicture::run)
                .distinct()
                .count();
    }

    /**
     * Counts the pictures of one class whose alignment failed; they are called anomalous.
     *
     * @param truth the class
     * @return how many did not converge
     */
    public long failedAlignments(Verdict truth) {
        return pictures.stream()
                .filter(picture -> picture.truth() == truth && !picture.converged())
                .count();
    }
}
