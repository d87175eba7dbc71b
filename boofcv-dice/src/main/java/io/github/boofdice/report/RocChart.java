package io.github.boofdice.report;

import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.Figures;
import io.github.boofdice.evaluate.MethodResult;
import io.github.boofdice.evaluate.Ranking;
import io.github.boofdice.evaluate.RocPoint;
import io.github.boofdice.evaluate.ScoredPicture;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The receiver operating characteristic, with the point at which the verdicts stand. */
final class RocChart {
    private static final String NOTE = "Each threshold is a point of the curve; up and left is better. ";

    /** XChart puts its ticks where there are points, if these are few. */
    private static final double[] FIFTHS = {0, 0.2, 0.4, 0.6, 0.8, 1};

    private RocChart() {}

    /**
     * A curve and the point of its verdicts.
     *
     * @param line the mark of the curve in the legend
     * @param dot the mark of the point
     */
    private record Curve(String name, List<RocPoint> points, Figures figures, String line, String dot) {
        static Curve of(String name, List<? extends ScoredPicture> pictures, Figures figures, String line, String dot) {
            return new Curve(name, Ranking.of(pictures).roc(), figures, line, dot);
        }

        String said() {
            return "an area of " + Numbers.decimal(figures.auroc()) + "; the verdicts find "
                    + Numbers.percent(figures.recall()) + " of the anomalous pictures and reject "
                    + Numbers.percent(figures.falseRejectRate()) + " of the good ones";
        }
    }

    /** The chart; none where either class is empty. */
    static List<Chart> of(Evaluation evaluation) {
        Curve curve = Curve.of("by score", evaluation.pictures(), evaluation.figures(), "good", "bad");
        return chart(
                "ROC curve",
                "ROC curve with " + curve.said() + ".",
                NOTE + "The dot is where the verdicts stand.",
                List.of(curve),
                List.of(new Chart.Key("by score", "good"), new Chart.Key("verdicts", "dot")));
    }

    /** One chart with the curve of each method; none where either class is empty. */
    static List<Chart> of(List<MethodResult> methods) {
        List<String> marks = List.of("good", "bad", "ink");
        List<Curve> curves = new ArrayList<>();
        List<Chart.Key> keys = new ArrayList<>();
        for (MethodResult method : methods) {
            String mark = marks.get(curves.size() % marks.size());
            curves.add(Curve.of(method.name(), method.pictures(), method.figures(), mark, mark));
            keys.add(new Chart.Key(method.name(), mark));
        }
        return chart(
                "ROC curves",
                curves.stream()
                        .map(curve -> curve.name() + ", with " + curve.said())
                        .collect(Collectors.joining("; and of ", "ROC curves of ", ".")),
                NOTE + "Each dot is where a method's verdicts stand.",
                curves,
                keys);
    }

    private static List<Chart> chart(String title, String alt, String note, List<Curve> curves, List<Chart.Key> keys) {
        if (curves.stream().anyMatch(curve -> curve.points().isEmpty())) {
            return List.of();
        }
        List<Chart.Key> all = new ArrayList<>(keys);
        all.add(new Chart.Key("by chance", "dashed"));
        return List.of(ChartTheme.both(title, alt, note, all, theme -> draw(theme, curves)));
    }

    private static XYChart draw(ChartTheme theme, List<Curve> curves) {
        XYChart chart = theme.chart("good pictures rejected", "anomalous pictures found");
        chart.getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0)
                .setYAxisDecimalPattern("0.##")
                .setXAxisDecimalPattern("0.##");
        theme.line(chart, "by chance", FIFTHS, FIFTHS, theme.ink, 3, 4);
        // The first is drawn last: where curves lie on one another it is the one that is seen.
        for (int i = curves.size() - 1; i >= 0; i--) {
            Curve curve = curves.get(i);
            theme.line(
                    chart,
                    curve.name(),
                    curve.points().stream()
                            .mapToDouble(RocPoint::falseRejectRate)
                            .toArray(),
                    curve.points().stream().mapToDouble(RocPoint::recall).toArray(),
                    colour(theme, curve.line()));
        }
        for (Curve curve : curves) {
            Color colour = colour(theme, curve.dot());
            XYSeries here = theme.line(
                    chart,
                    "verdicts of " + curve.name(),
                    new double[] {curve.figures().falseRejectRate()},
                    new double[] {curve.figures().recall()},
                    colour);
            here.setMarker(SeriesMarkers.CIRCLE);
            here.setMarkerColor(colour);
        }
        return chart;
    }

    private static Color colour(ChartTheme theme, String mark) {
        return switch (mark) {
            case "good" -> theme.good;
            case "bad" -> theme.bad;
            default -> theme.ink;
        };
    }
}
