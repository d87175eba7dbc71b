package io.github.boofdice.train;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.score.DeviationInput;
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
    /** Of the greatest change: a cell that shows more is defective, one that shows less is sound. */
    private static final float CLEAR = 0.4f;

    private static final float SOUND = 0.08f;
    private static final double COVERED = 0.2;
    private static final int MOST_TRIES = 1000;

    private final int cells;
    private final Shots shots;
    private final Frame frame;
    private final PictureLevels.Factory levels;
    private final Aligner aligner;
    private final List<LearnedFace> faces;
    private final List<DeviationInput> inputs;
    private final ThreadLocal<DeviationInput.Planes> planes;

    /**
     * Makes pictures of good parts ready to be shown.
     *
     * @param learned from these good pictures, or others of the same parts
     * @param goods frame-sized pictures, grey levels 0..255, a list a face
     * @param cells a side of the network's output; a divisor of {@value DeviationInput#SIDE}
     * @param seed of everything
     * @throws IllegalArgumentException if the cells are none
     */
    public DefectExamples(Learned learned, List<List<GrayF32>> goods, int cells, long seed) {
        requireCells(cells);
        this.cells = cells;
        frame = learned.frame();
        shots = new Shots(goods, frame, seed);
        levels = new PictureLevels.Factory(frame);
        faces = learned.faces();
        List<Template> templates = faces.stream().map(LearnedFace::template).toList();
        aligner = new Aligner(templates, levels);
        inputs = faces.stream()
                .map(f -> new DeviationInput(f.template(), f.limits(), frame))
                .toList();
        planes = ThreadLocal.withInitial(() -> new DeviationInput.Planes(frame));
    }

    /**
     * Checks how many cells there are.
     *
     * @param cells a side
     * @throws IllegalArgumentException unless they divide {@value DeviationInput#SIDE}
     */
    public static void requireCells(int cells) {
        if (cells < 1 || DeviationInput.SIDE % cells != 0) {
            throw new IllegalArgumentException("cells a side must divide " + DeviationInput.SIDE + " but are " + cells);
        }
    }

    @Override
    public void example(long number, float[] values, int[] classes) {
        SplittableRandom random = shots.random(number);
        for (int i = 0; i < MOST_TRIES; i++) {
            if (tried(random, values, classes)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                "of " + MOST_TRIES + " good pictures, shown anew, none aligns with the face that it is said to show");
    }

    /** False where the picture does not align as the face that it is. */
    private boolean tried(SplittableRandom random, float[] values, int[] classes) {
        Shots.Shot shot = shots.next(random);
        int face = shot.face();
        SyntheticDefect defect = shot.defect();
        PictureLevels shown = levels.prepare(shot.picture());
        Alignment place = aligner.align(shown);
        if (!place.converged() || place.template() != face) {
            return false;
        }
        RigidPose pose = anyOfEqual(place.pose(), faces.get(face).template(), random);
        inputs.get(face).into(shown, pose, place.gain(), planes.get(), values);
        if (defect == null) {
            Arrays.fill(classes, 0);
        } else {
            label(shown, levels.prepare(shot.good()), defect.coverage(), pose, classes);
        }
        flip(values, classes, random.nextInt(8));
        return true;
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
        int pixels = DeviationInput.SIDE / cells;
        float[] shows = new float[cells * cells];
        float[] covered = new float[cells * cells];
        float c = (float) pose.cos();
        float s = (float) pose.sin();
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
                int cell = y / pixels * cells + x / pixels;
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
    private void flip(float[] values, int[] classes, int way) {
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
        for (int y = 0; y < cells; y++) {
            for (int x = 0; x < cells; x++) {
                classes[y * cells + x] = were[source(x, y, cells, way)];
            }
        }
    }

    private static int source(int x, int y, int n, int way) {
        int u = (way & 1) == 0 ? x : n - 1 - x;
        int v = (way & 2) == 0 ? y : n - 1 - y;
        return (way & 4) == 0 ? v * n + u : u * n + v;
    }
}
