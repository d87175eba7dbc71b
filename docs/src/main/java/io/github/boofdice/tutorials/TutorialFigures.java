package io.github.boofdice.tutorials;

import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws the tutorials' figures anew; a test holds the committed ones against what it draws. */
final class TutorialFigures {
    /** From the repository's top folder. */
    static final Path FOLDER = Path.of("docs/src/main/java/io/github/boofdice/tutorials/doc-files");

    /** Draws one. */
    @FunctionalInterface
    interface Drawing {
        BufferedImage draw() throws IOException;
    }

    private TutorialFigures() {}

    /** The repository's top folder, in which {@code test-data/pictures} lie. */
    static Path root() {
        return SamplePictures.root().resolve("../..").normalize();
    }

    /** By the file's name without its ending. */
    static Map<String, Drawing> all() {
        Map<String, Drawing> all = new LinkedHashMap<>();
        all.put("first-inspection", FirstInspection::figure);
        all.put("how-alignment-works", HowAlignmentWorks::figure);
        all.put("score-and-threshold", ScoreAndThreshold::figure);
        all.put("heat-map-and-regions", HeatMapAndRegions::figure);
        all.put("your-own-part", YourOwnPart::figure);
        all.put("what-counts", WhatCounts::figure);
        all.put("networks", Networks::figure);
        all.put("production", Production::figure);
        all.put("benchmarks", Benchmarks::figure);
        all.put("many-pictures", ManyPictures::figure);
        return all;
    }

    /**
     * Writes them, and the README's heat maps.
     *
     * @param args not used
     * @throws IOException when a picture cannot be read or a figure not be written
     */
    public static void main(String[] args) throws IOException {
        Path root = root();
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
