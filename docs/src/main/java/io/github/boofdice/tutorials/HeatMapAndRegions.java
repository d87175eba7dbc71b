package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DefectRegion;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.report.InspectionReport;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Tutorial 4, heat map, regions and report: where a part differs, in pictures, numbers and words.
 *
 * <p>An {@link Inspection} carries the same finding three times: a heat map for the eye, regions for a program, a sentence for whoever stands at the belt.
 *
 * {@snippet file="io/github/boofdice/tutorials/HeatMapAndRegions.java" region="words"}
 *
 * <figure>
 * <img src="doc-files/heat-map-and-regions.png" alt="Three bad dice above; below the same with places in red and yellow, boxed in blue" width="592">
 * <figcaption>A scratch, an engraving and ink that came off. Yellow is further beyond the limits of good dice than red; what is not coloured looks like good dice there.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>{@linkplain Inspection#heatMap() The heat map} is as large as the picture. 1 is the limit of what good dice show <em>at that place</em>: the rim of a pip, where light plays, has a wide limit, flat white a narrow one.
 *   <li>It says where, not how bad: the score is the strongest single filter's answer, the map a mean of several. So a map that stays pale can belong to a part that is rejected.
 *   <li>{@linkplain DefectRegion A region} holds a pixel beyond what rejects, and all around it that is beyond half of that; pieces within four pixels are one. {@code peak} tells how far beyond, {@code contrast} how many grey levels, {@code share} how much of all evidence of this picture lies here.
 *   <li>Light and dark are regions apart. Print that lies a little aside makes a light edge and a dark one, side by side.
 *   <li>A normal picture has no regions. One that did not align has a heat map that means little; {@link Inspection#explain} then says so.
 * </ul>
 *
 * <h2>A report for others</h2>
 *
 * <p>One HTML file, which asks for nothing over the net. It needs the command line's jar, or XChart, Batik's SVG generator and JMustache beside the library.
 *
 * {@snippet file="io/github/boofdice/tutorials/HeatMapAndRegions.java" region="report"}
 *
 * @see WhatCounts
 */
public final class HeatMapAndRegions {
    private static final List<String> SHOWN = List.of("scratch-five", "engraving-four", "lost-ink-six");
    private static final int SIDE = 186;

    private HeatMapAndRegions() {}

    /**
     * Prints what is said of three bad dice, and writes a report.
     *
     * @param args the HTML file to write; without it one in the folder for temporary files
     * @throws IOException when a picture cannot be read or the report not be written
     */
    public static void main(String[] args) throws IOException {
        Path html = args.length > 0 ? Path.of(args[0]) : Files.createTempFile("inspected", ".html");
        for (String name : SHOWN) {
            words(Drawn.inspector(), Drawn.bad(name)).forEach(System.out::println);
        }
        report(Drawn.inspector(), SamplePictures.anomalous().subList(0, 6), html);
        System.out.println(html);
    }

    static List<String> words(DiceInspector inspector, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        // @start region=words
        Inspection found = inspector.inspect(file);
        lines.add(found.explain()); // dark mark, 14 x 3 px, on the lower left of face two; ...
        for (DefectRegion region : found.regions()) {
            lines.add(region.explain());
            int x = (int) Math.round(region.centroidX());
            int y = (int) Math.round(region.centroidY());
            lines.add("heat in its middle: " + found.heatMap().get(x, y));
        }
        // @end region=words
        return lines;
    }

    static void report(DiceInspector inspector, List<Path> files, Path html) throws IOException {
        // @start region=report
        InspectionReport report = new InspectionReport("the model of this morning", inspector, inspector.info());
        for (Path file : files) {
            GrayF32 picture = PictureReader.read(file);
            report.inspected(file.getFileName().toString(), picture, inspector.inspect(picture));
        }
        report.write(html);
        // @end region=report
    }

    static BufferedImage figure() throws IOException {
        Sheet sheet = Sheet.of(SHOWN.size(), 2, SIDE, SIDE);
        for (int i = 0; i < SHOWN.size(); i++) {
            BufferedImage die = ImageIO.read(Drawn.bad(SHOWN.get(i)).toFile());
            Inspection found = Drawn.inspector().inspect(die);
            sheet.tile(i, 0, die)
                    .tile(i, 1, Sheet.heat(die, found.heatMap()))
                    .boxes(i, 1, die.getWidth(), found.regions());
        }
        return sheet.picture();
    }
}
