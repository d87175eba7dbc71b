package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;

/**
 * What a deviation map says about each pixel's surroundings, by filters that each suit one kind of defect: small spots, faint patches, fine lines.
 *
 * <p>Immutable; safe for many threads.
 */
public final class Evidence {
    /** How many filters there are. */
    public static final int FILTERS = 3;

    private final int small;
    private final int large;
    private final LineMean line;

    /** @param frame of the maps to come */
    public Evidence(Frame frame) {
        small = odd(5 * frame.unit());
        large = odd(11 * frame.unit());
        line = new LineMean(frame);
    }

    private static int odd(double side) {
        return 2 * (int) Math.round((side - 1) / 2) + 1;
    }

    /**
     * Filters.
     *
     * @param deviation signed, in spreads, contiguous, not modified
     * @return mean absolute deviation over a small and a large window, and the greatest absolute mean deviation along a short line
     */
    public GrayF32[] of(GrayF32 deviation) {
        GrayF32 size = deviation.createSameShape();
        for (int i = 0; i < size.data.length; i++) {
            size.data[i] = Math.abs(deviation.data[i]);
        }
        return new GrayF32[] {BoxMean.apply(size, small), BoxMean.apply(size, large), line.apply(deviation)};
    }
}
