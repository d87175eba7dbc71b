package io.github.boofdice.measure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the pose's error against the angle by which a picture was turned: degrees on the left, pixels on the right. */
final class PoseErrorFigure {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int ZOOM = 2;
    private static final Color MEDIAN = new Color(0x1f4e9c);
    private static final Color HIGH = new Color(0xd97a1c);

    private PoseErrorFigure() {}

    static void draw(List<PoseError> errors, Path file) throws IOException {
        XYChart turn = chart("Error of the angle", "degrees", AngleBins.of(errors, PoseError::degrees));
        XYChart middle = chart("Error of the middle", "pixels", AngleBins.of(errors, PoseError::pixels));
        BufferedImage figure = new BufferedImage(2 * WIDTH * ZOOM, HEIGHT * ZOOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = figure.createGraphics();
        pen.scale(ZOOM, ZOOM);
        turn.paint(pen, WIDTH, HEIGHT);
        pen.translate(WIDTH, 0);
        middle.paint(pen, WIDTH, HEIGHT);
        pen.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(figure, "png", file.toFile());
    }

    private static XYChart chart(String title, String unit, AngleBins bins) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("picture turned by, degrees (bins of " + AngleBins.WIDTH + ")")
                .yAxisTitle(unit)
                .build();
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14))
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        chart.getStyler()
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11))
                .setXAxisMin(-180.0)
                .setXAxisMax(180.0)
                .setYAxisMin(0.0);
        chart.getStyler().setXAxisTickMarkSpacingHint(60).setYAxisDecimalPattern("0.###");
        line(chart, "95 % within", bins.middles(), bins.high(), HIGH);
        line(chart, "median", bins.middles(), bins.medians(), MEDIAN);
        return chart;
    }

    private static void line(XYChart chart, String name, double[] x, double[] y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(1.6f));
        series.setMarker(SeriesMarkers.NONE);
    }
}
