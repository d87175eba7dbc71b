package io.github.boofdice.measure;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.evaluate.CrossFit;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.LabelledPicture;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.evaluate.TurnedPictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows look at: both captures, and the model learned from the good pictures of {@code original} alone at a stated 0.1 %. What
 * several rows need is made once.
 */
final class Study {
    /** The stated false-reject rate. */
    static final double RATE = 0.001;

    /** Decides every random turn: {@code evaluate --turned 1} on the command line turns the pictures alike. */
    static final TurnedPictures TURNED = new TurnedPictures(1);

    private static final int FOLDS = 10;

    private final Stopwatch.Timed<DiceInspector> learned;
    private final Capture original;
    private final Capture autumn;
    private final Path data;
    private final @Nullable Path reference;
    private final Path figures;
    private final ProgressListener progress;
    private final Map<String, List<JudgedPicture>> judged = new HashMap<>();
    private @Nullable CnnInspector withNetwork;
    private final List<DiceInspector> foldModels = new ArrayList<>();

    private Study(
            Path data,
            @Nullable Path reference,
            Path figures,
            Stopwatch.Timed<DiceInspector> learned,
            Capture original,
            Capture autumn,
            ProgressListener progress) {
        this.data = data;
        this.reference = reference;
        this.figures = figures;
        this.learned = learned;
        this.original = original;
        this.autumn = autumn;
        this.progress = progress;
    }

    /** Learns first of all, in a JVM that has done nothing yet, as someone who calls the command line meets it. */
    static Study open(Path data, @Nullable Path reference, Path figures, ProgressListener progress) throws IOException {
        Path good = data.resolve("original");
        Stopwatch.Timed<DiceInspector> learned = Stopwatch.time(() ->
                DiceInspector.builder().falseRejectRate(RATE).progress(progress).learn(good));
        return new Study(
                data,
                reference,
                figures,
                learned,
                Capture.read(good, progress),
                Capture.read(data.resolve("autumn"), progress),
                progress);
    }

    DiceInspector model() {
        return learned.result();
    }

    Stopwatch.Timed<DiceInspector> learned() {
        return learned;
    }

    /** The same good pictures, judged by the library's network too; learned once. */
    CnnInspector withNetwork() throws IOException {
        if (withNetwork == null) {
            withNetwork = DiceInspector.builder()
                    .falseRejectRate(RATE)
                    .progress(progress)
                    .withNetwork()
                    .learn(data.resolve("original"));
        }
        return withNetwork;
    }

    Capture original() {
        return original;
    }

    Capture autumn() {
        return autumn;
    }

    /** The folder with original/ and autumn/. */
    Path data() {
        return data;
    }

    /** The folder with the seed's reference values, which few rows need. */
    Path reference() {
        if (reference == null) {
            throw new IllegalArgumentException("this row needs the seed's reference values: -Ddice.reference=DIR");
        }
        return reference;
    }

    /** Where figures are drawn. */
    Path figures() {
        return figures;
    }

    ProgressListener progress() {
        return progress;
    }

    /** Every picture of a capture judged as it was taken. */
    List<JudgedPicture> upright(Capture capture) {
        return judged.computeIfAbsent(capture.name(), key -> capture.judge(model(), PictureChange.NONE, progress));
    }

    /** Every picture of a capture judged after its random turn. */
    List<JudgedPicture> turned(Capture capture) {
        return judged.computeIfAbsent(capture.name() + " turned", key -> capture.judge(model(), TURNED, progress));
    }

    /** {@code original} by models that did not see what they judge; the models are learned once, whatever the change. */
    Evaluation crossFitted(PictureChange change) throws IOException {
        return crossFitted(change, (model, picture, found) -> {});
    }

    /** Sees a picture of {@code original}, what was found in it, and by which model. */
    @FunctionalInterface
    interface FoldObserver {
        void judged(DiceInspector model, LabelledPicture picture, Inspection found);
    }

    /** Likewise, while an observer sees every picture go by. */
    Evaluation crossFitted(PictureChange change, FoldObserver observer) throws IOException {
        List<DiceInspector> used = new ArrayList<>();
        return CrossFit.evaluate(
                original.folder(),
                FOLDS,
                (pictures, listener) -> {
                    if (used.size() == foldModels.size()) {
                        foldModels.add(
                                DiceInspector.builder().progress(listener).learn(pictures));
                    }
                    used.add(foldModels.get(used.size()));
                    return used.get(used.size() - 1);
                },
                change,
                (picture, judged, found) -> observer.judged(used.get(used.size() - 1), picture, found),
                progress);
    }

    static Evaluation evaluation(List<JudgedPicture> pictures) {
        return Evaluation.of(pictures, List.of(), List.of());
    }
}
