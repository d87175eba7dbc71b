package io.github.boofdice.tutorials;

import io.github.boofdice.DefectRegion;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Tutorial 1, the first inspection in ten lines: learn from a folder of good pictures, inspect one picture, see where it differs.
 *
 * <p>The folder has one subfolder a face. No picture of a bad die is needed, and none is used: bad is what good dice do not
 * look like.
 *
 * {@snippet file="io/github/boofdice/tutorials/FirstInspection.java" region="first-inspection"}
 *
 * <p>For a drawn five with a blot this prints that it is anomalous, a five, and two regions: the dark blot and a speck beside it.
 *
 * <figure>
 * <img src="doc-files/first-inspection.png" alt="A die with five pips and a dark blot, and the same with the blot in yellow and boxed" width="536">
 * <figcaption>Left the picture that was inspected, right its heat map, drawn over it, with the regions boxed.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>The <em>verdict</em> is the answer. It is anomalous where the score lies above a threshold that good pictures set ({@link ScoreAndThreshold}), and where no face was recognised.
 *   <li>The <em>face</em> is the subfolder that the part looks like. It may lie at any angle and some ten pixels aside ({@link HowAlignmentWorks}).
 *   <li>A <em>region</em> says where, in pixels of the picture, and whether the place is lighter or darker than on good parts ({@link HeatMapAndRegions}).
 * </ul>
 *
 * @see HeatMapAndRegions
 */
public final class FirstInspection {
    private FirstInspection() {}

    /**
     * Inspects a drawn five with a blot.
     *
     * @param args not used
     * @throws IOException when the pictures of test-data cannot be read
     */
    public static void main(String[] args) throws IOException {
        inspect(SamplePictures.learn(), Drawn.bad("blot-five"));
    }

    static Inspection inspect(Path good, Path suspect) throws IOException {
        // @start region=first-inspection
        DiceInspector inspector = DiceInspector.builder().learn(good);
        Inspection found = inspector.inspect(suspect);

        System.out.println(found.verdict() + ": a " + found.face() + " that scores " + found.score());
        for (DefectRegion region : found.regions()) {
            System.out.println(region.polarity() + " region of " + region.area() + " pixels, " + region.width() + " x "
                    + region.height() + " at (" + region.x() + ", " + region.y() + ")");
        }
        // @end region=first-inspection
        return found;
    }

    static BufferedImage figure() throws IOException {
        BufferedImage die = ImageIO.read(Drawn.bad("blot-five").toFile());
        Inspection found = Drawn.inspector().inspect(die);
        return Sheet.of(2, 1, 256, 256)
                .tile(0, 0, die)
                .tile(1, 0, Sheet.heat(die, found.heatMap()))
                .boxes(1, 0, die.getWidth(), found.regions())
                .picture();
    }
}
