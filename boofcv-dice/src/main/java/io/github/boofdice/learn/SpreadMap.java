package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Dilation;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Samples;
import io.github.boofdice.template.Template;

/**
 * Deviation of an aligned picture from one template, pixel by pixel, in spreads: (picture / gain - centre) / (widened spread + a few grey levels), clipped.
 *
 * <p>Light and dark deviations have spreads of their own. Immutable; safe for many threads.
 */
final class SpreadMap {
    /** Grey levels added to every spread. */
    private static final double FLOOR = 3;
    /** Spreads beyond which a pixel deviates no further: a speck must not outweigh its size. */
    private static final float CLIP = 6;

    private final PixelDisc disc;
    private final float[] centre;
    private final float[] overLight;
    private final float[] overDark;

    /**
     * @param template what good parts look like
     * @param frame the size of its planes
     */
    SpreadMap(Template template, Frame frame) {
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        centre = new float[disc.size()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = template.centre().data[disc.index(i)];
        }
        overLight = inverse(template.spreadLight(), frame);
        overDark = inverse(template.spreadDark(), frame);
    }

    private float[] inverse(GrayF32 spread, Frame frame) {
        GrayF32 wide = Dilation.dilate(spread, 2.3 * frame.unit());
        float[] out = new float[disc.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (1 / (wide.data[disc.index(i)] + FLOOR));
        }
        return out;
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @return signed deviations in the template's pose, lighter is positive; 0 outside the face disc
     */
    GrayF32 of(PictureLevels picture, RigidPose pose, double gain) {
        GrayF32 deviation = picture.fine().createSameShape();
        float[] seen = new Samples().of(disc, picture.fine(), pose);
        float over = (float) (1 / gain);
        for (int i = 0; i < disc.size(); i++) {
            float d = seen[i] * over - centre[i];
            deviation.data[disc.index(i)] = d > 0 ? Math.min(CLIP, d * overLight[i]) : Math.max(-CLIP, d * overDark[i]);
        }
        return deviation;
    }
}
