package io.github.boofdice.tutorials;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws the tutorials' figures anew; a test holds the committed ones against what it draws. */
public final class TutorialFigures {
    /** From the repository's top folder. */
    static final Path FOLDER = Path.of("docs/src/main/java/io/github/boofdice/tutorials/doc-files");

    /** Draws one. */
    @FunctionalInterface
    interface Drawing {
        BufferedImage draw() throws IOException;
    }

    private TutorialFigures() {}

    /** By the file's name without its ending. */
    static Map<String, Drawing> all() {
        Map<String, Drawing> all = new LinkedHashMap<>();
        all.put("first-inspection", FirstInspection::figure);
        all.put("how-alignment-works", HowAlignmentWorks::figure);
        all.put("score-and-threshold", ScoreAndThreshold::figure);
        return all;
    }

    /**
     * Writes them, and the README's heat maps.
     *
     * @param args the repository's top folder; without it the working directory
     * @throws IOException when a picture cannot be read or a figure not be written
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : "");
        Files.createDirectories(root.resolve(FOLDER));
        for (Map.Entry<String, Drawing> figure : all().entrySet()) {
            ImageIO.write(
                    figure.getValue().draw(),
                    "png",
                    root.resolve(FOLDER).resolve(figure.getKey() + ".png").toFile());
        }
        ImageIO.write(
                HeatMapFigure.draw(), "png", root.resolve(HeatMapFigure.FILE).toFile());
    }
}
