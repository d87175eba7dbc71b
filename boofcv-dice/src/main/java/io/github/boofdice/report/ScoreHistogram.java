package io.github.boofdice.report;

import io.github.boofdice.ModelInfo;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** How the scores of good and of bad pictures are spread, and where the threshold lies between them. */
final class ScoreHistogram {
    /** Bins to a factor of ten. */
    private static final int BINS = 16;

    /** Scores outside are counted in the outermost bins. */
    private static final double LEAST = 0.01;

    private static final double MOST = 1e6;

    private ScoreHistogram() {}

    /** The chart; none where there is no picture. */
    static List<Chart> of(Evaluation evaluation, List<ModelInfo> models) {
        if (evaluation.pictures().isEmpty()) {
            return List.of();
        }
        double[] thresholds = models.stream()
                .mapToDouble(ModelInfo::threshold)
                .sorted()
                .distinct()
                .toArray();
        String threshold = thresholds.length == 0 ? "" : ", the threshold at " + Numbers.score(thresholds[0]);
        return List.of(ChartTheme.both(
                "Scores",
                "Histogram of the scores of good and of anomalous pictures on a logarithmic axis" + threshold + ".",
                "Share of each kind's pictures at each score, " + BINS
                        + " bins to a factor of ten. A typical good part scores 1; right of the dashed line a part is rejected."
                        + (thresholds.length > 1 ? " Each model has its own threshold; the outermost are drawn." : ""),
                List.of(
                        new Chart.Key("good", "good"),
                        new Chart.Key("anomalous", "bad"),
                        new Chart.Key(thresholds.length > 1 ? "thresholds" : "threshold", "dashed")),
                theme -> draw(theme, evaluation.pictures(), thresholds)));
    }

    private static XYChart draw(ChartTheme theme, List<JudgedPicture> pictures, double[] thresholds) {
        int first = pictures.stream().mapToInt(p -> bin(p.score())).min().getAsInt() - 1;
        int last = pictures.stream().mapToInt(p -> bin(p.score())).max().getAsInt() + 1;
        for (double threshold : thresholds) {
            first = Math.min(first, bin(threshold) - 1);
            last = Math.max(last, bin(threshold) + 1);
        }
        XYChart chart = theme.chart("score", "% of its kind");
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setXAxisMin(edge(first))
                .setXAxisMax(edge(last + 1))
                .setYAxisMin(0.0)
                .setXAxisDecimalPattern("#,##0.##")
                .setYAxisDecimalPattern("0.#");
        double highest = Math.max(
                area(theme, chart, "good", pictures, Verdict.NORMAL, first, last, theme.good),
                area(theme, chart, "anomalous", pictures, Verdict.ANOMALOUS, first, last, theme.bad));
        chart.getStyler().setYAxisMax(1.08 * highest);
        for (int i = 0; i < thresholds.length; i += Math.max(1, thresholds.length - 1)) {
            theme.line(
                    chart,
                    "threshold " + i,
                    new double[] {thresholds[i], thresholds[i]},
                    new double[] {0, 1.08 * highest},
                    theme.ink,
                    5,
                    4);
        }
        return chart;
    }

    /** Draws the outline of the bars; returns the highest. */
    private static double area(
            ChartTheme theme,
            XYChart chart,
            String name,
            List<JudgedPicture> pictures,
            Verdict truth,
            int first,
            int last,
            Color color) {
        double[] share = new double[last - first + 1];
        long all = pictures.stream().filter(p -> p.truth() == truth).count();
        if (all == 0) {
            return 0;
        }
        pictures.stream().filter(p -> p.truth() == truth).forEach(p -> share[bin(p.score()) - first] += 100.0 / all);
        double[] x = new double[2 * share.length];
        double[] y = new double[2 * share.length];
        double highest = 0;
        for (int i = 0; i < share.length; i++) {
            x[2 * i] = edge(first + i);
            x[2 * i + 1] = edge(first + i + 1);
            y[2 * i] = share[i];
            y[2 * i + 1] = share[i];
            highest = Math.max(highest, share[i]);
        }
        XYSeries series = theme.line(chart, name, x, y, color);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
        series.setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 90));
        return highest;
    }

    private static int bin(double score) {
        return (int) Math.floor(BINS * StrictMath.log10(Math.min(MOST, Math.max(LEAST, score))));
    }

    private static double edge(int bin) {
        return StrictMath.pow(10, bin / (double) BINS);
    }
}
