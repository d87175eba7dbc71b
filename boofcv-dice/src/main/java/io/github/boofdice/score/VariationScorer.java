package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bicubic;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * Scores an aligned picture against one template: deviation over spread, clipped, averaged over a small window, the greatest inside the disc.
 *
 * <p>Light and dark deviations have limits of their own; each limit is the widened spread plus a few grey levels. Immutable; safe for many threads.
 */
public final class VariationScorer {
    /** Grey levels added to every spread. */
    static final double FLOOR = 3;

    private static final float CLIP = 6;

    private final Template template;
    private final PixelDisc disc;
    private final PixelDisc scored;
    private final float[] overLight;
    private final float[] overDark;
    private final int window;

    /**
     * @param template what good parts look like
     * @param frame the size of its planes
     */
    public VariationScorer(Template template, Frame frame) {
        this.template = template;
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        scored = new PixelDisc(frame.width(), frame.height(), frame.scoredRadius());
        overLight = inverse(template.spreadLight(), frame);
        overDark = inverse(template.spreadDark(), frame);
        window = 2 * (int) Math.round(2 * frame.unit()) + 1;
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
     */
    public Difference compare(PictureLevels picture, RigidPose pose, double gain) {
        GrayF32 fine = picture.fine();
        GrayF32 deviation = new GrayF32(fine.width, fine.height);
        GrayF32 size = new GrayF32(fine.width, fine.height);
        float c = (float) Math.cos(pose.theta());
        float s = (float) Math.sin(pose.theta());
        float shiftX = (float) ((fine.width - 1) / 2.0 + pose.x());
        float shiftY = (float) ((fine.height - 1) / 2.0 + pose.y());
        float over = (float) (1 / gain);
        for (int i = 0; i < disc.size(); i++) {
            float u = disc.dx(i);
            float v = disc.dy(i);
            float seen = Bicubic.sample(fine, shiftX + c * u - s * v, shiftY + s * u + c * v);
            float d = seen * over - template.centre().data[disc.index(i)];
            float z = d > 0 ? Math.min(CLIP, d * overLight[i]) : Math.max(-CLIP, d * overDark[i]);
            deviation.data[disc.index(i)] = z;
            size.data[disc.index(i)] = Math.abs(z);
        }
        GrayF32 mean = BoxMean.apply(size, window);
        GrayF32 map = new GrayF32(fine.width, fine.height);
        float raw = 0;
        for (int i = 0; i < scored.size(); i++) {
            int at = scored.index(i);
            map.data[at] = mean.data[at];
            raw = Math.max(raw, mean.data[at]);
        }
        return new Difference(raw, map, deviation);
    }
}
