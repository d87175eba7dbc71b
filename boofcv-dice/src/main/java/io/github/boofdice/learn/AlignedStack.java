package io.github.boofdice.learn;

import static java.util.Objects.requireNonNull;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Samples;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.Deviation;
import io.github.boofdice.score.Texture;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Pictures of one face brought into one pose, kept one above the other, and the template that all or some of them make.
 *
 * <p>The centre is the median of a pixel's column, so that a minority of bad pictures does not show; the spreads are of the lighter and the darker deviations apart: root mean squares, or robust ones, which such a minority
 * does not widen either, or none but what is usual, where pictures are too few to count.
 */
final class AlignedStack {
    private static final double GOLDEN_TURN = Math.PI * (3 - Math.sqrt(5));

    /** Spread in grey levels of a flat pixel of good pictures. */
    private static final double USUAL_SPREAD = 1.2;
    /** Pixels by which an edge of good pictures strays: grey levels of spread a grey level of gradient a pixel. */
    private static final double USUAL_STRAY = 0.4;
    /** As many pictures as what is usual counts for. */
    private static final double USUAL_WEIGHT = 10;

    /** As many pictures tell the usual texture; more change little. */
    private static final int MOST_FOR_TEXTURE = 100;

    /** Standard deviation of normal deviations over their median absolute value. */
    private static final double MAD_TO_SPREAD = 1.4826;

    /** So many pixels are looked at together, so that a picture's values are not fetched one by one from far away. */
    private static final int TOGETHER = 64;

    private final Frame frame;
    private final PixelDisc disc;
    private final int symmetry;
    private final LimitMethod method;
    private final Samples samples = new Samples();
    private final PixelColumn column;
    private final List<float[]> fine = new ArrayList<>();
    private final List<Integer> foldOf = new ArrayList<>();
    private final float[][] greySum;
    private final GrayF32 grey;
    /** By the fold that is left out, -1 leaves none out; all are made at once, since most of the work is common to them. Empty until one is asked for. */
    private final Map<Integer, Template> templates = new TreeMap<>();

    /**
     * @param frame the size of the pictures to come
     * @param symmetry rotational order of the face, 0 = free: pictures enter in all equivalent poses by turns
     * @param folds how many parts the pictures are divided into
     */
    AlignedStack(Frame frame, int symmetry, int folds) {
        this(frame, symmetry, folds, LimitMethod.STANDARD);
    }

