package io.github.boofdice.measure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Draws recall against contrast and size, a heat map a kind of defect. */
final class SensitivityFigure {
    private static final int HEIGHT = 300;
    private static final int MARGIN = 130;
    private static final int CELL = 56;
    private static final int ZOOM = 2;

    private SensitivityFigure() {}

    static void draw(List<SensitivityRow.Recalls> all, Path file) throws IOException {
        List<HeatMapChart> charts = SensitivityGrid.LINES.stream()
                .map(line -> chart(
                        line, all.stream().filter(r -> r.line().equals(line)).toList()))
                .toList();
        int width = charts.stream().mapToInt(HeatMapChart::getWidth).sum();
        BufferedImage figure = new BufferedImage(width * ZOOM, HEIGHT * ZOOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = figure.createGraphics();
        pen.scale(ZOOM, ZOOM);
        for (HeatMapChart chart : charts) {
            chart.paint(pen, chart.getWidth(), chart.getHeight());
            pen.translate(chart.getWidth(), 0);
        }
        pen.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(figure, "png", file.toFile());
    }

    private static HeatMapChart chart(SensitivityGrid.Line line, List<SensitivityRow.Recalls> recalls) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(MARGIN + CELL * recalls.size())
                .height(HEIGHT)
                .title(line.name())
                .xAxisTitle("width or diameter, px")
                .yAxisTitle("contrast, grey levels")
                .build();
        chart.getStyler()
                .setRangeColors(new Color[] {new Color(0xf4f1ea), new Color(0x1f4e9c)})
                .setMin(0)
                .setMax(1)
                .setShowValue(true)
                .setHeatMapValueDecimalPattern("0.00")
                .setLegendVisible(false)
                .setPlotContentSize(1)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
        List<String> sizes =
                recalls.stream().map(r -> Unit.PIXELS.number(r.size())).toList();
        List<String> contrasts =
                SensitivityGrid.CONTRASTS.stream().map(String::valueOf).toList();
        List<Number[]> cells = new ArrayList<>();
        for (int x = 0; x < sizes.size(); x++) {
            for (int y = 0; y < contrasts.size(); y++) {
                cells.add(new Number[] {x, y, recalls.get(x).byContrast().get(SensitivityGrid.CONTRASTS.get(y))});
            }
        }
        chart.addSeries("recall", sizes, contrasts, cells);
        return chart;
    }
}
