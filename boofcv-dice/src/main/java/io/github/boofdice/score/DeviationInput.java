package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Samples;
import io.github.boofdice.template.Template;

/**
 * How an aligned picture deviates from its template, as a network takes it: in grey levels, and in limits of good pictures, over a square round the face's middle whatever the frame's size.
 * Immutable; safe for many threads.
 */
public final class DeviationInput {
    /** Values a side, each of a pixel of a 128 x 128 picture. */
    public static final int SIDE = 104;
    /** Planes: deviation in grey levels, deviation in limits. */
    public static final int CHANNELS = 2;

    private static final float LEVELS = 8;
    /** More grey levels than this say nothing more. */
    private static final float MOST_LEVELS = 64;
    /** Likewise limits. */
    private static final float MOST_LIMITS = 12;

    private final PixelDisc disc;
    private final float[] centre;
    private final Frame frame;
    /** 1 over the limit of a lighter pixel's surroundings; 0 where nothing is scored. */
    private final float[] overLight;

    private final float[] overDark;

    /**
     * Makes a face ready for a network.
     *
     * @param template what good parts look like
     * @param limits how much evidence good pictures show against it
     * @param frame the size of its planes
     */
    public DeviationInput(Template template, EvidenceLimits limits, Frame frame) {
        this.frame = frame;
        disc = new PixelDisc(frame.width(), frame.height(), frame.faceRadius());
        centre = new float[disc.size()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = template.centre().data[disc.index(i)];
        }
        overLight = inverse(limits.light().get(0));
        overDark = inverse(limits.dark().get(0));
    }

    /** What one thread works on. */
    public static final class Planes {
        private final GrayF32 levels;
        private final GrayF32 limits;
        private final Samples samples = new Samples();

        /**
         * Makes the memory of one caller.
         *
         * @param frame of the pictures to come
         */
        public Planes(Frame frame) {
            levels = new GrayF32(frame.width(), frame.height());
            limits = levels.createSameShape();
        }
    }

    private float[] inverse(GrayF32 limit) {
        float[] out = new float[limit.data.length];
        PixelDisc scored = PixelDisc.scored(frame);
        for (int k = 0; k < scored.size(); k++) {
            int i = scored.index(k);
            out[i] = 1 / limit.data[i];
        }
        return out;
    }

    /**
     * Compares.
     *
     * @param picture not modified
     * @param pose template to picture, in pixels of the frame
     * @param gain contrast of the picture over that of the template
     * @param planes of the same frame, to work on
     * @param values takes {@value #CHANNELS} x {@value #SIDE} x {@value #SIDE} values
     */
    public void into(PictureLevels picture, RigidPose pose, double gain, Planes planes, float[] values) {
        float[] seen = planes.samples.of(disc, picture.fine(), pose);
        float over = (float) (1 / gain);
        GrayF32 levels = planes.levels;
        GrayF32 limits = planes.limits;
        for (int i = 0; i < centre.length; i++) {
            float d = Math.max(-MOST_LEVELS, Math.min(MOST_LEVELS, seen[i] * over - centre[i]));
            int at = disc.index(i);
            levels.data[at] = d;
            limits.data[at] = Math.max(
                    -MOST_LIMITS,
                    Math.min(MOST_LIMITS, Math.max(0, d) * overLight[at] + Math.min(0, d) * overDark[at]));
        }
        resample(levels, 1 / LEVELS, values, 0);
        resample(limits, 1, values, SIDE * SIDE);
    }

    private void resample(GrayF32 plane, float factor, float[] values, int from) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                values[from + y * SIDE + x] = factor * Bilinear.sample(plane, column(x), row(y));
            }
        }
    }

    private float column(int x) {
        return (float) (frame.middleX() + (x - (SIDE - 1) / 2.0) * frame.unit());
    }

    private float row(int y) {
        return (float) (frame.middleY() + (y - (SIDE - 1) / 2.0) * frame.unit());
    }
}
