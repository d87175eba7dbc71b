package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import java.util.List;

/**
 * Tells whether two templates show one face, and whether one looks the same after a turn.
 *
 * <p>Both questions have one answer: once aligned, nowhere may a compact difference be left. Two figures are held against limits, both relative to the
 * template's own contrast: the residual over the whole face, and the greatest mean over a window a little smaller than a pip.
 */
final class FaceComparison {
    /** Between the same face in two folders (0.20 on the dice) and four against five (0.38). */
    private static final double MOST_RESIDUAL = 0.32;
    /** Between the same face in two folders (0.8) and four against five (1.5). */
    private static final double MOST_LOCAL = 1.1;

    private static final double GOLDEN_TURN = Math.PI * (3 - Math.sqrt(5));
    private static final int FREE_TURNS = 9;
    private static final int MOST_ORDER = 12;

    private final PictureLevels.Factory levels;
    private final PixelDisc disc;
    private final int window;

    FaceComparison(PictureLevels.Factory levels) {
        this.levels = levels;
        Frame frame = levels.frame();
        disc = new PixelDisc(frame.width(), frame.height(), frame.scoredRadius());
        window = (int) Math.round(4 * frame.unit());
    }

    /** Whether {@code other}, at some angle, shows the same as {@code template}. */
    boolean same(Template template, Template other) {
        PictureLevels picture = levels.prepare(other.grey());
        return fits(template, picture, new Aligner(List.of(template), levels).align(picture));
    }

    /** The symmetry of a template that was built without assuming any. */
    Symmetry symmetry(Template template) {
        PictureLevels picture = levels.prepare(template.grey());
        Aligner aligner = new Aligner(List.of(template), levels);
        boolean free = true;
        double x = 0;
        double y = 0;
        for (int k = 1; k <= FREE_TURNS && free; k++) {
            // Held at the turned angle: a free face would let it slide back.
            RigidPose turn = new RigidPose(0, 0, k * GOLDEN_TURN);
            Alignment place = aligner.refine(picture, 0, turn);
            free = fits(template, picture, place);
            Symmetry centre = Symmetry.about(Template.FREE, place.pose());
            x += centre.x() / FREE_TURNS;
            y += centre.y() / FREE_TURNS;
        }
        if (free) {
            return new Symmetry(Template.FREE, x, y);
        }
        for (int order = MOST_ORDER; order > 1; order--) {
            double turn = 2 * Math.PI / order;
            Alignment place = aligner.refine(picture, 0, new RigidPose(0, 0, turn));
            double strayed = Math.abs(RigidPose.wrap(place.pose().theta() - turn));
            if (strayed < Math.toRadians(3) && fits(template, picture, place)) {
                return Symmetry.about(order, place.pose());
            }
        }
        return Symmetry.NONE;
    }

    private boolean fits(Template template, PictureLevels picture, Alignment place) {
        double contrast = contrast(template);
        return place.converged()
                && place.residual() < MOST_RESIDUAL * contrast
                && greatestLocalDifference(template, picture, place) < MOST_LOCAL * contrast;
    }

    /** Root mean square of a template's band-pass inside the scored disc, in grey levels. */
    double contrast(Template template) {
        double squares = 0;
        for (int i = 0; i < disc.size(); i++) {
            double v = template.centre().data[disc.index(i)];
            squares += v * v;
        }
        return Math.sqrt(squares / disc.size());
    }

    private double greatestLocalDifference(Template template, PictureLevels picture, Alignment place) {
        GrayF32 seen = Warp.toTemplate(picture.fine(), place.pose());
        GrayF32 difference = seen.createSameShape();
        for (int i = 0; i < disc.size(); i++) {
            int at = disc.index(i);
            difference.data[at] = (float) Math.abs(seen.data[at] / place.gain() - template.centre().data[at]);
        }
        GrayF32 mean = BoxMean.apply(difference, 2 * window + 1);
        double most = 0;
        for (int i = 0; i < disc.size(); i++) {
            most = Math.max(most, mean.data[disc.index(i)]);
        }
        return most;
    }
}
