package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** A figure of tiles, row after row on white, each with a line of words under it if the figure has any. */
final class Sheet {
    /** Heat below this is left clear, that above the next is drawn fully. */
    private static final double COLD = 0.7;

    private static final double HOT = 3;
    private static final int GAP = 8;
    private static final int LINE = 18;

    private final int width;
    private final int height;
    private final int words;
    private final BufferedImage picture;
    private final Graphics2D pen;

    private Sheet(int columns, int rows, int width, int height, int words) {
        this.width = width;
        this.height = height;
        this.words = words;
        picture = new BufferedImage(
                columns * (width + GAP) + GAP, rows * (height + words + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    }

    /** Tiles of so many pixels, without words. */
    static Sheet of(int columns, int rows, int width, int height) {
        return new Sheet(columns, rows, width, height, 0);
    }

    /** Tiles of so many pixels with room for a line under each. */
    static Sheet withWords(int columns, int rows, int width, int height) {
        return new Sheet(columns, rows, width, height, LINE);
    }

    private int left(int column) {
        return GAP + column * (width + GAP);
    }

    private int top(int row) {
        return GAP + row * (height + words + GAP);
    }

    /** Draws a picture into a tile, in the tile's size; returns this. */
    Sheet tile(int column, int row, BufferedImage tile) {
        pen.drawImage(tile, left(column), top(row), width, height, null);
        return this;
    }

    /** The same with a line under it; returns this. */
    Sheet tile(int column, int row, BufferedImage tile, String line) {
        pen.setColor(Color.DARK_GRAY);
        pen.drawString(line, left(column), top(row) + height + LINE - 5);
        return tile(column, row, tile);
    }

    /** Boxes regions of a picture {@code across} pixels wide that lies in a tile; returns this. */
    Sheet boxes(int column, int row, int across, List<DefectRegion> regions) {
        double zoom = width / (double) across;
        pen.setColor(new Color(0x1f77ff));
        pen.setStroke(new BasicStroke(2));
        for (DefectRegion region : regions) {
            pen.drawRect(
                    left(column) + (int) (region.x() * zoom),
                    top(row) + (int) (region.y() * zoom),
                    (int) (region.width() * zoom),
                    (int) (region.height() * zoom));
        }
        return this;
    }

    BufferedImage picture() {
        return picture;
    }

    /** One picture above another, each in the middle. */
    static BufferedImage stacked(BufferedImage above, BufferedImage below) {
        int width = Math.max(above.getWidth(), below.getWidth());
        BufferedImage out =
                new BufferedImage(width, above.getHeight() + below.getHeight() + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = out.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, out.getHeight());
        pen.drawImage(above, (width - above.getWidth()) / 2, GAP, null);
        pen.drawImage(below, (width - below.getWidth()) / 2, above.getHeight() + GAP, null);
        pen.dispose();
        return out;
    }

    /** Grey levels, {@code black} and less drawn black, {@code white} and more drawn white. */
    static BufferedImage grey(GrayF32 plane, double black, double white) {
        BufferedImage out = new BufferedImage(plane.width, plane.height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                int level = (int) Math.max(0, Math.min(255, 255 * (plane.get(x, y) - black) / (white - black)));
                out.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return out;
    }

    /** A grey picture, redder and yellower the further it lies beyond the limits of good parts. */
    static BufferedImage heat(BufferedImage seen, GrayF32 heatMap) {
        BufferedImage out = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                int grey = seen.getRaster().getSample(x, y, 0);
                double heat = Math.min(1, Math.max(0, (heatMap.get(x, y) - COLD) / (HOT - COLD)));
                int red = (int) (grey * (1 - heat) + 255 * heat);
                int green = (int) (grey * (1 - heat) + 220 * heat * heat);
                int blue = (int) (grey * (1 - heat));
                out.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return out;
    }
}
