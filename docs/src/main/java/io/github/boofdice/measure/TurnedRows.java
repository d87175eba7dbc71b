package io.github.boofdice.measure;

import io.github.boofdice.evaluate.JudgedPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The real pictures, each turned by a random angle about a point near its middle and shifted ({@link Study#TURNED}). */
final class TurnedRows {
    static final List<Row> ROWS = List.of(
            new Row("right-face", true, "right face, good pictures of `original` and `autumn`", TurnedRows::rightFace),
            new Row("autumn-turned", true, "`autumn`, learned from `original`", TurnedRows::autumn),
            new Row("original-turned", true, "`original`, cross-fitted in 10 folds", TurnedRows::original),
            new Row(
                    "same-verdict",
                    true,
                    "verdict the same turned and not turned, all pictures",
                    TurnedRows::sameVerdict));

    private TurnedRows() {}

    private static Outcome rightFace(Study study) {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Capture capture : List.of(study.original(), study.autumn())) {
            List<JudgedPicture> judged = study.turned(capture);
            for (int i = 0; i < judged.size(); i++) {
                Capture.Shot shot = capture.shots().get(i);
                if (shot.good()) {
                    all++;
                    String found = judged.get(i).face();
                    if (DieFace.ofFolder(found) != shot.face()) {
                        wrong.add(capture.name() + "/" + shot.file() + " was taken for face " + found);
                    }
                }
            }
        }
        return Outcome.empty()
                .with(
                        "rightFace",
                        Figure.share("right face", Unit.PERCENT, all - wrong.size(), all)
                                .atLeast(0.999))
                .note(wrong);
    }

    private static Outcome autumn(Study study) {
        return EvaluationFigures.of(Study.evaluation(study.turned(study.autumn())))
                .change(EvaluationFigures.AUROC, f -> f.atLeast(0.9998))
                .change(EvaluationFigures.GOOD_REJECTED, f -> f.atMost(0.0015))
                .change(EvaluationFigures.F1, f -> f.atLeast(0.99));
    }

    private static Outcome original(Study study) throws IOException {
        return EvaluationFigures.of(study.crossFitted(Study.TURNED));
    }

    private static Outcome sameVerdict(Study study) {
        List<String> other = new ArrayList<>();
        int all = 0;
        for (Capture capture : List.of(study.original(), study.autumn())) {
            List<JudgedPicture> upright = study.upright(capture);
            List<JudgedPicture> turned = study.turned(capture);
            all += upright.size();
            for (int i = 0; i < upright.size(); i++) {
                if (upright.get(i).verdict() != turned.get(i).verdict()) {
                    other.add(capture.name() + "/" + upright.get(i).file() + " is "
                            + turned.get(i).verdict() + " when turned");
                }
            }
        }
        return Outcome.empty()
                .with(
                        "sameVerdict",
                        Figure.share("same verdict", Unit.PERCENT, all - other.size(), all)
                                .atLeast(0.995))
                .note(other);
    }
}
