package io.github.boofdice.measure;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.learn.LimitMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns direct limits from one good picture of each folder: the first by path that does not lie in the wrong folder. */
final class DirectRow {
    static final Row ROW = new Row(
            "direct",
            false,
            "`autumn`, `--limits direct` from the first good picture of each folder of `original`",
            DirectRow::measure);

    private DirectRow() {}

    private static Outcome measure(Study study) throws IOException {
        Map<String, GoodPicture> first = new TreeMap<>();
        for (Capture.Shot shot : study.original().good()) {
            if (!UprightRows.MISFILED.equals(shot.file())) {
                first.putIfAbsent(shot.source().folder(), shot.toLearn());
            }
        }
        DiceInspector model = DiceInspector.builder().limits(LimitMethod.DIRECT).learn(new ArrayList<>(first.values()));
        Outcome found = EvaluationFigures.of(
                Study.evaluation(study.autumn().judge(model, PictureChange.NONE, study.progress())));
        return found.withoutNotes()
                .change(EvaluationFigures.AUROC, f -> f.atLeast(0.98))
                .detail("pictures", Figure.count("pictures learned from", first.size()))
                .detail("faces", Figure.count("faces", model.info().faces().size()))
                .note(List.of(
                        "stated rate " + model.info().falseRejectRate() + ", of copies alone",
                        model.info().thresholdSource()));
    }
}
