package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;

/**
 * How rough a deviation is round each pixel, as a share of the face's mean.
 *
 * <p>Fine engraving is too thin and too much like grain for a patch or a line, but there is more of it in one place than grain leaves. A pixel's roughness is the absolute difference between its deviation and the mean of its four
 * neighbours, but at most three grey levels: many pixels that differ a little must outweigh a few that differ much, as specks of dust and glints of light on grain do. It is averaged over a window. What is usual at a place is known as a share of the face's mean, because focus and a camera's noise make all of a face
 * rougher or smoother alike.
 *
 * <p>One thread at a time.
 */
public final class Texture {
    /** Grey levels. Chosen on {@code original} alone, like the window. */
    private static final float MOST_ROUGH = 3;

    private final PixelDisc scored;
    private final FaceRows rows;
    private final GrayF32 rough;
    private final BoxMean wide;
    private final BoxMean near;
    private final float[] here;
    private final float[] left;
    private final float[] right;
    private final float[] above;
    private final float[] below;
    private double mean;

    /**
     * Makes the memory that it needs.
     *
     * @param frame of the deviations to come
     */
    public Texture(Frame frame) {
        scored = PixelDisc.scored(frame);
        rows = new FaceRows(frame);
        rough = new GrayF32(frame.width(), frame.height());
        wide = new BoxMean(frame.width(), frame.odd(11));
        near = new BoxMean(frame.width(), frame.odd(3));
        here = new float[frame.width() - 2];
        left = here.clone();
        right = here.clone();
        above = here.clone();
        below = here.clone();
    }

    /**
     * Measures over 11 x 11 pixels of a 128 x 128 frame.
     *
     * @param deviation in grey levels, not modified
     * @param shares takes the roughness, 1 is the face's mean; 0 everywhere where nothing deviates
     */
    public void wide(GrayF32 deviation, GrayF32 shares) {
        roughen(deviation);
        wide.apply(rough, shares, rows.first(), rows.end());
        mean = sum(shares.data) / scored.size();
        divide(shares);
    }

    /** {@return the mean of the face that {@link #wide} measured last, in grey levels} */
    double mean() {
        return mean;
    }

    /** Two sums, as one waits for each of its additions. */
    private double sum(float[] values) {
        int half = scored.size() / 2;
        double first = 0;
        double second = 0;
        for (int i = 0; i < half; i++) {
            first += values[scored.index(i)];
            second += values[scored.index(half + i)];
        }
        for (int i = 2 * half; i < scored.size(); i++) {
            second += values[scored.index(i)];
        }
        return first + second;
    }

    /** The same over 3 x 3 pixels, of the deviation that {@link #wide} measured last. */
    void near(GrayF32 shares) {
        near.apply(rough, shares, rows.first(), rows.end());
        divide(shares);
    }

    private void divide(GrayF32 shares) {
        float over = mean > 0 ? (float) (1 / mean) : 0;
        for (int i = rows.from(); i < rows.to(); i++) {
            shares.data[i] *= over;
        }
    }

    /** Row by row, with the neighbours copied to where they lie: a loop over arrays indexed alike becomes vector instructions. */
    private void roughen(GrayF32 deviation) {
        int w = deviation.width;
        for (int y = rows.first(); y < rows.end(); y++) {
            int at = y * w + 1;
            System.arraycopy(deviation.data, at, here, 0, here.length);
            System.arraycopy(deviation.data, at - 1, left, 0, here.length);
            System.arraycopy(deviation.data, at + 1, right, 0, here.length);
            System.arraycopy(deviation.data, at - w, above, 0, here.length);
            System.arraycopy(deviation.data, at + w, below, 0, here.length);
            around();
            differ(here, left);
            System.arraycopy(here, 0, rough.data, at, here.length);
        }
    }

    private void around() {
        for (int x = 0; x < left.length; x++) {
            left[x] = (left[x] + right[x] + above[x] + below[x]) / 4;
        }
    }

    private static void differ(float[] here, float[] around) {
        for (int x = 0; x < here.length; x++) {
            here[x] = Math.min(MOST_ROUGH, Math.abs(here[x] - around[x]));
        }
    }
}
