package io.github.boofdice.evaluate;

import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several methods on the same labelled pictures.
 *
 * <p>All figures are over the same pictures: one that a method cannot judge counts in no figure of any method.
 *
 * @param methods what each is worth, in the order in which they were given
 * @param pairs every two methods beside each other, in that order
 * @param disagreements the pictures on which not all methods give one verdict, sorted by file
 * @param unreadable the files that could not be read, or not be judged by one of the methods, sorted by file
 * @param warnings what makes the figures doubtful, one line each
 */
public record MethodComparison(
        List<MethodResult> methods,
        List<MethodPair> pairs,
        List<Disagreement> disagreements,
        List<UnreadablePicture> unreadable,
        List<String> warnings) {
    /** So many pictures are judged twice, the first time off the clock: Java compiles what runs often. */
    public static final int WARM_UP = 200;

    /** Copies the lists. */
    public MethodComparison {
        methods = List.copyOf(methods);
        pairs = List.copyOf(pairs);
        disagreements = List.copyOf(disagreements);
        unreadable = List.copyOf(unreadable);
        warnings = List.copyOf(warnings);
    }

    /**
     * Lets every method judge every picture below {@code dir/normal} and {@code dir/anomalous}, in one thread. Each picture is
     * decoded once; each method's judging alone is timed, and the first {@value #WARM_UP} pictures are judged once before,
     * untimed.
     *
     * @param learned at least one method, no two of one name
     * @param dir the labelled folder
     * @param change changes each picture before it is judged; runs of near-identical frames are found before it
     * @param observer sees the pictures on which the methods disagree
     * @param progress hears how many pictures are done
     * @return the figures; a figure that needs a class without pictures is NaN, and a warning says so
     * @throws IllegalArgumentException when there is no method or two share a name
     * @throws EvaluationException when there is no such folder or it holds no pictures
     * @throws IOException when the folder cannot be searched
     */
    public static MethodComparison of(
            List<LearnedMethod> learned,
            Path dir,
            PictureChange change,
            DisagreementObserver observer,
            ProgressListener progress)
            throws IOException {
        checkNames(learned);
        MethodTally tally = new MethodTally(learned, observer);
        LabelledShot.forEach(
                LabelledFolder.of(dir).pictures(),
                "judging",
                progress,
                shot -> tally.judge(shot, change.change(shot.picture().file(), shot.plane()), tally.judged() < WARM_UP),
                tally::unreadable);
        return tally.comparison();
    }

    private static void checkNames(List<LearnedMethod> learned) {
        if (learned.isEmpty()) {
            throw new IllegalArgumentException("learned is empty; at least 1 method is needed");
        }
        Set<String> names = new HashSet<>();
        for (LearnedMethod one : learned) {
            if (!names.add(one.method().name())) {
                throw new IllegalArgumentException(
                        "two methods are named " + one.method().name());
            }
        }
    }

    /** Every two of the results. */
    static List<MethodPair> pairs(List<MethodResult> results) {
        List<MethodPair> pairs = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            for (int j = i + 1; j < results.size(); j++) {
                pairs.add(MethodPair.of(results.get(i), results.get(j)));
            }
        }
        return pairs;
    }
}
