package io.github.boofdice.measure;

import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import java.util.List;

/** An evaluation as figures with counts and intervals; the pictures that went wrong are named. */
final class EvaluationFigures {
    static final String AUROC = "auroc";
    static final String RECALL = "recall";
    static final String GOOD_REJECTED = "goodRejected";
    static final String F1 = "f1";

    private EvaluationFigures() {}

    static Outcome of(Evaluation evaluation) {
        Confusion counts = evaluation.confusion();
        return Outcome.empty()
                .with(
                        AUROC,
                        Figure.of("AUROC", Unit.SHARE, evaluation.figures().auroc())
                                .in(evaluation.intervals().auroc()))
                .with(
                        RECALL,
                        Figure.share("recall", Unit.SHARE, counts.truePositives(), counts.anomalous())
                                .in(evaluation.intervals().recall()))
                .with(
                        GOOD_REJECTED,
                        Figure.share("good rejected", Unit.PERCENT, counts.falsePositives(), counts.normal())
                                .in(evaluation.intervals().falseRejectRate()))
                .with(
                        F1,
                        Figure.of("F1", Unit.SHARE, evaluation.figures().f1())
                                .in(evaluation.intervals().f1()))
                .detail(
                        "averagePrecision",
                        Figure.of(
                                        "average precision",
                                        Unit.SHARE,
                                        evaluation.figures().averagePrecision())
                                .in(evaluation.intervals().averagePrecision()))
                .detail("goodNotAligned", Figure.count("good not aligned", evaluation.failedAlignments(Verdict.NORMAL)))
                .detail("goodRuns", Figure.count("runs of good frames", evaluation.runs(Verdict.NORMAL)))
                .detail("badRuns", Figure.count("runs of bad frames", evaluation.runs(Verdict.ANOMALOUS)))
                .note(wrong(evaluation.pictures()));
    }

    private static List<String> wrong(List<JudgedPicture> pictures) {
        return pictures.stream()
                .filter(picture -> picture.verdict() != picture.truth())
                .map(picture -> picture.file() + " was called "
                        + (picture.verdict() == Verdict.NORMAL ? "normal" : "anomalous"))
                .toList();
    }
}
