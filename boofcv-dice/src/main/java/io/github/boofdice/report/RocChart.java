package io.github.boofdice.report;

import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.Figures;
import io.github.boofdice.evaluate.Ranking;
import io.github.boofdice.evaluate.RocPoint;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The receiver operating characteristic, with the point at which the verdicts stand. */
final class RocChart {
    private RocChart() {}

    /** The chart; none where either class is empty. */
    static List<Chart> of(Evaluation evaluation) {
        List<RocPoint> points = Ranking.of(evaluation.pictures()).roc();
        if (points.isEmpty()) {
            return List.of();
        }
        Figures figures = evaluation.figures();
        String alt = "ROC curve with an area of " + Numbers.decimal(figures.auroc()) + "; the verdicts find "
                + Numbers.percent(figures.recall()) + " of the anomalous pictures and reject "
                + Numbers.percent(figures.falseRejectRate()) + " of the good ones.";
        return List.of(ChartTheme.both(
                "ROC curve",
                alt,
                "Each threshold is a point of the curve; up and left is better. The dot is where the verdicts stand.",
                List.of(
                        new Chart.Key("by score", "good"),
                        new Chart.Key("verdicts", "dot"),
                        new Chart.Key("by chance", "dashed")),
                theme -> draw(theme, points, figures)));
    }

    private static XYChart draw(ChartTheme theme, List<RocPoint> points, Figures figures) {
        XYChart chart = theme.chart("good pictures rejected", "anomalous pictures found");
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setYAxisDecimalPattern("0.##")
                .setXAxisDecimalPattern("0.##");
        theme.line(chart, "by chance", new double[] {0, 1}, new double[] {0, 1}, theme.ink, 3, 4);
        theme.line(
                chart,
                "by score",
                points.stream().mapToDouble(RocPoint::falseRejectRate).toArray(),
                points.stream().mapToDouble(RocPoint::recall).toArray(),
                theme.good);
        XYSeries here = theme.line(
                chart,
                "verdicts",
                new double[] {figures.falseRejectRate()},
                new double[] {figures.recall()},
                theme.bad);
        here.setMarker(SeriesMarkers.CIRCLE);
        here.setMarkerColor(theme.bad);
        return chart;
    }
}
