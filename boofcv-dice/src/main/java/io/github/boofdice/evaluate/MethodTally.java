package io.github.boofdice.evaluate;

import boofcv.struct.image.GrayF32;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what each method says while a comparison runs. */
final class MethodTally {
    private final List<LearnedMethod> learned;
    private final DisagreementObserver observer;
    private final List<List<MethodResult.Picture>> judged = new ArrayList<>();
    private final List<List<Long>> nanos = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<UnreadablePicture> unreadable = new ArrayList<>();
    private final DuplicateScan duplicates = new DuplicateScan();

    MethodTally(List<LearnedMethod> learned, DisagreementObserver observer) {
        this.learned = learned;
        this.observer = observer;
        learned.forEach(method -> {
            judged.add(new ArrayList<>());
            nanos.add(new ArrayList<>());
        });
    }

    void unreadable(LabelledPicture picture, IOException problem) {
        unreadable.add(UnreadablePicture.of(picture, problem));
    }

    /** Lets all methods judge a picture, as it was changed; {@code warmUp} says whether each does so once before the clock runs. */
    void judge(LabelledShot shot, GrayF32 plane, boolean warmUp) {
        LabelledPicture picture = shot.picture();
        List<Judgement> judgements = new ArrayList<>();
        long[] took = new long[learned.size()];
        for (int i = 0; i < took.length; i++) {
            Method method = learned.get(i).method();
            try {
                if (warmUp) {
                    method.judge(plane);
                }
                long start = System.nanoTime();
                judgements.add(method.judge(plane));
                took[i] = System.nanoTime() - start;
            } catch (IllegalArgumentException e) {
                unreadable.add(new UnreadablePicture(
                        picture.file(), "cannot be judged by " + method.name() + ": " + e.getMessage()));
                return;
            }
        }
        for (int i = 0; i < took.length; i++) {
            Judgement judgement = judgements.get(i);
            judged.get(i)
                    .add(new MethodResult.Picture(
                            picture.file(), picture.truth(), shot.run(), judgement.verdict(), judgement.score()));
            nanos.get(i).add(took[i]);
        }
        if (judgements.stream().map(Judgement::verdict).distinct().count() > 1) {
            disagreements.add(new Disagreement(picture.file(), picture.truth(), judgements));
            observer.disagreed(picture, plane, judgements);
        }
        duplicates.add(
                picture.file(),
                shot.fingerprint(),
                learned.stream().anyMatch(one -> one.method().learnedFrom(shot.fingerprint())));
    }

    /** How many pictures every method has judged. */
    int judged() {
        return judged.get(0).size();
    }

    MethodComparison comparison() {
        List<MethodResult> results = new ArrayList<>();
        for (int i = 0; i < learned.size(); i++) {
            long[] times = nanos.get(i).stream().mapToLong(Long::longValue).toArray();
            results.add(MethodResult.of(
                    learned.get(i).method().name(),
                    judged.get(i),
                    learned.get(i).learningSeconds(),
                    JudgingTime.of(times)));
        }
        List<String> warnings = new ArrayList<>(duplicates.warnings());
        warnings.addAll(results.get(0).confusion().missingClasses());
        return new MethodComparison(
                results,
                MethodComparison.pairs(results),
                disagreements.stream()
                        .sorted(Comparator.comparing(Disagreement::file))
                        .toList(),
                unreadable.stream()
                        .sorted(Comparator.comparing(UnreadablePicture::file))
                        .toList(),
                warnings);
    }
}