    /**
     * @param frame the size of the pictures to come
     * @param symmetry rotational order of the face, 0 = free: pictures enter in all equivalent poses by turns
     * @param folds how many parts the pictures are divided into
     * @param method of the spreads
     */
    AlignedStack(Frame frame, int symmetry, int folds, LimitMethod method) {
        this.frame = frame;
        this.method = method;
        this.symmetry = symmetry;
        column = new PixelColumn(folds);
        grey = new GrayF32(frame.width(), frame.height());
        greySum = new float[folds][frame.width() * frame.height()];
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius() + 4 * frame.unit());
    }

    /**
     * Adds a picture.
     *
     * @param fold the part it belongs to
     * @param picture not modified
     * @param pose template to picture
     * @param gain contrast of the picture over that of the template
     */
    void add(int fold, PictureLevels picture, RigidPose pose, double gain) {
        int i = fine.size();
        double turn = symmetry == Template.FREE ? i * GOLDEN_TURN : i % symmetry * 2 * Math.PI / symmetry;
        RigidPose place = pose.after(new RigidPose(0, 0, turn));
        fine.add(resample(picture.fine(), place, (float) (1 / gain)));
        foldOf.add(fold);
        templates.clear();
        Warp.quickly(picture.smooth(), place, grey);
        float[] levels = grey.data;
        for (int p = 0; p < levels.length; p++) {
            greySum[fold][p] += levels[p];
        }
    }

    /** Whether pictures lie outside a fold. */
    boolean hasOutside(int fold) {
        return foldOf.stream().anyMatch(f -> f != fold);
    }

    /** How many pictures were added. */
    int size() {
        return fine.size();
    }

    private float[] resample(GrayF32 plane, RigidPose pose, float scale) {
        float[] out = Arrays.copyOf(samples.of(disc, plane, pose), disc.size());
        for (int p = 0; p < out.length; p++) {
            out[p] *= scale;
        }
        return out;
    }

    /** Averages all pictures. */
    Template template(String name) {
        return templateWithout(-1, name);
    }

    /**
     * Averages the pictures outside one fold.
     *
     * @param fold the part to leave out; at least one picture must lie outside it
     * @param name of the template
     */
    Template templateWithout(int fold, String name) {
        if (templates.isEmpty()) {
            average();
        }
        return requireNonNull(templates.get(fold)).named(name);
    }

    private void average() {
        int folds = greySum.length;
        int[] sizes = new int[folds];
        foldOf.forEach(fold -> sizes[fold]++);
        int[] byFold = IntStream.range(0, folds)
                .flatMap(fold -> IntStream.range(0, fine.size()).filter(i -> foldOf.get(i) == fold))
                .toArray();
        for (int fold = -1; fold < folds; fold++) {
            if (hasOutside(fold)) {
                GrayF32 grey = meanGrey(fold, outside(fold).length);
                GrayF32 centre = grey.createSameShape();
                templates.put(
                        fold, new Template("", grey, centre, grey.createSameShape(), grey.createSameShape(), symmetry));
            }
        }
        float[] columns = new float[TOGETHER * byFold.length];
        for (int first = 0; first < disc.size(); first += TOGETHER) {
            int pixels = Math.min(TOGETHER, disc.size() - first);
            turn(byFold, first, pixels, columns);
            for (int p = 0; p < pixels; p++) {
                int at = disc.index(first + p);
                column.take(columns, p * byFold.length, sizes);
                templates.forEach((fold, template) -> average(fold, template, at));
            }
        }
        templates.forEach((fold, template) -> {
            int counted = method == LimitMethod.DIRECT ? 0 : outside(fold).length;
            steady(template.spreadLight(), template.centre(), counted);
            steady(template.spreadDark(), template.centre(), counted);
        });
    }

    /** Of one pixel's values: their median, and the variances of the deviations either way, each as if the other way were its mirror image. */
    private void average(int without, Template template, int at) {
        int count = column.size(without);
        float middle = column.select(without, count / 2);
        template.centre().data[at] = middle;
        if (method == LimitMethod.ROBUST) {
            template.spreadLight().data[at] = robustVariance(column.select(without, 3 * count / 4) - middle);
            template.spreadDark().data[at] = robustVariance(middle - column.select(without, count / 4));
        } else {
            column.addSquares(without, middle);
            template.spreadLight().data[at] = (float) (2 * column.above() / count);
            template.spreadDark().data[at] = (float) (2 * column.below() / count);
        }
    }

    /**
     * Returns what {@link Texture#wide} finds on average on the pictures outside one fold; few lean on 1, no place unlike another.
     *
     * @param fold the part to leave out, -1 leaves none out
     * @param template that the pictures outside it make
     */
    GrayF32 usualTexture(int fold, Template template) {
        int[] all = outside(fold);
        int step = 1 + (all.length - 1) / MOST_FOR_TEXTURE;
        Deviation deviation = new Deviation(template, frame);
        Texture texture = new Texture(frame);
        GrayF32 aligned = new GrayF32(frame.width(), frame.height());
        GrayF32 deviations = aligned.createSameShape();
        GrayF32 shares = aligned.createSameShape();
        GrayF32 usual = aligned.createSameShape();
        Arrays.fill(usual.data, (float) USUAL_WEIGHT);
        double pictures = USUAL_WEIGHT;
        for (int i = 0; i < all.length && method != LimitMethod.DIRECT; i += step) {
            float[] levels = fine.get(all[i]);
            for (int p = 0; p < levels.length; p++) {
                aligned.data[disc.index(p)] = levels[p];
            }
            deviation.into(aligned, deviations);
            texture.wide(deviations, shares);
            for (int p = 0; p < usual.data.length; p++) {
                usual.data[p] += shares.data[p];
            }
            pictures++;
        }
        for (int p = 0; p < usual.data.length; p++) {
            usual.data[p] /= (float) pictures;
        }
        return usual;
    }

    private int[] outside(int fold) {
        return IntStream.range(0, fine.size())
                .filter(i -> foldOf.get(i) != fold)
                .toArray();
    }

    /** Lays the values that some pictures have at neighbouring pixels side by side, pixel after pixel. */
    private void turn(int[] chosen, int first, int pixels, float[] columns) {
        for (int i = 0; i < chosen.length; i++) {
            float[] levels = fine.get(chosen[i]);
            for (int p = 0; p < pixels; p++) {
                columns[p * chosen.length + i] = levels[first + p];
            }
        }
    }

    /** Of the median absolute deviation to one side, which is how far that side's quartile lies from the median: a quarter of all pictures may stray there as far as they like. */
    private static float robustVariance(float toQuartile) {
        double spread = MAD_TO_SPREAD * toQuartile;
        return (float) (spread * spread);
    }

    private GrayF32 meanGrey(int withoutFold, int pictures) {
        GrayF32 mean = new GrayF32(frame.width(), frame.height());
        for (int fold = 0; fold < greySum.length; fold++) {
            for (int p = 0; p < mean.data.length && fold != withoutFold; p++) {
                mean.data[p] += greySum[fold][p] / pictures;
            }
        }
        return mean;
    }

    /** Turns variances into spreads; few pictures lean on what is usual for a pixel's gradient. */
    private void steady(GrayF32 variance, GrayF32 centre, int pictures) {
        for (int p = 0; p < disc.size(); p++) {
            int at = disc.index(p);
            int x = at % frame.width();
            int y = at / frame.width();
            float across = x > 0 && x + 1 < frame.width() ? centre.data[at + 1] - centre.data[at - 1] : 0;
            float down = y > 0 && y + 1 < frame.height()
                    ? centre.data[at + frame.width()] - centre.data[at - frame.width()]
                    : 0;
            double usual = USUAL_SPREAD + USUAL_STRAY * Math.sqrt(across * across + down * down) / 2;
            variance.data[at] = (float) Math.sqrt(
                    (pictures * variance.data[at] + USUAL_WEIGHT * usual * usual) / (pictures + USUAL_WEIGHT));
        }
    }
}
