package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Drawn dice, their ideal templates, and a model learned from the committed pictures, shared by all tests of one run. */
public final class RenderedDice {
    /** Prepares pictures of 128 x 128 pixels. */
    public static final PictureLevels.Factory LEVELS = new PictureLevels.Factory(new Frame(128, 128));

    /** Templates without any error: what the renderer draws upright in the middle, in the order of {@link Face#values()}. */
    public static final List<Template> IDEAL =
            Arrays.stream(Face.values()).map(RenderedDice::ideal).toList();

    /** What good pictures of a quiet capture show at most against an ideal template, at every pixel: four grey levels over a patch, two along a line; drawn dice have no texture to compare. */
    public static final EvidenceLimits QUIET =
            new EvidenceLimits(List.of(flat(4), flat(2), flat(1000)), List.of(flat(4), flat(2), flat(1000)), flat(1));

    private RenderedDice() {}

    private static GrayF32 flat(float level) {
        GrayF32 plane = new GrayF32(128, 128);
        Arrays.fill(plane.data, level);
        return plane;
    }

    private static final class Shared {
        static final DiceInspector INSPECTOR = learn();

        private static DiceInspector learn() {
            try {
                return DiceInspector.builder().learn(SamplePictures.learn());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Learned from the committed pictures, twelve of each face. */
    public static DiceInspector inspector() {
        return Shared.INSPECTOR;
    }

    /** What {@link #inspector()} learned. */
    public static Learned learned() {
        return inspector().learned();
    }

    /** A drawn picture as the library takes it. */
    public static GrayF32 plane(GrayPicture picture) {
        GrayF32 plane = new GrayF32(picture.width(), picture.height());
        byte[] pixels = picture.pixels();
        for (int i = 0; i < pixels.length; i++) {
            plane.data[i] = pixels[i] & 0xFF;
        }
        return plane;
    }

    /** Draws a scene of 128 x 128 pixels. */
    public static GrayF32 draw(Scene scene) {
        return plane(DiceRenderer.render(scene));
    }

    /** Draws and prepares a scene. */
    public static PictureLevels prepared(Scene scene) {
        return LEVELS.prepare(draw(scene));
    }

    /** An upright die in an even light, a little soft, without noise. */
    public static Scene clean(Face face) {
        return Scene.plain(face).withBlur(0.4);
    }

    private static Template ideal(Face face) {
        GrayF32 grey = draw(clean(face));
        GrayF32 spread = new GrayF32(128, 128);
        Arrays.fill(spread.data, 1.5f);
        return new Template(face.folder(), grey, LEVELS.prepare(grey).fine(), spread, spread.clone(), face.symmetry());
    }

    /** The same place in the words of the library. */
    public static RigidPose pose(DiePose pose) {
        return new RigidPose(pose.x(), pose.y(), pose.theta());
    }

    /**
     * How far the corners of a square of 74 pixels (it just fits into the face) lie apart in two poses, root mean square in pixels, over the
     * nearest equivalent pose; of a free face the middle alone counts.
     */
    public static double apart(RigidPose a, RigidPose b, int symmetry) {
        if (symmetry == Template.FREE) {
            return Math.hypot(a.x() - b.x(), a.y() - b.y());
        }
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < symmetry; k++) {
            RigidPose turned = b.after(new RigidPose(0, 0, 2 * Math.PI * k / symmetry));
            double squares = 0;
            for (int corner = 0; corner < 4; corner++) {
                RigidPose place = new RigidPose(corner % 2 == 0 ? 37 : -37, corner < 2 ? 37 : -37, 0);
                double dx = a.after(place).x() - turned.after(place).x();
                double dy = a.after(place).y() - turned.after(place).y();
                squares += dx * dx + dy * dy;
            }
            least = Math.min(least, Math.sqrt(squares / 4));
        }
        return least;
    }
}
