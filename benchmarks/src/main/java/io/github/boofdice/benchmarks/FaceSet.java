package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.FaceInfo;
import io.github.boofdice.ModelInfo;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Templates, and pictures of them in poses that are known exactly.
 *
 * <p>The seed decides the pose, the start and the grain of a picture. Its levels are whole numbers, as a camera's are.
 */
final class FaceSet {
    /**
     * A template's picture in a known pose.
     *
     * @param template its index
     * @param picture whole grey levels 0..255
     * @param truth template to picture
     * @param start where a refinement is to begin: off by up to 2.5 pixels each way and 5 degrees
     */
    record Warped(int template, GrayF32 picture, RigidPose truth, RigidPose start) {}

    /** Draws a template in a pose; the result may be changed. */
    @FunctionalInterface
    private interface Drawing {
        GrayF32 at(RigidPose pose);
    }

    private static final double MOST_SHIFT = 5;
    private static final double START_SHIFT = 2.5;
    private static final double START_TURN = Math.toRadians(5);
    /** Any spread will do: alignment does not look at it. */
    private static final float SPREAD = 3;

    private final String name;
    private final PictureLevels.Factory levels;
    private final List<Template> templates = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();

    private FaceSet(String name, Frame frame) {
        this.name = name;
        levels = new PictureLevels.Factory(frame);
    }

    /** The six faces as the renderer draws them in an even light. A warp is drawn anew, not resampled. */
    static FaceSet rendered() {
        FaceSet set = new FaceSet("rendered", new Frame(DiceRenderer.SIDE, DiceRenderer.SIDE));
        for (Face face : Face.values()) {
            set.add(face.folder(), face.symmetry(), pose -> render(face, pose));
        }
        return set;
    }

    /**
     * The faces that are learned from good pictures. A warp of the average is resampled (bicubic).
     *
     * @param good holds a folder a face or pose
     * @throws IOException if nothing can be learned from it
     */
    static FaceSet learned(Path good) throws IOException {
        DiceInspector inspector = DiceInspector.builder().learn(good);
        ModelInfo info = inspector.info();
        FaceSet set = new FaceSet("real", new Frame(info.frameWidth(), info.frameHeight()));
        for (FaceInfo face : info.faces()) {
            GrayF32 average = inspector.picture(face.name());
            set.add(face.name(), face.symmetry(), pose -> Warp.toTemplate(average, pose.inverse()));
        }
        return set;
    }

    private static GrayF32 render(Face face, RigidPose pose) {
        Scene scene = Scene.plain(face).withPose(new DiePose(pose.x(), pose.y(), pose.theta()));
        return DrawnDice.draw(scene);
    }

    private void add(String face, int symmetry, Drawing drawing) {
        GrayF32 grey = drawing.at(RigidPose.IDENTITY);
        GrayF32 spread = new GrayF32(grey.width, grey.height);
        Arrays.fill(spread.data, SPREAD);
        GrayF32 centre = levels.prepare(grey).fine();
        templates.add(new Template(face, grey, centre, spread, spread, symmetry));
        drawings.add(drawing);
    }

    /** Where the pictures come from: "rendered" or "real". */
    String name() {
        return name;
    }

    /** What prepares these pictures. */
    PictureLevels.Factory levels() {
        return levels;
    }

    /** One a face. */
    List<Template> templates() {
        return templates;
    }

    /**
     * Draws a template at any angle, shifted by up to 5 pixels each way.
     *
     * @param seed decides everything else
     * @param template its index
     * @param grain standard deviation of the camera's noise in grey levels
     */
    Warped warped(long seed, int template, double grain) {
        // Random alone begins alike for seeds that lie side by side.
        Random random = new Random(new SplittableRandom(seed).nextLong());
        RigidPose truth =
                new RigidPose(within(random, MOST_SHIFT), within(random, MOST_SHIFT), within(random, Math.PI));
        RigidPose start = new RigidPose(
                truth.x() + within(random, START_SHIFT),
                truth.y() + within(random, START_SHIFT),
                RigidPose.wrap(truth.theta() + within(random, START_TURN)));
        GrayF32 picture = drawings.get(template).at(truth);
        for (int i = 0; i < picture.data.length; i++) {
            double level = Math.rint(picture.data[i] + grain * random.nextGaussian());
            picture.data[i] = (float) Math.max(0, Math.min(255, level));
        }
        return new Warped(template, picture, truth, start);
    }

    private static double within(Random random, double most) {
        return most * (2 * random.nextDouble() - 1);
    }
}
