package io.github.boofdice.measure;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.ExcludedPicture;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.learn.LimitMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Learns robust limits from the good pictures of {@code original} among which bad ones lie: every so manieth of its anomalous pictures, filed where the model that learned from the good ones sees their face, and spread evenly over that
 * folder, so that each part that is held out holds some.
 */
final class RobustRow {
    static final Row ROW = new Row(
            "robust",
            false,
            "`autumn`, learned from `original` with 2 % bad pictures among the good, `--limits robust --assumed-contamination 0.02`",
            RobustRow::measure);

    private static final double SHARE = 0.02;
    private static final long SEED = 6;

    private RobustRow() {}

    private static Outcome measure(Study study) throws IOException {
        List<Capture.Shot> slippedIn = slippedIn(study.original());
        DiceInspector model = DiceInspector.builder()
                .falseRejectRate(Study.RATE)
                .limits(LimitMethod.ROBUST)
                .assumedContamination(SHARE)
                .progress(study.progress())
                .learn(mixed(study, slippedIn));
        Set<String> excluded =
                model.info().excluded().stream().map(ExcludedPicture::file).collect(Collectors.toSet());
        long noticed = slippedIn.stream()
                .filter(shot -> excluded.contains(shot.file()))
                .count();
        return EvaluationFigures.of(Study.evaluation(study.autumn().judge(model, PictureChange.NONE, study.progress())))
                .change(EvaluationFigures.AUROC, f -> f.atLeast(0.9995))
                .change(EvaluationFigures.F1, f -> f.atLeast(0.98))
                .detail("slippedIn", Figure.count("bad pictures among the good", slippedIn.size()))
                .detail("noticed", Figure.count("of those, left out", noticed))
                .detail("goodLeftOut", Figure.count("good pictures left out", excluded.size() - noticed))
                .note(model.info().thresholdSource());
    }

    private static List<Capture.Shot> slippedIn(Capture original) {
        List<Capture.Shot> bad =
                original.shots().stream().filter(shot -> !shot.good()).toList();
        int count = (int) Math.round(SHARE * original.good().size());
        double from = new SplittableRandom(SEED).nextDouble();
        List<Capture.Shot> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(bad.get((int) ((i + from) * bad.size() / count)));
        }
        return chosen;
    }

    private static List<GoodPicture> mixed(Study study, List<Capture.Shot> slippedIn) {
        Map<String, List<GoodPicture>> good = new TreeMap<>();
        Map<String, List<GoodPicture>> bad = new TreeMap<>();
        for (Capture.Shot shot : study.original().good()) {
            put(good, shot.toLearn());
        }
        for (Capture.Shot shot : slippedIn) {
            String face = study.model().inspect(shot.picture()).face();
            put(bad, new GoodPicture(shot.file(), face, shot.picture()));
        }
        List<GoodPicture> mixed = new ArrayList<>();
        good.forEach((folder, pictures) -> {
            List<GoodPicture> among = bad.getOrDefault(folder, List.of());
            int done = 0;
            for (int i = 0; i < pictures.size(); i++) {
                mixed.add(pictures.get(i));
                if (done < among.size() && i >= (done + 0.5) * pictures.size() / among.size() - 1) {
                    mixed.add(among.get(done++));
                }
            }
        });
        return mixed;
    }

    private static void put(Map<String, List<GoodPicture>> folders, GoodPicture picture) {
        folders.computeIfAbsent(picture.folder(), f -> new ArrayList<>()).add(picture);
    }
}
