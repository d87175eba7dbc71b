package io.github.boofdice.measure;

import io.github.boofdice.ExcludedPicture;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.PictureChange;
import java.io.IOException;
import java.util.List;

/** The pictures as they were taken, within a few degrees and pixels of upright. */
final class UprightRows {
    /** The five that lies among the fours, by the README of the pictures. */
    static final String MISFILED = "normal/05/16_09_21_05_173.jpg";

    static final List<Row> ROWS = List.of(
            new Row("original", false, "`original`, cross-fitted in 10 folds", UprightRows::original),
            new Row("autumn", false, "`autumn`, learned from `original`", UprightRows::autumn),
            new Row("misfiled", false, "the five that lies among the fours of `original`", UprightRows::misfiled));

    private UprightRows() {}

    private static Outcome original(Study study) throws IOException {
        Evaluation evaluation = study.crossFitted(PictureChange.NONE);
        Outcome ours = EvaluationFigures.of(evaluation)
                .change(EvaluationFigures.AUROC, f -> f.atLeast(0.9995))
                .change(EvaluationFigures.RECALL, f -> f.atLeast(0.99))
                .change(EvaluationFigures.GOOD_REJECTED, f -> f.atMost(0.003))
                .change(EvaluationFigures.F1, f -> f.atLeast(0.97))
                .note("the seed's templates and thresholds were chosen on these pictures");
        return SeedMethod.averagedFrom(study.original()).judge(study.original()).beside(ours);
    }

    private static Outcome autumn(Study study) throws IOException {
        Outcome ours = EvaluationFigures.of(Study.evaluation(study.upright(study.autumn())))
                .change(EvaluationFigures.AUROC, f -> f.atLeast(0.9999))
                .change(EvaluationFigures.RECALL, f -> f.atLeast(0.99))
                .change(EvaluationFigures.GOOD_REJECTED, f -> f.atMost(0.003))
                .change(EvaluationFigures.F1, f -> f.atLeast(0.97));
        return SeedMethod.averagedFrom(study.original()).judge(study.autumn()).beside(ours);
    }

    private static Outcome misfiled(Study study) {
        List<ExcludedPicture> excluded = study.model().info().excluded();
        List<ExcludedPicture> named = excluded.stream()
                .filter(picture -> picture.file().equals(MISFILED))
                .toList();
        return Outcome.empty()
                .with(
                        "named",
                        Figure.count("named while learning, not learned from", named.size())
                                .atLeast(1))
                .detail("others", Figure.count("other pictures left out", excluded.size() - named.size()))
                .note(excluded.stream()
                        .map(picture -> picture.file() + ": " + picture.reason())
                        .toList());
    }
}
