package io.github.boofdice.tutorials;

import io.github.boofdice.DefectRegion;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.Inspection;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The first inspection, in ten lines: learn from a folder of good pictures, inspect one picture, see where it differs.
 *
 * <p>The folder has one subfolder a face. No picture of a bad die is needed, and none is used: bad is what good dice do not
 * look like.
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
        inspect(SamplePictures.learn(), SamplePictures.judge().resolve("anomalous/blot-five.png"));
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
}
