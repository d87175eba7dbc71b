package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.RegionFormatException;
import io.github.boofdice.RegionOfInterest;
import io.github.boofdice.Relevance;
import io.github.boofdice.score.Polarity;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Tutorial 6, what counts: only dark, only light, nothing small, and places where a part may look as it likes.
 *
 * <p>A part that differs is not always a bad part. Three things can be said about what matters, none of which needs learning again.
 *
 * <h2>How large, how strong, which way</h2>
 *
 * {@snippet file="io/github/boofdice/tutorials/WhatCounts.java" region="relevance"}
 *
 * <p>A picture all of whose regions are dismissed is normal; {@link Inspection#dismissed()} still lists them, and {@link Inspection#explain} mentions them.
 *
 * <h2>Where</h2>
 *
 * <p>A number that is printed anew on each part is ignored by a region, drawn over {@link DiceInspector#picture}: it turns and shifts with the part. A mask in memory, a picture file or polygons as text will do:
 *
 * {@snippet file="io/github/boofdice/tutorials/WhatCounts.java" region="ignoring"}
 *
 * <figure>
 * <img src="doc-files/what-counts.png" alt="A die with a scratch boxed; its template with a quarter shaded; the die again without a box" width="592">
 * <figcaption>Left a die with a scratch, rejected. In the middle the template with the ignored quarter shaded. Right the same die, judged without that quarter: accepted.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>Relevance changes the verdict alone; score, p-value and heat map stay. A region changes the score too: what is not looked at is 0 in the heat map.
 *   <li>The threshold stays in both cases. Fewer good parts are rejected than stated, never more.
 *   <li>On a face that looks alike after a turn an ignored place counts in each of these poses: a quarter of a five, which looks alike after every quarter turn, would be all of it,
 *       and is refused. {@link DiceInspector#within(RegionOfInterest)} is the opposite: look only here.
 *   <li>Evidence is gathered over some ten pixels. A strong mark just outside the ignored place shows; one just inside may.
 *   <li>{@link DiceInspector#save} keeps neither: say it again after loading.
 * </ul>
 *
 * @see Relevance
 * @see RegionOfInterest
 */
public final class WhatCounts {
    private static final int SIDE = 186;

    private WhatCounts() {}

    /**
     * Prints what is said of a die with a scratch: with everything counting, with light marks only, and with a place ignored.
     *
     * @param args not used
     * @throws IOException when the pictures of test-data cannot be read
     */
    public static void main(String[] args) throws IOException {
        DiceInspector inspector = Drawn.inspector();
        Path suspect = suspect();
        System.out.println(inspector.inspect(suspect).explain());
        System.out.println(onlyLight(inspector).inspect(suspect).explain());
        System.out.println(ignoring(inspector, mask(inspector)).inspect(suspect).explain());
    }

    static Path suspect() {
        return Drawn.bad("scratch-six");
    }

    static DiceInspector onlyLight(DiceInspector inspector) {
        // @start region=relevance
        Relevance rule = Relevance.EVERYTHING
                .withMinArea(6) // pixels of the picture: dust may pass
                .withMinContrast(10) // grey levels
                .only(Polarity.LIGHT); // lost ink matters here, dirt does not
        DiceInspector tolerant = inspector.withRelevance(rule);
        // @end region=relevance
        return tolerant;
    }

    static DiceInspector ignoring(DiceInspector inspector, GrayF32 mask) {
        // @start region=ignoring
        RegionOfInterest number = RegionOfInterest.ofMask(mask); // of the model's frame size; what is not 0 is inside
        DiceInspector elsewhere = inspector.ignoring("six", number);
        // @end region=ignoring
        return elsewhere;
    }

    static RegionOfInterest fromFile(DiceInspector inspector, Path file) throws RegionFormatException {
        return RegionOfInterest.read(
                file, inspector.info().frameWidth(), inspector.info().frameHeight());
    }

    /** The lower right quarter, and a little more. */
    static GrayF32 mask(DiceInspector inspector) {
        GrayF32 mask =
                new GrayF32(inspector.info().frameWidth(), inspector.info().frameHeight());
        for (int y = 0; y < mask.height; y++) {
            for (int x = 0; x < mask.width; x++) {
                mask.set(x, y, x > 0.45 * mask.width && y > 0.45 * mask.height ? 1 : 0);
            }
        }
        return mask;
    }

    static BufferedImage figure() throws IOException {
        DiceInspector inspector = Drawn.inspector();
        GrayF32 mask = mask(inspector);
        BufferedImage die = ImageIO.read(suspect().toFile());
        Inspection before = inspector.inspect(die);
        Inspection after = ignoring(inspector, mask).inspect(die);
        return Sheet.of(3, 1, SIDE, SIDE)
                .tile(0, 0, Sheet.heat(die, before.heatMap()))
                .boxes(0, 0, die.getWidth(), before.regions())
                .tile(1, 0, shaded(inspector.picture("six"), mask))
                .tile(2, 0, Sheet.heat(die, after.heatMap()))
                .boxes(2, 0, die.getWidth(), after.regions())
                .picture();
    }

    private static BufferedImage shaded(GrayF32 template, GrayF32 mask) {
        BufferedImage out = Sheet.grey(template, 0, 255);
        Graphics2D pen = out.createGraphics();
        pen.setColor(new Color(31, 119, 255, 110));
        for (int y = 0; y < mask.height; y++) {
            for (int x = 0; x < mask.width; x++) {
                if (mask.get(x, y) != 0) {
                    pen.fillRect(x, y, 1, 1);
                }
            }
        }
        pen.dispose();
        return out;
    }
}
