package io.github.boofdice.measure;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.DriftMonitor;
import io.github.boofdice.DriftReport;
import io.github.boofdice.Inspection;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.PictureChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A monitor of the model that was learned from {@code original} watches the good pictures of {@code autumn}, which are another day. And each model of the cross-fitting watches the
 * good pictures of {@code original} that were kept from it, which are no drift: a hundred times, the runs of frames in another order each time.
 */
final class DriftRow {
    static final Row ROW = new Row("drift", false, "drift monitor, learned from `original`", DriftRow::measure);

    private static final int SHUFFLES = 20;
    private static final int PASSES = 100;
    private static final long SEED = 9;

    private DriftRow() {}

    private static Outcome measure(Study study) throws IOException {
        DriftMonitor monitor = study.model().watch();
        List<Inspection> autumn = new ArrayList<>();
        for (Capture.Shot shot : study.autumn().good()) {
            autumn.add(study.model().inspect(shot.picture()));
        }
        List<DriftReport> noticed = new ArrayList<>(List.of(untilNoticed(monitor, autumn)));
        Random random = new Random(SEED);
        for (int i = 0; i < SHUFFLES; i++) {
            Collections.shuffle(autumn, random);
            noticed.add(untilNoticed(monitor, autumn));
        }
        long asTaken = 0;
        long pictures = 0;
        long alarms = 0;
        for (Map.Entry<DiceInspector, List<List<Inspection>>> fold :
                heldOutRuns(study).entrySet()) {
            DriftMonitor own = fold.getKey().watch();
            List<List<Inspection>> runs = fold.getValue();
            asTaken += alarms(own, runs);
            for (int pass = 0; pass < PASSES; pass++) {
                Collections.shuffle(runs, random);
                alarms += alarms(own, runs);
                pictures += runs.stream().mapToInt(List::size).sum();
            }
        }
        return Outcome.empty()
                .with(
                        "noticedAsTaken",
                        Figure.count(
                                        "good pictures of `autumn` until it notices, in the order taken",
                                        seen(noticed.get(0)))
                                .atMost(100))
                .with(
                        "noticedShuffled",
                        Figure.count(
                                        "the most of " + SHUFFLES + " random orders",
                                        noticed.stream()
                                                .skip(1)
                                                .mapToLong(DriftRow::seen)
                                                .max()
                                                .orElseThrow())
                                .atMost(100))
                .with(
                        "falseAlarms",
                        Figure.share(
                                        "false alarms a good picture of `original`, cross-fitted, runs of frames in 100 random orders",
                                        Unit.PERCENT,
                                        alarms,
                                        pictures)
                                .atMost(0.0001))
                .with("falseAlarmsAsTaken", Figure.count("false alarms on them in the order taken", asTaken))
                .note("autumn: " + noticed.get(0).explain());
    }

    private static long seen(DriftReport report) {
        return report.accepted() + report.rejected();
    }

    /** The report that told of the first drift, or that of the end. */
    private static DriftReport untilNoticed(DriftMonitor monitor, Collection<Inspection> stream) {
        monitor.reset();
        for (Inspection found : stream) {
            DriftReport report = monitor.add(found);
            if (report.drifted()) {
                return report;
            }
        }
        return monitor.report();
    }

    /** Alarms while runs go by; the monitor begins anew after each. */
    private static long alarms(DriftMonitor monitor, List<List<Inspection>> runs) {
        monitor.reset();
        long alarms = 0;
        for (List<Inspection> run : runs) {
            for (Inspection found : run) {
                if (monitor.add(found).drifted()) {
                    alarms++;
                    monitor.reset();
                }
            }
        }
        return alarms;
    }

    /** The good pictures of {@code original} in runs of near-identical frames, in the order taken, by the model that judged them and had not seen them. */
    private static Map<DiceInspector, List<List<Inspection>>> heldOutRuns(Study study) throws IOException {
        Map<String, Inspection> found = new HashMap<>();
        Map<String, DiceInspector> models = new HashMap<>();
        Evaluation evaluation = study.crossFitted(PictureChange.NONE, (model, picture, inspection) -> {
            found.put(picture.file(), inspection);
            models.put(picture.file(), model);
        });
        Map<DiceInspector, Map<Integer, List<Inspection>>> folds = new LinkedHashMap<>();
        for (JudgedPicture picture : evaluation.pictures()) {
            if (picture.truth() == Verdict.NORMAL) {
                folds.computeIfAbsent(models.get(picture.file()), model -> new TreeMap<>())
                        .computeIfAbsent(picture.run(), run -> new ArrayList<>())
                        .add(found.get(picture.file()));
            }
        }
        Map<DiceInspector, List<List<Inspection>>> out = new LinkedHashMap<>();
        folds.forEach((model, runs) -> out.put(model, new ArrayList<>(runs.values())));
        return out;
    }
}
