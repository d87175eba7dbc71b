package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Dilation;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * How an aligned picture deviates from one template, pixel by pixel, in grey levels of the band-pass: picture / gain - centre, clipped where it is more than a faint defect's: how far a speck
 * differs must not make up for its size.
 *
 * <p>Immutable; safe for many threads.
 */
public final class Deviation {
    /** Grey levels that are never clipped. */
    private static final double UNCLIPPED = 22;
    /** Spreads that are added to them: where good pictures stray, a defect must stray further. */
    private static final double UNCLIPPED_SPREADS = 2;
    /** Pixels of a 128 x 128 frame by which the greatest spread reaches. */
    private static final double WIDENED = 2.3;

    private final PixelDisc disc;
    private final float[] centre;
    private final float[] mostLight;
    private final float[] mostDark;

    /**
     * Makes a template ready to be compared with.
     *
     * @param template what good parts look like
     * @param frame the size of its planes
     */
    public Deviation(Template template, Frame frame) {
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        centre = new float[disc.size()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = template.centre().data[disc.index(i)];
        }
        mostLight = most(template.spreadLight(), frame);
        mostDark = most(template.spreadDark(), frame);
    }

    private float[] most(GrayF32 spread, Frame frame) {
        GrayF32 wide = Dilation.dilate(spread, WIDENED * frame.unit());
        float[] out = new float[disc.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (UNCLIPPED + UNCLIPPED_SPREADS * wide.data[disc.index(i)]);
        }
        return out;
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param evidence of the same frame; takes the deviations in the template's pose, lighter is positive, 0 outside the face disc
     */
    public void into(PictureLevels picture, RigidPose pose, double gain, Evidence evidence) {
        float[] seen = evidence.samples().of(disc, picture.fine(), pose);
        float[] deviation = evidence.deviation().data;
        float over = (float) (1 / gain);
        // Apart from the loop that scatters, for this one becomes vector instructions.
        for (int i = 0; i < centre.length; i++) {
            seen[i] = clipped(i, seen[i] * over);
        }
        for (int i = 0; i < centre.length; i++) {
            deviation[disc.index(i)] = seen[i];
        }
    }

    /**
     * Compares what is aligned already.
     *
     * @param aligned fine plane over its gain, in the template's pose, not modified
     * @param deviation takes the deviations
     */
    public void into(GrayF32 aligned, GrayF32 deviation) {
        for (int i = 0; i < centre.length; i++) {
            deviation.data[disc.index(i)] = clipped(i, aligned.data[disc.index(i)]);
        }
    }

    private float clipped(int i, float level) {
        return Math.max(-mostDark[i], Math.min(mostLight[i], level - centre[i]));
    }
}
