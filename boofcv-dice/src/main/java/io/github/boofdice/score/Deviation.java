package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Dilation;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * How an aligned picture deviates from one template, pixel by pixel, in grey levels of the band-pass: picture / gain - centre, compressed to a tenth where it is more than a faint defect's: how far a speck
 * differs must not make up for its size.
 *
 * <p>Immutable; safe for many threads.
 */
public final class Deviation {
    /** Grey levels that count in full. Chosen on {@code original} alone, like all of these four. */
    private static final double IN_FULL = 18;
    /** Spreads that are added to them: where good pictures stray, a defect must stray further. */
    private static final double SPREADS_IN_FULL = 2;
    /** Likewise of what lines are sought in: a hair-fine scratch is fainter than a blot, and what is short must not pass for long. */
    private static final double IN_FULL_ON_LINES = 10;

    private static final double SPREADS_IN_FULL_ON_LINES = 0.5;
    /** Share that counts of what goes beyond: nothing is so loud, even among few or noisy pictures, that a gross defect could not be louder. */
    private static final float BEYOND = 0.1f;

    /** Pixels of a 128 x 128 frame by which the greatest spread reaches. */
    private static final double WIDENED = 2.3;

    private final PixelDisc disc;
    private final FaceRows rows;
    private final float[] centre;
    private final Bound bound;
    private final Bound boundOnLines;

    /**
     * Makes a template ready to be compared with.
     *
     * @param template what good parts look like
     * @param frame the size of its planes
     */
    public Deviation(Template template, Frame frame) {
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        rows = new FaceRows(frame);
        centre = disc.values(template.centre());
        GrayF32 light = Dilation.dilate(template.spreadLight(), WIDENED * frame.unit());
        GrayF32 dark = Dilation.dilate(template.spreadDark(), WIDENED * frame.unit());
        bound = new Bound(most(light, IN_FULL, SPREADS_IN_FULL), most(dark, IN_FULL, SPREADS_IN_FULL));
        boundOnLines = new Bound(
                most(light, IN_FULL_ON_LINES, SPREADS_IN_FULL_ON_LINES),
                most(dark, IN_FULL_ON_LINES, SPREADS_IN_FULL_ON_LINES));
    }

    private static float[] most(GrayF32 spread, double levels, double spreads) {
        float[] out = new float[spread.data.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (levels + spreads * spread.data[i]);
        }
        return out;
    }

    /** How far a deviation counts in full at each pixel. */
    private record Bound(float[] mostLight, float[] mostDark) {
        float compressed(int i, float level) {
            float most = Math.max(-mostDark[i], Math.min(mostLight[i], level));
            return most + BEYOND * (level - most);
        }

        void compress(float[] levels, float[] out, FaceRows rows) {
            for (int i = rows.from(); i < rows.to(); i++) {
                out[i] = compressed(i, levels[i]);
            }
        }
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param evidence of the same frame; takes the deviations in the template's pose, lighter is positive, 0 outside the face disc: {@link Evidence#difference}, {@link Evidence#deviation} and {@link Evidence#faint}
     */
    public void into(PictureLevels picture, RigidPose pose, double gain, Evidence evidence) {
        float[] seen = evidence.samples().of(disc, picture.fine(), pose);
        float over = (float) (1 / gain);
        subtract(seen, over);
        disc.lay(seen, evidence.difference());
        float[] difference = evidence.difference().data;
        bound.compress(difference, evidence.deviation().data, rows);
        boundOnLines.compress(difference, evidence.faint().data, rows);
    }

    private void subtract(float[] seen, float over) {
        for (int i = 0; i < centre.length; i++) {
            seen[i] = seen[i] * over - centre[i];
        }
    }

    /** Compresses as for patches, in place. */
    void compress(GrayF32 difference) {
        bound.compress(difference.data, difference.data, rows);
    }

    /**
     * Compares what is aligned already.
     *
     * @param aligned fine plane over its gain, in the template's pose, not modified
     * @param deviation takes the deviations, compressed as for patches
     */
    public void into(GrayF32 aligned, GrayF32 deviation) {
        for (int i = 0; i < centre.length; i++) {
            int at = disc.index(i);
            deviation.data[at] = bound.compressed(at, aligned.data[at] - centre[i]);
        }
    }
}
