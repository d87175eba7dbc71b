package io.github.boofdice.measure;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.LearningException;
import io.github.boofdice.evaluate.JudgedPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The model learned from {@code original}, its threshold moved to the first good pictures of each folder of {@code autumn}; the rest is judged, without the
 * frames that belong to a run of theirs. */
final class RecalibratedRow {
    static final Row ROW = new Row(
            "recalibrated",
            false,
            "`autumn`, learned from `original`, recalibrated with the first 100 good pictures over all folders",
            RecalibratedRow::measure);

    private static final int PICTURES = 100;

    private RecalibratedRow() {}

    private static Outcome measure(Study study) throws LearningException {
        List<Capture.Shot> first = first(study.autumn().good());
        List<Inspection> good = new ArrayList<>();
        first.forEach(shot -> good.add(study.model().inspect(shot.picture())));
        DiceInspector recalibrated = study.model().recalibrate(good);
        List<JudgedPicture> rest = new ArrayList<>();
        Set<Integer> seen = first.stream().map(Capture.Shot::run).collect(Collectors.toSet());
        for (Capture.Shot shot : study.autumn().shots()) {
            if (!seen.contains(shot.run())) {
                rest.add(JudgedPicture.of(
                        shot.file(), shot.source().truth(), shot.run(), recalibrated.inspect(shot.picture())));
            }
        }
        double before = study.model().info().threshold();
        return EvaluationFigures.of(Study.evaluation(rest))
                .change(EvaluationFigures.F1, f -> f.atLeast(0.99))
                .detail("thresholdBefore", Figure.of("threshold before", Unit.SHARE, before))
                .detail(
                        "threshold",
                        Figure.of("threshold", Unit.SHARE, recalibrated.info().threshold()))
                .note(recalibrated.info().thresholdSource());
    }

    /** In turn from every folder, each in file order. */
    private static List<Capture.Shot> first(List<Capture.Shot> good) {
        Map<String, List<Capture.Shot>> folders = new TreeMap<>();
        good.forEach(shot -> folders.computeIfAbsent(shot.source().folder(), f -> new ArrayList<>())
                .add(shot));
        List<Capture.Shot> first = new ArrayList<>();
        for (int i = 0; first.size() < PICTURES; i++) {
            for (List<Capture.Shot> folder : folders.values()) {
                if (i < folder.size() && first.size() < PICTURES) {
                    first.add(folder.get(i));
                }
            }
        }
        return first;
    }
}
