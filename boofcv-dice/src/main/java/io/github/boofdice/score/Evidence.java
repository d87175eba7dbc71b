package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * What a deviation says about each pixel's surroundings, by filters that each suit one kind of defect, lighter and darker apart: patches and fine lines.
 *
 * <p>All filters answer to a deviation in proportion and with its sign, so that a faint defect adds up over its area while grain cancels. A patch is the mean of 5 x 5 pixels; a line is the greatest mean along a straight line of 17 pixels over twelve directions, of what is left when the patch is taken away: reflections are
 * wider than a scratch. (Lengths at a frame of 128 x 128.)
 *
 * <p>Holds the planes that it works on, so that comparing allocates nothing. One thread at a time.
 */
public final class Evidence {
    /** How many filters there are. */
    public static final int FILTERS = 2;

    private static final int PATCH = 0;
    private static final int LINE = 1;

    private final GrayF32 deviation;
    private final GrayF32 fine;
    private final List<GrayF32> light = new ArrayList<>();
    private final List<GrayF32> dark = new ArrayList<>();
    private final BoxMean patch;
    private final LineMean line;
    private float[] samples = new float[0];

    /** @param frame of the deviations to come */
    public Evidence(Frame frame) {
        deviation = new GrayF32(frame.width(), frame.height());
        fine = deviation.createSameShape();
        for (int f = 0; f < FILTERS; f++) {
            light.add(deviation.createSameShape());
            dark.add(deviation.createSameShape());
        }
        patch = new BoxMean(frame.width(), 2 * (int) Math.round((5 * frame.unit() - 1) / 2) + 1);
        line = new LineMean(frame);
    }

    /** Filters what stands in {@link #deviation}. */
    public void gather() {
        patch.apply(deviation, light.get(PATCH));
        negate(light.get(PATCH).data, dark.get(PATCH).data);
        float[] mean = light.get(PATCH).data;
        for (int i = 0; i < mean.length; i++) {
            fine.data[i] = deviation.data[i] - mean[i];
        }
        line.apply(fine, light.get(LINE), dark.get(LINE));
    }

    private static void negate(float[] in, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = -in[i];
        }
    }

    /** Deviations in grey levels, lighter is positive; to be filled before {@link #gather}. */
    public GrayF32 deviation() {
        return deviation;
    }

    /** By how many grey levels a filter finds each pixel's surroundings lighter than the template; below 0 where darker. */
    public GrayF32 light(int filter) {
        return light.get(filter);
    }

    /** By how many grey levels a filter finds each pixel's surroundings darker than the template; below 0 where lighter. */
    public GrayF32 dark(int filter) {
        return dark.get(filter);
    }

    /** Room for at least {@code count} samples. */
    float[] samples(int count) {
        if (samples.length < count) {
            samples = new float[count];
        }
        return samples;
    }
}
