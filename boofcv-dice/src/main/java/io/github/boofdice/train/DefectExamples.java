package io.github.boofdice.train;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.learn.OtherCapture;
import io.github.boofdice.learn.RandomTurns;
import io.github.boofdice.score.DeviationInput;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.synth.SyntheticDefect;
import io.github.boofdice.template.Template;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Examples for a network that says of each cell of a face whether there is a defect: good pictures, half of them with a synthetic one, as deviations from their templates.
 *
 * <p>Each is turned at random and shown as another capture might show it; grain and specks of dust are no defects. A cell counts as defective where the defect shows most, as sound where there is none; where it shows a
 * little, or where it lies too flat to be seen, the cell does not count.
 */
public final class DefectExamples implements TrainingExamples {
    /** Cells a side. */
    public static final int CELLS = 26;

    private static final int CELL = DeviationInput.SIDE / CELLS;
    private static final double DEFECTIVE = 0.5;
    private static final double TURNED = 0.8;
    private static final double MOST_GRAIN = 2.5;
    private static final double DUSTY = 0.5;
    /** Of the greatest change: a cell that shows more is defective, one that shows less is sound. */
    private static final float CLEAR = 0.4f;

    private static final float SOUND = 0.08f;
    private static final double COVERED = 0.2;

    private final List<List<GrayF32>> goods;
    private final Frame frame;
    private final PictureLevels.Factory levels;
    private final Aligner aligner;
    private final List<LearnedFace> faces;
    private final List<DeviationInput> inputs;
    private final long seed;
    private final ThreadLocal<Evidence> evidence;

    /**
     * @param learned from these good pictures, or others of the same parts
     * @param goods frame-sized pictures, grey levels 0..255, a list a face
     * @param seed of everything
     */
    public DefectExamples(Learned learned, List<List<GrayF32>> goods, long seed) {
        this.goods = goods;
        this.seed = seed;
        frame = learned.frame();
        levels = new PictureLevels.Factory(frame);
        faces = learned.faces();
        List<Template> templates = faces.stream().map(LearnedFace::template).toList();
        aligner = new Aligner(templates, levels);
        inputs = faces.stream()
                .map(f -> new DeviationInput(f.template(), f.limits(), frame))
                .toList();
        evidence = ThreadLocal.withInitial(() -> new Evidence(frame));
    }

    @Override
    public void example(long number, float[] values, int[] classes) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        random = new SplittableRandom(random.nextLong() ^ number);
        while (!tried(random, values, classes)) {}
    }

    /** False where the picture does not align as the face that it is. */
    private boolean tried(SplittableRandom random, float[] values, int[] classes) {
        int face = random.nextInt(goods.size());
        GrayF32 good = seen(goods.get(face).get(random.nextInt(goods.get(face).size())), random);
        boolean defective = random.nextDouble() < DEFECTIVE;
        SyntheticDefect defect = defective ? SyntheticDefect.over(good, frame, random) : null;
        PictureLevels shown = levels.prepare(defect == null ? good : defect.picture());
        Alignment place = aligner.align(shown);
        if (!place.converged() || place.template() != face) {
            return false;
        }
        RigidPose pose = anyOfEqual(place.pose(), faces.get(face).template(), random);
        inputs.get(face).into(shown, pose, place.gain(), evidence.get(), values);
        if (defect == null) {
            Arrays.fill(classes, 0);
        } else {
            label(shown, levels.prepare(good), defect.coverage(), pose, classes);
        }
        flip(values, classes, random.nextInt(8));
        return true;
    }

    private GrayF32 seen(GrayF32 picture, SplittableRandom random) {
        GrayF32 turned =
                random.nextDouble() < TURNED ? Warp.toTemplate(picture, RandomTurns.next(random, frame)) : picture;
        GrayF32 out = random.nextBoolean() ? OtherCapture.clean(turned, frame, random) : turned.clone();
        for (int specks = random.nextDouble() < DUSTY ? 1 + random.nextInt(3) : 0; specks > 0; specks--) {
            OtherCapture.dust(out, frame, random);
        }
        double grain = MOST_GRAIN * Math.max(0, 2 * random.nextDouble() - 1);
        if (grain > 0) {
            for (int i = 0; i < out.data.length; i++) {
                out.data[i] +=
                        (float) (grain * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2);
            }
        }
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = Math.max(0, Math.min(255, out.data[i]));
        }
        return out;
    }

    private static RigidPose anyOfEqual(RigidPose pose, Template template, SplittableRandom random) {
        double turn = template.symmetry() == Template.FREE
                ? 2 * Math.PI * random.nextDouble()
                : random.nextInt(template.symmetry()) * template.period();
        return pose.after(new RigidPose(0, 0, turn));
    }

    /** By what the defect changes of what the network sees. */
    private void label(PictureLevels with, PictureLevels without, GrayF32 coverage, RigidPose pose, int[] classes) {
        GrayF32 change = with.fine().clone();
        for (int i = 0; i < change.data.length; i++) {
            change.data[i] = Math.abs(change.data[i] - without.fine().data[i]);
        }
        float[] shows = new float[CELLS * CELLS];
        float[] covered = new float[CELLS * CELLS];
        float c = (float) StrictMath.cos(pose.theta());
        float s = (float) StrictMath.sin(pose.theta());
        double middle = (DeviationInput.SIDE - 1) / 2.0;
        float most = 0;
        for (int y = 0; y < DeviationInput.SIDE; y++) {
            for (int x = 0; x < DeviationInput.SIDE; x++) {
                double u = (x - middle) * frame.unit();
                double v = (y - middle) * frame.unit();
                if (u * u + v * v > frame.scoredRadius() * frame.scoredRadius()) {
                    continue;
                }
                float px = (float) (frame.middleX() + pose.x() + c * u - s * v);
                float py = (float) (frame.middleY() + pose.y() + s * u + c * v);
                int cell = y / CELL * CELLS + x / CELL;
                shows[cell] = Math.max(shows[cell], Bilinear.sample(change, px, py));
                covered[cell] = Math.max(covered[cell], Bilinear.sample(coverage, px, py));
                most = Math.max(most, shows[cell]);
            }
        }
        for (int cell = 0; cell < classes.length; cell++) {
            boolean flat = covered[cell] > COVERED;
            classes[cell] =
                    most == 0 ? 0 : shows[cell] >= CLEAR * most ? 1 : shows[cell] > SOUND * most || flat ? -1 : 0;
        }
    }

    /** Turned by quarters and mirrored: a defect is one from every side. */
    private static void flip(float[] values, int[] classes, int way) {
        if (way == 0) {
            return;
        }
        float[] from = values.clone();
        int n = DeviationInput.SIDE;
        for (int channel = 0; channel < DeviationInput.CHANNELS; channel++) {
            for (int y = 0; y < n; y++) {
                for (int x = 0; x < n; x++) {
                    values[(channel * n + y) * n + x] = from[channel * n * n + source(x, y, n, way)];
                }
            }
        }
        int[] were = classes.clone();
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                classes[y * CELLS + x] = were[source(x, y, CELLS, way)];
            }
        }
    }

    private static int source(int x, int y, int n, int way) {
        int u = (way & 1) == 0 ? x : n - 1 - x;
        int v = (way & 2) == 0 ? y : n - 1 - y;
        return (way & 4) == 0 ? v * n + u : u * n + v;
    }
}
