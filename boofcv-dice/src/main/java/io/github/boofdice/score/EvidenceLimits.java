package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import java.util.List;

/**
 * How much evidence good pictures show at each pixel of a template, filter by filter: edges, reflections and grain are louder than flat white.
 *
 * @param usual mean evidence of good pictures, a plane a filter
 * @param stray standard deviation of it, likewise
 */
public record EvidenceLimits(List<GrayF32> usual, List<GrayF32> stray) {
    /** Copies the lists. */
    public EvidenceLimits {
        usual = List.copyOf(usual);
        stray = List.copyOf(stray);
    }
}
