package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.Inspection;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Tutorial 2, how alignment works: which face a picture shows, at what angle, and where.
 *
 * <p>Parts come at any angle. Before a picture can be compared it is laid upon the template of its face, in two steps that this tutorial takes by hand.
 *
 * <h2>Coarse: every face at every angle</h2>
 *
 * <p>On a copy of some 32 x 32 cells, freed of slow light, the picture is correlated with each face turned by each of 60 angles. That is few numbers, so all are tried, and no start is needed:
 *
 * {@snippet file="io/github/boofdice/tutorials/HowAlignmentWorks.java" region="coarse"}
 *
 * <p>The library tries shifts of up to two cells too, and angles of one period only where a face looks alike after a turn.
 *
 * <h2>Fine: down to hundredths of a pixel</h2>
 *
 * <p>Gauss-Newton then moves the pose until what is left between picture and template is least. {@link Inspection#pose()} tells where it ended, and the picture can be laid upon the template:
 *
 * {@snippet file="io/github/boofdice/tutorials/HowAlignmentWorks.java" region="residual"}
 *
 * <figure>
 * <img src="doc-files/how-alignment-works.png" alt="Six rows of grey cells with one bright place, and below a turned die, its difference from the template before, and the fainter one after" width="584">
 * <figcaption>Above the coarse map: a row a face (five, four, one, six, three, two), a column an angle, 0 to 354 degrees; white is a correlation of 1, black is -0.5 or less. Below the picture, its difference from the
 * template as it was taken, and once it is laid upon it: mid grey is none.</figcaption>
 * </figure>
 *
 * <h2>How to read it</h2>
 *
 * <ul>
 *   <li>The brightest cell is the face and, within three degrees, the angle. Rows that are bright more than once belong to faces that look alike after a turn: two, three, four, five. Which of these poses is reported does not matter.
 *   <li>{@link Inspection#residual()} is the difference below right in one number. A good part leaves little, whatever its angle; a part of another kind leaves much, and
 *       is reported as {@link io.github.boofdice.align.AlignmentStatus#DIVERGED} or scores high.
 *   <li>{@link io.github.boofdice.align.AlignmentStatus#AMBIGUOUS} says that two cells of the map explained the picture nearly as well.
 *   <li>A defect hardly pulls the pose: pixels that fit badly lose their weight, and a difference beyond 25 grey levels counts as 25.
 * </ul>
 *
 * @see io.github.boofdice.align.Aligner
 * @see io.github.boofdice.Pose
 */
public final class HowAlignmentWorks {
    /** Of the coarse map. */
    static final int ANGLES = 60;

    private static final double TURN = Math.toRadians(108);

    private HowAlignmentWorks() {}

    /**
     * Prints what was found of a drawn six that is turned by 108 degrees.
     *
     * @param args not used
     * @throws IOException when the pictures of test-data cannot be read
     */
    public static void main(String[] args) throws IOException {
        GrayF32 picture = turnedSix();
        Inspection found = Drawn.inspector().inspect(picture);
        Residuals residuals = residuals(Drawn.inspector(), picture, found);
        System.out.printf(
                Locale.ROOT,
                "a %s turned by %.1f degrees; %.1f grey levels of difference before, %.1f after%n",
                found.face(),
                Math.toDegrees(found.pose().theta()),
                residuals.before(),
                residuals.after());
    }

    /** Six is the only face here that no turn maps to itself. */
    static GrayF32 turnedSix() {
        return Drawn.die(Scenes.good(11, Face.SIX).withPose(new DiePose(2.5, -1.5, TURN)));
    }

    /** Correlations by face, in the model's order, and by angle in steps of 6 degrees. */
    static double[][] coarseMap(DiceInspector inspector, GrayF32 picture) {
        List<FaceInfo> faces = inspector.info().faces();
        // @start region=coarse
        Frame frame = new Frame(inspector.info().frameWidth(), inspector.info().frameHeight());
        PictureLevels.Factory levels = new PictureLevels.Factory(frame);
        GrayF32 seen = levels.coarse(picture);
        double[][] map = new double[faces.size()][ANGLES];
        for (int f = 0; f < faces.size(); f++) {
            GrayF32 template = levels.middle(inspector.picture(faces.get(f).name()));
            for (int a = 0; a < ANGLES; a++) {
                GrayF32 turned = levels.coarseTurned(template, 2 * Math.PI * a / ANGLES);
                map[f][a] = correlation(seen, turned);
            }
        }
        // @end region=coarse
        return map;
    }

    private static double correlation(GrayF32 a, GrayF32 b) {
        PixelDisc disc = new PixelDisc(a.width, a.height, 0.4 * a.width);
        double meanA = mean(a, disc);
        double meanB = mean(b, disc);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < disc.size(); i++) {
            double u = a.data[disc.index(i)] - meanA;
            double v = b.data[disc.index(i)] - meanB;
            ab += u * v;
            aa += u * u;
            bb += v * v;
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double mean(GrayF32 plane, PixelDisc disc) {
        double sum = 0;
        for (int i = 0; i < disc.size(); i++) {
            sum += plane.data[disc.index(i)];
        }
        return sum / disc.size();
    }

    /**
     * Root mean squares of the difference from the template.
     *
     * @param before with the picture as it was taken, in grey levels of the band-pass
     * @param after once it is laid upon the template, likewise
     */
    record Residuals(double before, double after) {}

    static Residuals residuals(DiceInspector inspector, GrayF32 picture, Inspection found) {
        // @start region=residual
        RigidPose pose =
                new RigidPose(found.pose().x(), found.pose().y(), found.pose().theta());
        GrayF32 laidUpon = Warp.toTemplate(picture, pose);

        GrayF32 template = inspector.picture(found.face());
        double before = difference(picture, template);
        double after = difference(laidUpon, template);
        // @end region=residual
        return new Residuals(before, after);
    }

    private static double difference(GrayF32 picture, GrayF32 template) {
        GrayF32 plane = bandPassDifference(picture, template);
        PixelDisc disc = PixelDisc.scored(new Frame(plane.width, plane.height));
        double squares = 0;
        for (int i = 0; i < disc.size(); i++) {
            double d = plane.data[disc.index(i)];
            squares += d * d;
        }
        return Math.sqrt(squares / disc.size());
    }

    private static GrayF32 bandPassDifference(GrayF32 picture, GrayF32 template) {
        PictureLevels.Factory levels = new PictureLevels.Factory(new Frame(template.width, template.height));
        GrayF32 seen = levels.prepare(picture).fine();
        GrayF32 good = levels.prepare(template).fine();
        GrayF32 out = seen.createSameShape();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = seen.data[i] - good.data[i];
        }
        return out;
    }

    static BufferedImage figure() {
        DiceInspector inspector = Drawn.inspector();
        GrayF32 picture = turnedSix();
        Inspection found = inspector.inspect(picture);
        GrayF32 template = inspector.picture(found.face());
        RigidPose pose =
                new RigidPose(found.pose().x(), found.pose().y(), found.pose().theta());
        BufferedImage below = Sheet.of(3, 1, 184, 184)
                .tile(0, 0, Sheet.grey(picture, 0, 255))
                .tile(1, 0, Sheet.grey(bandPassDifference(picture, template), -60, 60))
                .tile(2, 0, Sheet.grey(bandPassDifference(Warp.toTemplate(picture, pose), template), -60, 60))
                .picture();
        return Sheet.stacked(cells(coarseMap(inspector, picture)), below);
    }

    private static BufferedImage cells(double[][] map) {
        int cell = 9;
        int rows = 2 * cell;
        BufferedImage out = new BufferedImage(ANGLES * cell, map.length * rows, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int level = (int) (255 * Math.max(0, (0.5 + map[y / rows][x / cell]) / 1.5));
                out.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return out;
    }
}
