package io.github.boofdice.tutorials;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and dots over two axes, in the tutorials' look. */
final class Chart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 260;
    private static final List<Color> COLORS = List.of(new Color(0x1f4e9c), new Color(0xd97a1c), new Color(0x6a8f2f));

    private final XYChart chart;

    Chart(String across, String up) {
        chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        chart.getStyler()
                .setLegendVisible(false)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        chart.getStyler()
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    /** The least and the greatest value on the upward axis; returns this. */
    Chart from(double least, double most) {
        chart.getStyler().setYAxisMin(least).setYAxisMax(most);
        return this;
    }

    /** Adds a line; with a second one a legend comes; returns this. */
    Chart line(String name, double[] x, double[] y) {
        add(name, x, y).setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Adds dots; returns this. */
    Chart dots(String name, double[] x, double[] y) {
        XYSeries series = add(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        return this;
    }

    private XYSeries add(String name, double[] x, double[] y) {
        Color color = COLORS.get(chart.getSeriesMap().size() % COLORS.size());
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(color);
        series.setMarkerColor(color);
        series.setLineStyle(new BasicStroke(1.6f));
        chart.getStyler().setLegendVisible(chart.getSeriesMap().size() > 1).setMarkerSize(5);
        return series;
    }

    BufferedImage picture() {
        return painted(chart);
    }

    /** A bar a name, each with its value. */
    static BufferedImage bars(String up, Map<String, Double> values) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .yAxisTitle(up)
                .build();
        chart.getStyler()
                .setLabelsVisible(true)
                .setAvailableSpaceFill(0.5)
                .setLegendVisible(false)
                .setChartBackgroundColor(Color.WHITE);
        chart.getStyler()
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setDecimalPattern("0");
        chart.addSeries(up, List.copyOf(values.keySet()), List.copyOf(values.values()))
                .setFillColor(COLORS.get(0));
        return painted(chart);
    }

    private static BufferedImage painted(org.knowm.xchart.internal.chartpart.Chart<?, ?> chart) {
        BufferedImage out = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = out.createGraphics();
        chart.paint(pen, WIDTH, HEIGHT);
        pen.dispose();
        return out;
    }
}
