package io.github.boofdice.measure;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.evaluate.Evaluation;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns from one flat folder of good pictures at any angle, without being told a face or how many there are. */
final class UnlabelledRow {
    static final Row ROW = new Row(
            "unlabelled",
            true,
            "learned from `original` turned and without labels; then `autumn`",
            UnlabelledRow::measure);

    private UnlabelledRow() {}

    private static Outcome measure(Study study) throws IOException {
        List<Capture.Shot> good = study.original().good();
        // A flat folder is read in the order of its file names.
        List<GoodPicture> flat = good.stream()
                .map(shot -> new GoodPicture(
                        shot.source().path().getFileName().toString(),
                        "",
                        Study.TURNED.change(shot.file(), shot.picture())))
                .sorted(Comparator.comparing(GoodPicture::name))
                .toList();
        DiceInspector model = DiceInspector.builder()
                .unlabelled(true)
                .falseRejectRate(Study.RATE)
                .progress(study.progress())
                .learn(flat);
        ModelInfo info = model.info();
        Evaluation autumn = Study.evaluation(study.autumn().judge(model, Study.TURNED, study.progress()));
        return Outcome.empty()
                .with(
                        "groups",
                        Figure.count("groups found", info.faces().size())
                                .atLeast(6)
                                .atMost(6))
                .with(
                        "purity",
                        Figure.share("purity of the groups", Unit.SHARE, majorities(model, good), good.size())
                                .atLeast(0.995))
                .detail(
                        "leftOut",
                        Figure.count("pictures left out", info.excluded().size()))
                .note(info.excluded().stream()
                        .map(picture -> picture.file() + ": " + picture.reason())
                        .toList())
                .and(EvaluationFigures.of(autumn).change(EvaluationFigures.AUROC, f -> f.atLeast(0.999)));
    }

    /** Each picture goes to the group that the model finds in it; the sum over groups of the face most frequent in each. */
    private static long majorities(DiceInspector model, List<Capture.Shot> good) {
        Map<String, Map<DieFace, Long>> groups = new TreeMap<>();
        for (Capture.Shot shot : good) {
            String group = model.inspect(Study.TURNED.change(shot.file(), shot.picture()))
                    .face();
            groups.computeIfAbsent(group, name -> new EnumMap<>(DieFace.class)).merge(shot.face(), 1L, Long::sum);
        }
        return groups.values().stream()
                .mapToLong(faces ->
                        faces.values().stream().mapToLong(Long::longValue).max().orElse(0))
                .sum();
    }
}
