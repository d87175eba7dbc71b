package io.github.boofdice.cli;

import io.github.boofdice.evaluate.Disagreement;
import io.github.boofdice.evaluate.Interval;
import io.github.boofdice.evaluate.Judgement;
import io.github.boofdice.evaluate.MethodComparison;
import io.github.boofdice.evaluate.MethodPair;
import io.github.boofdice.evaluate.MethodResult;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What {@code compare} says to people: a table with a column a method, then where the methods disagree. */
final class ComparisonWords {
    /** So many disagreements are listed; there may be thousands. */
    static final int LISTED = 20;

    private ComparisonWords() {}

    static void say(MethodComparison comparison, Screen screen) {
        List<MethodResult> methods = comparison.methods();
        row("", methods, MethodResult::name, screen);
        long normal = methods.get(0).confusion().normal();
        long anomalous = methods.get(0).confusion().anomalous();
        row(
                "normal (" + normal + ") called normal",
                methods,
                m -> count(m.confusion().trueNegatives()),
                screen);
        row("  called anomalous", methods, m -> count(m.confusion().falsePositives()), screen);
        row(
                "anomalous (" + anomalous + ") called so",
                methods,
                m -> count(m.confusion().truePositives()),
                screen);
        row("  called normal", methods, m -> count(m.confusion().falseNegatives()), screen);
        screen.say("");
        figure(
                "precision",
                methods,
                m -> m.figures().precision(),
                m -> m.intervals().precision(),
                screen);
        figure("recall", methods, m -> m.figures().recall(), m -> m.intervals().recall(), screen);
        figure("F1", methods, m -> m.figures().f1(), m -> m.intervals().f1(), screen);
        figure("AUROC", methods, m -> m.figures().auroc(), m -> m.intervals().auroc(), screen);
        figure(
                "good dice rejected",
                methods,
                m -> m.figures().falseRejectRate(),
                m -> m.intervals().falseRejectRate(),
                screen);
        screen.say("");
        row("learned in", methods, m -> fixed("%.1f s", m.learningSeconds()), screen);
        row("a picture, median", methods, m -> fixed("%.3f ms", m.time().median()), screen);
        row("a picture, mean", methods, m -> fixed("%.3f ms", m.time().mean()), screen);
        for (MethodPair pair : comparison.pairs()) {
            screen.say("");
            screen.say("%s", line(pair));
        }
        disagreements(comparison, screen);
    }

    private static String line(MethodPair pair) {
        if (pair.disagreements() == 0) {
            return pair.first() + " and " + pair.second() + " agree on every picture.";
        }
        return String.format(
                Locale.ROOT,
                "%s and %s disagree on %d pictures: only %s is right on %d (%d runs), only %s on %d (%d runs); p = %.2g.",
                pair.first(),
                pair.second(),
                pair.disagreements(),
                pair.first(),
                pair.firstRight(),
                pair.firstRuns(),
                pair.second(),
                pair.secondRight(),
                pair.secondRuns(),
                pair.pValue());
    }

    private static void disagreements(MethodComparison comparison, Screen screen) {
        // The first method is the user's own: where it is wrong comes first.
        List<Disagreement> all = comparison.disagreements().stream()
                .sorted(Comparator.comparing(picture -> picture.right(0)))
                .toList();
        for (Disagreement picture : all.subList(0, Math.min(LISTED, all.size()))) {
            StringBuilder line = new StringBuilder("  ").append(picture.file());
            for (int i = 0; i < picture.judgements().size(); i++) {
                Judgement judgement = picture.judgements().get(i);
                line.append(String.format(
                        Locale.ROOT,
                        "  %s: %s (%.3f)%s",
                        comparison.methods().get(i).name(),
                        judgement.verdict().word(),
                        judgement.score(),
                        picture.right(i) ? "" : " WRONG"));
            }
            screen.say("%s", line);
        }
        if (all.size() > LISTED) {
            screen.say("  and %d more: --json lists all, --report shows them", all.size() - LISTED);
        }
    }

    private static void figure(
            String name,
            List<MethodResult> methods,
            Function<MethodResult, Double> value,
            Function<MethodResult, Interval> interval,
            Screen screen) {
        row(name, methods, m -> Double.isNaN(value.apply(m)) ? "undefined" : fixed("%.5f", value.apply(m)), screen);
        row(
                "  95 % interval",
                methods,
                m -> Double.isNaN(value.apply(m))
                        ? ""
                        : fixed("%.3f", interval.apply(m).low()) + " .. "
                                + fixed("%.3f", interval.apply(m).high()),
                screen);
    }

    private static void row(
            String name, List<MethodResult> methods, Function<MethodResult, String> cell, Screen screen) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", name));
        methods.forEach(method -> line.append(String.format(Locale.ROOT, " %16s", cell.apply(method))));
        screen.say("%s", line.toString().stripTrailing());
    }

    private static String count(long count) {
        return Long.toString(count);
    }

    private static String fixed(String format, double value) {
        return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, format, value);
    }
}
