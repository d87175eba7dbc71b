package io.github.boofdice.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Colours and letters of the charts; the colours are those of {@code style.css}. */
enum ChartTheme {
    LIGHT(new Color(0x17202b), new Color(0xd5dbe4), new Color(0x1f6fb5), new Color(0xb3430f)),
    DARK(new Color(0xe4e9f0), new Color(0x3b4656), new Color(0x6db3f2), new Color(0xf0915a));

    private static final Color CLEAR = new Color(0, 0, 0, 0);
    private static final Font LETTERS = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    final Color ink;
    final Color grid;
    final Color good;
    final Color bad;

    ChartTheme(Color ink, Color grid, Color good, Color bad) {
        this.ink = ink;
        this.grid = grid;
        this.good = good;
        this.bad = bad;
    }

    /** Whether letters can be drawn: a Java on a machine without fonts, as in a small container, throws what it likes at the first one. */
    static boolean hasFonts() {
        try {
            new TextLayout("0", LETTERS, new FontRenderContext(null, true, true)).getBounds();
            return true;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** Draws a chart in both. */
    static Chart both(
            String title, String alt, String note, List<Chart.Key> keys, Function<ChartTheme, XYChart> drawn) {
        return new Chart(title, alt, note, keys, Svg.uri(drawn.apply(LIGHT)), Svg.uri(drawn.apply(DARK)));
    }

    XYChart chart(String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(Chart.WIDTH)
                .height(Chart.HEIGHT)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        XYStyler styler = chart.getStyler();
        styler.setChartTitleVisible(false)
                .setChartBackgroundColor(CLEAR)
                .setChartFontColor(ink)
                .setChartPadding(4)
                .setLegendVisible(false)
                .setPlotBackgroundColor(CLEAR)
                .setPlotBorderVisible(false);
        styler.setAxisTitleFont(LETTERS)
                .setAxisTickLabelsFont(LETTERS)
                .setAxisTickLabelsColor(ink)
                .setAxisTickMarksColor(ink)
                .setPlotGridLinesColor(grid)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setXAxisTickMarkSpacingHint(60)
                .setYAxisTickMarkSpacingHint(36);
        return chart;
    }

    XYSeries line(XYChart chart, String name, double[] x, double[] y, Color color, float... dashes) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(
                dashes.length == 0
                        ? new BasicStroke(2)
                        : new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
        return series;
    }
}
