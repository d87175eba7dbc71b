package io.github.boofdice.measure;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A monitor of the model that was learned from {@code original} watches good pictures: those of {@code original} as models found them that had not seen
 * them, which are no drift, and those of {@code autumn}, which are another day.
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
        List<List<Inspection>> runs = heldOutRuns(study);
        long asTaken = alarms(monitor, runs);
        long pictures = 0;
        long alarms = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(runs, random);
            alarms += alarms(monitor, runs);
            pictures += runs.stream().mapToInt(List::size).sum();
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
                                        "false alarms a picture of `original`, cross-fitted, runs of frames in random order",
                                        Unit.PERCENT,
                                        alarms,
                                        pictures)
                                .atMost(0.0001))
                .with("falseAlarmsAsTaken", Figure.count("false alarms in the order taken", asTaken))
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

    /** The good pictures of {@code original} in runs of near-identical frames, in the order taken, as models found them that had not seen them. */
    private static List<List<Inspection>> heldOutRuns(Study study) throws IOException {
        Map<String, Inspection> found = new HashMap<>();
        Evaluation evaluation = study.crossFitted(
                PictureChange.NONE, (picture, judged, inspection) -> found.put(picture.file(), inspection));
        Map<Integer, List<Inspection>> runs = new TreeMap<>();
        for (JudgedPicture picture : evaluation.pictures()) {
            if (picture.truth() == Verdict.NORMAL) {
                runs.computeIfAbsent(picture.run(), run -> new ArrayList<>()).add(found.get(picture.file()));
            }
        }
        return new ArrayList<>(runs.values());
    }
}
