package io.github.boofdice.learn;

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
import java.util.stream.IntStream;
import org.ddogleg.sorting.QuickSelect;

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

    private final Frame frame;
    private final PixelDisc disc;
    private final int symmetry;
    private final LimitMethod method;
    private final List<float[]> fine = new ArrayList<>();
    private final List<Integer> foldOf = new ArrayList<>();
    private final float[][] greySum;

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
        float[] levels = Warp.quickly(picture.smooth(), place).data;
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
        float[] out = new Samples().of(disc, plane, pose);
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
        int[] chosen = outside(fold);
        GrayF32 centre = new GrayF32(frame.width(), frame.height());
        GrayF32 light = new GrayF32(frame.width(), frame.height());
        GrayF32 dark = new GrayF32(frame.width(), frame.height());
        float[] column = new float[chosen.length];
        for (int p = 0; p < disc.size(); p++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = fine.get(chosen[i])[p];
            }
            int at = disc.index(p);
            float middle = median(column);
            centre.data[at] = middle;
            light.data[at] = (float) variance(column, middle, 1);
            dark.data[at] = (float) variance(column, middle, -1);
        }
        int counted = method == LimitMethod.DIRECT ? 0 : chosen.length;
        steady(light, centre, counted);
        steady(dark, centre, counted);
        return new Template(name, meanGrey(fold, chosen.length), centre, light, dark, symmetry);
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

    /** Of the deviations one way, as if the other way were their mirror image. */
    private double variance(float[] column, float middle, int way) {
        if (method == LimitMethod.ROBUST) {
            return robustVariance(column, middle, way);
        }
        double sum = 0;
        for (float value : column) {
            double d = Math.max(0, way * (value - middle));
            sum += d * d;
        }
        return 2 * sum / column.length;
    }

    /** Of the median absolute deviation to one side, which is that side's quartile less the median: a quarter of all pictures may stray there as far as they like. */
    private static double robustVariance(float[] column, float middle, int way) {
        int quartile = way > 0 ? 3 * column.length / 4 : column.length / 4;
        double spread = MAD_TO_SPREAD * way * (QuickSelect.select(column, quartile, column.length) - middle);
        return spread * spread;
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

    /** The middle value, of an even number the upper one; {@code values} are left in another order. */
    private static float median(float[] values) {
        return QuickSelect.select(values, values.length / 2, values.length);
    }
}
