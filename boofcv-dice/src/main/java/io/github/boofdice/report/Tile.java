package io.github.boofdice.report;

import io.github.boofdice.ModelInfo;
import io.github.boofdice.evaluate.Confusion;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.FigureIntervals;
import io.github.boofdice.evaluate.Figures;
import java.util.List;

/**
 * One figure at the head of a page.
 *
 * @param label what it is
 * @param value the figure
 * @param detail what belongs to it, such as its interval; may be empty
 */
record Tile(String label, String value, String detail) {
    /** The figures of an evaluation, with 95 % intervals. */
    static List<Tile> of(Evaluation evaluation) {
        Confusion counts = evaluation.confusion();
        Figures figures = evaluation.figures();
        FigureIntervals intervals = evaluation.intervals();
        return List.of(
                new Tile(
                        "Anomalous found",
                        Numbers.count(counts.truePositives()),
                        "of " + Numbers.count(counts.anomalous())),
                new Tile(
                        "Good rejected",
                        Numbers.count(counts.falsePositives()),
                        "of " + Numbers.count(counts.normal())),
                new Tile("Recall", Numbers.percent(figures.recall()), interval(Numbers.percents(intervals.recall()))),
                new Tile(
                        "False-reject rate",
                        Numbers.percent(figures.falseRejectRate()),
                        interval(Numbers.percents(intervals.falseRejectRate()))),
                new Tile("F1", Numbers.decimal(figures.f1()), interval(Numbers.decimals(intervals.f1()))),
                new Tile("AUROC", Numbers.decimal(figures.auroc()), interval(Numbers.decimals(intervals.auroc()))));
    }

    /** Threshold and stated rate of the models that judged, one or one a fold. */
    static List<Tile> of(List<ModelInfo> models) {
        if (models.isEmpty()) {
            return List.of();
        }
        double least = models.stream().mapToDouble(ModelInfo::threshold).min().getAsDouble();
        double most = models.stream().mapToDouble(ModelInfo::threshold).max().getAsDouble();
        double lowest =
                models.stream().mapToDouble(ModelInfo::falseRejectRate).min().getAsDouble();
        double highest =
                models.stream().mapToDouble(ModelInfo::falseRejectRate).max().getAsDouble();
        String of = models.size() == 1 ? "score above it: anomalous" : "of " + models.size() + " models";
        return List.of(
                new Tile("Threshold", range(Numbers.score(least), Numbers.score(most)), of),
                new Tile(
                        "Stated rate",
                        range(Numbers.percent(lowest), Numbers.percent(highest)),
                        "of good parts rejected"));
    }

    static String interval(String ends) {
        return ends.isEmpty() ? "" : "95 %: " + ends;
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : low + " .. " + high;
    }
}
