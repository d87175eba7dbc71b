package io.github.boofdice.tutorials;

import io.github.boofdice.DefectRegion;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws the README's picture: dice as they were seen above, their heat maps with the regions boxed below. */
public final class HeatMapFigure {
    private static final List<String> SHOWN =
            List.of("scratch-five.png", "engraving-four.png", "lost-ink-six.png", "extra-pip-three.png");

    /** Heat below this is left clear, that above the next is drawn fully. */
    private static final double COLD = 0.7;

    private static final double HOT = 3;

    private static final int ZOOM = 2;
    private static final int GAP = 8;

    private HeatMapFigure() {}

    /**
     * Draws the figure.
     *
     * @param args the PNG file to write
     * @throws IOException when a picture cannot be read or the figure not be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args.length > 0 ? args[0] : "docs/figures/heat-maps.png");
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(draw(), "png", file.toFile());
    }

    static BufferedImage draw() throws IOException {
        DiceInspector inspector = DiceInspector.builder().learn(SamplePictures.learn());
        int side = inspector.info().frameWidth() * ZOOM;
        BufferedImage figure = new BufferedImage(
                SHOWN.size() * (side + GAP) + GAP, 2 * (side + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = figure.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, figure.getWidth(), figure.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < SHOWN.size(); i++) {
            BufferedImage die = ImageIO.read(SamplePictures.judge()
                    .resolve("anomalous")
                    .resolve(SHOWN.get(i))
                    .toFile());
            Inspection found = inspector.inspect(die);
            int x = GAP + i * (side + GAP);
            pen.drawImage(die, x, GAP, side, side, null);
            pen.drawImage(overlay(die, found), x, 2 * GAP + side, side, side, null);
            pen.setColor(new Color(0x1f77ff));
            pen.setStroke(new BasicStroke(2));
            for (DefectRegion region : found.regions()) {
                pen.drawRect(
                        x + region.x() * ZOOM,
                        2 * GAP + side + region.y() * ZOOM,
                        region.width() * ZOOM,
                        region.height() * ZOOM);
            }
        }
        pen.dispose();
        return figure;
    }

    /** The die in grey, redder and yellower the further it lies beyond the limits of good dice. */
    private static BufferedImage overlay(BufferedImage die, Inspection found) {
        BufferedImage out = new BufferedImage(die.getWidth(), die.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < die.getHeight(); y++) {
            for (int x = 0; x < die.getWidth(); x++) {
                int grey = die.getRaster().getSample(x, y, 0);
                double heat = Math.min(1, Math.max(0, (found.heatMap().get(x, y) - COLD) / (HOT - COLD)));
                int red = (int) (grey * (1 - heat) + 255 * heat);
                int green = (int) (grey * (1 - heat) + 220 * heat * heat);
                int blue = (int) (grey * (1 - heat));
                out.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return out;
    }
}
