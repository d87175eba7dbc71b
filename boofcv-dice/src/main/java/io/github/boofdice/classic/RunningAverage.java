package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;
import org.jspecify.annotations.Nullable;

/**
 * The seed project's average of the good pictures of one pose, kept in 8 bits after every picture.
 *
 * <p>Starting from the first picture, picture {@code i} = 1, 2, ... gives
 *
 * <pre>avg = round(x * a + avg * b),  a = 1 / (i + 1),  b = 1 - a</pre>
 *
 * <p>rounded half to even. It is not the mean: a grey level that moves the average by less than half is lost, so the
 * average drifts by up to 25 grey levels, and depends on the order of the pictures. The thresholds of
 * {@link DifferenceMethod} were chosen on such averages.
 *
 * <p>Not thread-safe.
 */
public final class RunningAverage {
    private @Nullable GrayU8 average;
    private int count;

    /** Creates an average of no pictures yet. */
    public RunningAverage() {}

    /**
     * Takes one more picture in.
     *
     * @param picture 8-bit grey, of the size of the first one; may be a sub-image; not modified
     * @throws IllegalArgumentException if its size differs from the first picture's
     */
    public void add(GrayU8 picture) {
        GrayU8 previous = average;
        if (previous == null) {
            average = copy(picture);
        } else {
            Sizes.check("picture", picture, "the average", previous);
            update(previous, picture);
        }
        count++;
    }

    /**
     * The average so far.
     *
     * @return a new picture, 8-bit grey
     * @throws IllegalStateException if no picture was added
     */
    public GrayU8 average() {
        if (average == null) {
            throw new IllegalStateException("no picture was added; an average needs at least 1");
        }
        return average.clone();
    }

    /** {@return how many pictures were added} */
    public int count() {
        return count;
    }

    /** A picture of its own, without gaps between its rows. */
    static GrayU8 copy(GrayU8 picture) {
        GrayU8 copy = new GrayU8(picture.width, picture.height);
        copy.setTo(picture);
        return copy;
    }

    private void update(GrayU8 average, GrayU8 picture) {
        double share = 1.0 / (count + 1);
        float a = (float) share;
        float b = (float) (1 - share);
        for (int y = 0; y < average.height; y++) {
            int to = average.startIndex + y * average.stride;
            int from = picture.startIndex + y * picture.stride;
            for (int x = 0; x < average.width; x++, to++, from++) {
                // A float product added to a fused one, as OpenCV's addWeighted does it: with doubles, or without the
                // fused step, other halves round away and a quarter of the reference templates' pixels come out
                // different.
                float sum = Math.fma(a, picture.data[from] & 0xFF, b * (average.data[to] & 0xFF));
                average.data[to] = (byte) Math.rint(sum);
            }
        }
    }
}
