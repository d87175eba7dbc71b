package io.github.boofdice.measure;

import static java.util.Objects.requireNonNull;

import io.github.boofdice.DiceInspector;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.PictureChange;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Good pictures that are rejected at several stated rates: of {@code original} by models that did not see them, and of {@code autumn}. */
final class RatesRow {
    static final Row ROW = new Row(
            "rates", false, "good pictures rejected at stated rates of 2 %, 0.5 % and 0.1 %", RatesRow::measure);

    /** A stated rate and the shares of good pictures that may be rejected at it. */
    private record Rate(String name, double stated, double leastOriginal, double mostOriginal, double mostAutumn) {}

    private static final List<Rate> RATES = List.of(
            new Rate("2 %", 0.02, 0.01, 0.04, 0.04),
            new Rate("0.5 %", 0.005, 0.002, 0.01, 0.01),
            new Rate("0.1 %", Study.RATE, 0, 0.003, 0.003));

    private RatesRow() {}

    private static Outcome measure(Study study) throws IOException {
        long[] original = crossFitted(study);
        long[] autumn = autumn(study);
        long goodOriginal = study.original().good().size();
        long goodAutumn = study.autumn().good().size();
        Outcome out = Outcome.empty();
        for (int r = 0; r < RATES.size(); r++) {
            Rate rate = RATES.get(r);
            out = out.with(
                            "original" + (r + 1),
                            Figure.share("`original` at " + rate.name(), Unit.PERCENT, original[r], goodOriginal)
                                    .atLeast(rate.leastOriginal())
                                    .atMost(rate.mostOriginal()))
                    .with(
                            "autumn" + (r + 1),
                            Figure.share("`autumn` at " + rate.name(), Unit.PERCENT, autumn[r], goodAutumn)
                                    .atMost(rate.mostAutumn()));
        }
        return out;
    }

    /** Each fold's model is learned once; its threshold is set to each rate. */
    private static long[] crossFitted(Study study) throws IOException {
        Map<String, Capture.Shot> shots = new HashMap<>();
        study.original().shots().forEach(shot -> shots.put(shot.file(), shot));
        IdentityHashMap<DiceInspector, List<DiceInspector>> models = new IdentityHashMap<>();
        long[] rejected = new long[RATES.size()];
        study.crossFitted(PictureChange.NONE, (model, picture, found) -> {
            if (picture.truth() == Verdict.NORMAL) {
                count(
                        models.computeIfAbsent(model, RatesRow::atEachRate),
                        requireNonNull(shots.get(picture.file())),
                        rejected);
            }
        });
        return rejected;
    }

    private static long[] autumn(Study study) {
        List<DiceInspector> models = atEachRate(study.model());
        long[] rejected = new long[RATES.size()];
        study.autumn().good().forEach(shot -> count(models, shot, rejected));
        return rejected;
    }

    private static List<DiceInspector> atEachRate(DiceInspector model) {
        return RATES.stream()
                .map(rate -> model.withFalseRejectRate(
                        // A fold's model may be one of a few pictures too few to vouch for one in a thousand.
                        Math.max(rate.stated(), 1.0 / (model.info().calibrationScores() + 1))))
                .toList();
    }

    private static void count(List<DiceInspector> models, Capture.Shot shot, long[] rejected) {
        Arrays.setAll(
                rejected,
                r -> rejected[r] + (models.get(r).inspect(shot.picture()).anomalous() ? 1 : 0));
    }
}
