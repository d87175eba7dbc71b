package io.github.boofdice.evaluate;

import static java.util.Objects.requireNonNull;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns and tests on one capture without testing on what was learned.
 *
 * <p>The sorted files of each folder are cut into k contiguous blocks: block i of n files holds the files from floor(i n /
 * k) up to floor((i + 1) n / k). Model i learns from every good picture outside the blocks i and judges the blocks i, those
 * of the anomalous folders too; so each picture is judged once, by a model that did not see it. Contiguous blocks keep
 * runs of near-identical frames together; a random split would leak them.
 *
 * <p>Each picture is decoded once and all are held in memory: four bytes a pixel.
 */
public final class CrossFit {
    private CrossFit() {}

    /**
     * Evaluates what {@link DiceInspector#builder()} learns, with its defaults.
     *
     * @param dir the labelled folder
     * @param k how many folds, at least 2
     * @param progress hears how far it has come
     * @return the figures over all folds
     * @throws EvaluationException when there is no such folder, or it holds too few good pictures
     * @throws IOException when the folder cannot be searched or nothing can be learned
     */
    public static Evaluation evaluate(Path dir, int k, ProgressListener progress) throws IOException {
        return evaluate(
                dir,
                k,
                (pictures, listener) ->
                        DiceInspector.builder().progress(listener).learn(pictures),
                PictureChange.NONE,
                progress);
    }

    /**
     * Evaluates what a learner learns.
     *
     * @param dir the labelled folder
     * @param k how many folds, at least 2
     * @param learner learns the model of each fold
     * @param change changes each picture before it is judged; the pictures learned from are not changed
     * @param progress hears how far it has come
     * @return the figures over all folds
     * @throws IllegalArgumentException when k is below 2
     * @throws EvaluationException when there is no such folder, it holds no readable good picture, or a folder below
     *     {@code normal/} holds a single one (its face would be unknown to the model that judges it)
     * @throws IOException when the folder cannot be searched or nothing can be learned
     */
    public static Evaluation evaluate(Path dir, int k, Learner learner, PictureChange change, ProgressListener progress)
            throws IOException {
        return evaluate(dir, k, learner, change, PictureObserver.NONE, progress);
    }

    /**
     * Evaluates what a learner learns, and shows each judged picture to an observer.
     *
     * @param dir the labelled folder
     * @param k how many folds, at least 2
     * @param learner learns the model of each fold
     * @param change changes each picture before it is judged; the pictures learned from are not changed
     * @param observer sees each judged picture, fold by fold
     * @param progress hears how far it has come
     * @return the figures over all folds
     * @throws IllegalArgumentException when k is below 2
     * @throws EvaluationException when there is no such folder, it holds no readable good picture, or a folder below
     *     {@code normal/} holds a single one (its face would be unknown to the model that judges it)
     * @throws IOException when the folder cannot be searched or nothing can be learned
     */
    public static Evaluation evaluate(
            Path dir, int k, Learner learner, PictureChange change, PictureObserver observer, ProgressListener progress)
            throws IOException {
        if (k < 2) {
            throw new IllegalArgumentException("k must be at least 2 folds but is " + k);
        }
        Tally tally = new Tally();
        List<Entry> entries = read(LabelledFolder.of(dir).pictures(), k, tally, progress);
        checkFolders(dir, entries);
        // Only folds that hold a picture: k may be far larger than the folders.
        for (int fold :
                entries.stream().mapToInt(Entry::fold).distinct().sorted().toArray()) {
            judge(fold, k, entries, learner, change, observer, tally, progress);
        }
        return tally.evaluation();
    }

    private static List<Entry> read(List<LabelledPicture> pictures, int k, Tally tally, ProgressListener progress) {
        List<Entry> entries = new ArrayList<>();
        LabelledShot.forEach(pictures, "reading", progress, shot -> entries.add(new Entry(shot, 0)), tally::unreadable);
        Map<String, Integer> sizes = new HashMap<>();
        entries.forEach(entry -> sizes.merge(entry.shot().picture().folder(), 1, Integer::sum));
        Map<String, Integer> seen = new HashMap<>();
        entries.replaceAll(entry -> {
            String folder = entry.shot().picture().folder();
            int position = seen.merge(folder, 1, Integer::sum) - 1;
            return entry.inFold(foldOf(position, requireNonNull(sizes.get(folder)), k));
        });
        return entries;
    }

    /** The block i for which floor(i n / k) <= position < floor((i + 1) n / k). */
    static int foldOf(int position, int n, int k) {
        return (int) (((position + 1L) * k - 1) / n);
    }

    private static void checkFolders(Path dir, List<Entry> entries) throws EvaluationException {
        Map<String, Integer> sizes = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.good()) {
                sizes.merge(entry.shot().picture().folder(), 1, Integer::sum);
            }
        }
        if (sizes.isEmpty()) {
            throw new EvaluationException(dir + ": holds no readable pictures below normal/ to learn from");
        }
        for (Map.Entry<String, Integer> folder : sizes.entrySet()) {
            if (folder.getValue() < 2) {
                throw new EvaluationException(dir.resolve(folder.getKey())
                        + ": holds a single picture; cross-fitting needs at least 2 in each folder below normal/");
            }
        }
    }

    private static void judge(
            int fold,
            int k,
            List<Entry> entries,
            Learner learner,
            PictureChange change,
            PictureObserver observer,
            Tally tally,
            ProgressListener progress)
            throws IOException {
        List<Entry> held =
                entries.stream().filter(entry -> entry.fold() == fold).toList();
        List<GoodPicture> good = new ArrayList<>();
        Set<FileFingerprint> learned = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.good() && entry.fold() != fold) {
                good.add(entry.goodPicture());
                learned.add(entry.shot().fingerprint());
            }
        }
        String prefix = "fold " + (fold + 1) + " of " + k + ", ";
        Inspector inspector =
                learner.learn(good, (stage, done, total) -> progress.progress(prefix + stage, done, total));
        int done = 0;
        for (Entry entry : held) {
            LabelledShot shot = entry.shot();
            tally.judge(shot, inspector, change, observer, learned.contains(shot.fingerprint()));
            progress.progress(prefix + "judging", ++done, held.size());
        }
    }

    /** A picture and the block it lies in. */
    private record Entry(LabelledShot shot, int fold) {
        boolean good() {
            return shot.picture().truth() == Verdict.NORMAL;
        }

        Entry inFold(int newFold) {
            return new Entry(shot, newFold);
        }

        /** The picture as it is learned from: its folder without the leading {@code normal/}. */
        GoodPicture goodPicture() {
            String folder = shot.picture().folder();
            int slash = folder.indexOf('/');
            return new GoodPicture(
                    shot.picture().file(), slash < 0 ? folder : folder.substring(slash + 1), shot.plane());
        }
    }
}
