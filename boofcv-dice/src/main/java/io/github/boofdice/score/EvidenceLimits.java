package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import java.util.List;

/**
 * How much evidence good pictures show at most at each pixel of a template, filter by filter, lighter and darker apart: edges, reflections and grain are louder than flat white.
 *
 * @param light grey levels, more than 0, a plane a filter
 * @param dark likewise
 * @param usualTexture what {@link Texture#wide} finds on them on average, 0 or more
 */
public record EvidenceLimits(List<GrayF32> light, List<GrayF32> dark, GrayF32 usualTexture) {
    /** Copies the lists. */
    public EvidenceLimits {
        light = List.copyOf(light);
        dark = List.copyOf(dark);
        if (light.size() != Evidence.FILTERS || dark.size() != Evidence.FILTERS) {
            throw new IllegalArgumentException("there must be " + Evidence.FILTERS + " planes each but there are "
                    + light.size() + " and " + dark.size());
        }
    }

    /**
     * The same limits with another usual texture.
     *
     * @param usual roughness as a share of the face's mean, frame-sized
     * @return new limits
     */
    public EvidenceLimits withUsualTexture(GrayF32 usual) {
        return new EvidenceLimits(light, dark, usual);
    }

    /**
     * The limits of each filter multiplied by a factor of its own.
     *
     * @param factors one a filter, above 0; not modified
     * @return new limits
     */
    public EvidenceLimits times(double[] factors) {
        return new EvidenceLimits(times(light, factors), times(dark, factors), usualTexture);
    }

    private static List<GrayF32> times(List<GrayF32> planes, double[] factors) {
        GrayF32[] out = new GrayF32[planes.size()];
        for (int f = 0; f < out.length; f++) {
            out[f] = planes.get(f).clone();
            for (int i = 0; i < out[f].data.length; i++) {
                out[f].data[i] *= (float) factors[f];
            }
        }
        return List.of(out);
    }
}
