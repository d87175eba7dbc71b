package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspection;
import io.github.boofdice.PartComparator;
import io.github.boofdice.PartComparison;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.testdata.BoardPair;
import io.github.boofdice.testdata.BoardRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tutorial 5, your own part instead of dice: one good picture, a handful, an unsorted folder, and parts without faces.
 *
 * <p>Nothing in the library knows pips. What it asks of a part: it fills the middle of the picture (a disc of 104 of 128 pixels, say), keeps its size and shape, and lies within some ten pixels of the middle, at any angle. How
 * much is learned depends on how many good pictures there are.
 *
 * <h2>A folder, sorted</h2>
 *
 * <p>The usual way, with one subfolder a view of the part: {@link FirstInspection}. Fifty pictures a view are good, and they should show what varies among good parts. If bad ones may lie among them:
 *
 * {@snippet file="io/github/boofdice/tutorials/YourOwnPart.java" region="robust"}
 *
 * <h2>A folder, not sorted</h2>
 *
 * <p>Views are found by themselves, whatever the angle, and named {@code group-1}, {@code group-2}, ... by size:
 *
 * {@snippet file="io/github/boofdice/tutorials/YourOwnPart.java" region="unlabelled"}
 *
 * <h2>A handful</h2>
 *
 * <p>Two pictures are the least. The rate is then what so few can vouch for: with five, one good part in six may be rejected.
 *
 * {@snippet file="io/github/boofdice/tutorials/YourOwnPart.java" region="handful"}
 *
 * <h2>One picture</h2>
 *
 * <p>Limits then come from that picture alone, and more good parts are rejected than stated:
 *
 * {@snippet file="io/github/boofdice/tutorials/YourOwnPart.java" region="one"}
 *
 * <h2>A flat part</h2>
 *
 * <p>A printed board, a label, a stamped sheet has no faces and needs no disc. {@link PartComparator} lays the picture upon one good picture of the same size, lets it stretch a little, and lists what differs:
 *
 * {@snippet file="io/github/boofdice/tutorials/YourOwnPart.java" region="flat"}
 *
 * <figure>
 * <img src="doc-files/your-own-part.png" alt="Two drawn circuit boards side by side; on the right one places that differ are boxed" width="664">
 * <figcaption>A drawn board: left the good one, right the one that was compared, with the regions boxed. Of nine defects that were drawn eight are found; a pinhole of five pixels is not.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>{@link io.github.boofdice.ModelInfo#excluded()} names pictures that were not learned from, and why: look at them first when a new part goes badly.
 *   <li>{@link io.github.boofdice.ModelInfo#thresholdSource()} says how many scores the threshold rests on. "largest of" means few; take more pictures.
 *   <li>{@link io.github.boofdice.FaceInfo#symmetry()} should be what you expect. A part that looks alike after half a turn has 2; a round one without marks 0.
 *   <li>On the flat part a box has a small margin, and there is no score and no rate: it differs or it does not.
 * </ul>
 *
 * @see LimitMethod
 * @see PartComparator
 */
public final class YourOwnPart {
    static final long BOARD = 21;
    private static final int SIDE = 320;

    private YourOwnPart() {}

    /**
     * Compares a drawn board with its template.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        BoardPair board = BoardRenderer.pair(BOARD);
        System.out.println(flat(plane(board.template()), plane(board.picture())).explain());
    }

    static DiceInspector robust(Path folder) throws IOException {
        // @start region=robust
        DiceInspector inspector = DiceInspector.builder()
                .limits(LimitMethod.ROBUST)
                .assumedContamination(0.02) // two in a hundred are left out: those that fit least
                .learn(folder);
        inspector.info().excluded().forEach(picture -> System.out.println(picture.file() + ": " + picture.reason()));
        // @end region=robust
        return inspector;
    }

    static DiceInspector unlabelled(List<GoodPicture> pictures) throws IOException {
        // @start region=unlabelled
        DiceInspector inspector = DiceInspector.builder().unlabelled(true).learn(pictures); // or a folder
        inspector.info().faces().forEach(face -> System.out.println(face.name() + " of " + face.pictures()));
        // @end region=unlabelled
        return inspector;
    }

    static DiceInspector handful(List<GrayF32> five) throws IOException {
        // @start region=handful
        List<GoodPicture> pictures = five.stream()
                .map(picture -> new GoodPicture("good-" + five.indexOf(picture), "part", picture))
                .toList();
        DiceInspector inspector = DiceInspector.builder().learn(pictures);
        System.out.println("vouches for a rate of " + inspector.info().falseRejectRate());
        // @end region=handful
        return inspector;
    }

    static Inspection one(GrayF32 good, GrayF32 suspect) throws IOException {
        // @start region=one
        DiceInspector inspector = DiceInspector.builder()
                .limits(LimitMethod.DIRECT)
                .learn(List.of(new GoodPicture("the good one", "part", good)));
        Inspection found = inspector.inspect(suspect);
        // @end region=one
        return found;
    }

    static PartComparison flat(GrayF32 good, GrayF32 today) {
        // @start region=flat
        PartComparator comparator = PartComparator.of(good); // files and folders too
        PartComparison compared = comparator.compare(today);
        compared.regions().forEach(region -> System.out.println(region.explain()));
        // @end region=flat
        return compared;
    }

    static GrayF32 plane(io.github.boofdice.testdata.GrayPicture picture) {
        return GrayPictures.fromBufferedImage(picture.toBufferedImage());
    }

    static BufferedImage figure() {
        BoardPair board = BoardRenderer.pair(BOARD);
        PartComparison compared = PartComparator.of(plane(board.template())).compare(plane(board.picture()));
        return Sheet.of(2, 1, SIDE, SIDE)
                .tile(0, 0, board.template().toBufferedImage())
                .tile(1, 0, board.picture().toBufferedImage())
                .boxes(1, 0, board.picture().width(), compared.regions())
                .picture();
    }
}
