package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Tells whether two templates show one face, and whether one looks the same after a turn.
 *
 * <p>Both questions have one answer: once aligned, the one must pass as a picture of the other. Two figures are held against limits: the residual over the whole
 * face, relative to the template's contrast, and the greatest local deviation in spreads.
 */
final class FaceComparison {
    /** Residual over contrast: the same face in two folders of dice leaves at most 0.30, four against five 0.40. */
    private static final double MOST_RESIDUAL = 0.35;
    /** Spreads: the same face leaves at most 1.6, another at least 5.7 in the worse of the two directions. */
    private static final double MOST_DEVIATION = 2.5;

    /** Side of the square over which deviations are averaged, in pixels of a 128 x 128 frame. */
    private static final double AROUND = 5;

    private static final double GOLDEN_TURN = Math.PI * (3 - Math.sqrt(5));
    private static final int FREE_TURNS = 9;
    private static final int MOST_ORDER = 12;

    private final PictureLevels.Factory levels;
    private final PixelDisc disc;
    private final IdentityHashMap<Template, Known> known = new IdentityHashMap<>();

    FaceComparison(PictureLevels.Factory levels) {
        this.levels = levels;
        Frame frame = levels.frame();
        disc = new PixelDisc(frame.width(), frame.height(), frame.scoredRadius());
    }

    /** Whether the two, at some angle, show the same. */
    boolean same(Template a, Template b) {
        return passes(a, b) && passes(b, a);
    }

    private boolean passes(Template template, Template other) {
        Known known = known(template);
        PictureLevels picture = known(other).picture;
        return fits(template, picture, known.aligner.align(picture));
    }

    /** What a comparison needs of a template, which is compared with many. */
    private record Known(PictureLevels picture, Aligner aligner) {}

    private Known known(Template template) {
        return known.computeIfAbsent(
                template, t -> new Known(levels.prepare(t.grey()), new Aligner(List.of(t), levels)));
    }

    /** The symmetry of a template that was built without assuming any. */
    Symmetry symmetry(Template template) {
        PictureLevels picture = known(template).picture;
        Aligner aligner = known(template).aligner;
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
        return place.converged()
                && place.residual() < MOST_RESIDUAL * contrast(template)
                && greatestDeviation(template, picture, place) < MOST_DEVIATION;
    }

    private double greatestDeviation(Template template, PictureLevels picture, Alignment place) {
        GrayF32 size = new SpreadMap(template, levels.frame()).of(picture, place.pose(), place.gain());
        for (int i = 0; i < size.data.length; i++) {
            size.data[i] = Math.abs(size.data[i]);
        }
        GrayF32 around = size.createSameShape();
        new BoxMean(size.width, 2 * (int) Math.round((AROUND * levels.frame().unit() - 1) / 2) + 1).apply(size, around);
        double most = 0;
        for (int i = 0; i < disc.size(); i++) {
            most = Math.max(most, around.data[disc.index(i)]);
        }
        return most;
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
}
