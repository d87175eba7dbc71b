package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * Deviation of an aligned picture from one template, pixel by pixel, in spreads: (picture / gain - centre) / (widened spread + a few grey levels), clipped.
 *
 * <p>Light and dark deviations have spreads of their own. Immutable; safe for many threads.
 */
public final class DeviationMap {
    /** Grey levels added to every spread. */
    private static final double FLOOR = 3;
    /** Spreads beyond which a pixel deviates no further: a speck must not outweigh its size. */
    private static final float CLIP = 6;

    private final Template template;
    private final PixelDisc disc;
    private final float[] overLight;
    private final float[] overDark;

    /**
     * @param template what good parts look like
     * @param frame the size of its planes
     */
    public DeviationMap(Template template, Frame frame) {
        this.template = template;
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        overLight = inverse(template.spreadLight(), frame);
        overDark = inverse(template.spreadDark(), frame);
    }

    private float[] inverse(GrayF32 spread, Frame frame) {
        GrayF32 wide = Limits.dilate(spread, 2.3 * frame.unit());
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
    public GrayF32 of(PictureLevels picture, RigidPose pose, double gain) {
        GrayF32 fine = picture.fine();
        GrayF32 deviation = new GrayF32(fine.width, fine.height);
        float c = (float) Math.cos(pose.theta());
        float s = (float) Math.sin(pose.theta());
        float shiftX = (float) ((fine.width - 1) / 2.0 + pose.x());
        float shiftY = (float) ((fine.height - 1) / 2.0 + pose.y());
        float over = (float) (1 / gain);
        float[] centre = template.centre().data;
        for (int i = 0; i < disc.size(); i++) {
            float u = disc.dx(i);
            float v = disc.dy(i);
            float seen = Bilinear.sample(fine, shiftX + c * u - s * v, shiftY + s * u + c * v);
            float d = seen * over - centre[disc.index(i)];
            deviation.data[disc.index(i)] = d > 0 ? Math.min(CLIP, d * overLight[i]) : Math.max(-CLIP, d * overDark[i]);
        }
        return deviation;
    }
}
