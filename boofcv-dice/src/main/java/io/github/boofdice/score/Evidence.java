package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.BoxMean;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a deviation says about each pixel's surroundings, by filters that each suit one kind of defect, lighter and darker apart: patches, fine lines and texture.
 *
 * <p>Patches and lines answer to a deviation in proportion and with its sign, so that a faint defect adds up over its area while grain cancels. A patch is the mean of 5 x 5 pixels; a line is the greatest mean along a straight line of 18 pixels over twenty-two directions, of what is left of the {@linkplain #faint fainter} deviations when their mean of 5 x 5 is taken away: reflections are
 * wider than a scratch. {@link Texture} tells where there is more structure than usual, whatever its sign; less of it than usual is no evidence. (Lengths at a frame of 128 x 128.)
 *
 * <p>More tell where a defect lies, not whether there is one, since a speck of dust would stir them: {@link #locate}.
 *
 * <p>Holds the planes that it works on, so that comparing allocates nothing. One thread at a time.
 */
public final class Evidence {
    /** How many filters there are. */
    public static final int FILTERS = 3;
    /** How many of them, the first ones, answer with a sign; the others find texture. All are in grey levels. */
    public static final int SIGNED = 2;

    /** The filters' numbers. */
    static final int PATCH = 0;

    static final int LINE = 1;
    static final int TEXTURE = 2;

    /** How much speaks for a place beside the pixel and the mean of 3 x 3, each over its limit: texture over 3 x 3 and over 11 x 11. Chosen on {@code original} with drawn defects, like all that locates; no verdict hangs on it. */
    private static final float NEAR_TEXTURE = 1.5f;

    private static final float WIDE_TEXTURE = 4;
    /** That over which their sum stands, so that most good pictures stay below 1. */
    private static final float VOICES = 6;
    /** How much of the mean of its surroundings is given back to a deviation. */
    private static final float GIVEN_BACK = 2;
    /** How much less texture says for each limit that its neighbourhood deviates by. */
    private static final float DROWNED = 3;

    private final FaceRows rows;
    private final GrayF32 difference;
    private final GrayF32 deviation;
    private final GrayF32 faint;
    private final GrayF32 fine;
    private final List<GrayF32> light = new ArrayList<>();
    private final List<GrayF32> dark = new ArrayList<>();
    private final GrayF32 spot;
    private final GrayF32 nearTexture;
    private final BoxMean patch;
    private final BoxMean small;
    private final BoxMean neighbourhood;
    private final BoxMean surroundings;
    private final LineMean line;
    private final Texture texture;
    private final Samples samples = new Samples();

    /**
     * Makes the memory of one thread.
     *
     * @param frame of the deviations to come
     */
    public Evidence(Frame frame) {
        rows = new FaceRows(frame);
        difference = new GrayF32(frame.width(), frame.height());
        deviation = difference.createSameShape();
        faint = deviation.createSameShape();
        fine = deviation.createSameShape();
        spot = deviation.createSameShape();
        nearTexture = deviation.createSameShape();
        for (int f = 0; f < FILTERS; f++) {
            light.add(deviation.createSameShape());
            dark.add(deviation.createSameShape());
        }
        patch = new BoxMean(frame.width(), frame.odd(5));
        small = new BoxMean(frame.width(), frame.odd(3));
        neighbourhood = new BoxMean(frame.width(), frame.odd(11));
        surroundings = new BoxMean(frame.width(), frame.odd(13));
        line = new LineMean(frame);
        texture = new Texture(frame);
    }

    /**
     * Filters what stands in {@link #deviation} and {@link #faint}.
     *
     * @param usualTexture what {@link Texture#wide} finds on good pictures on average
     */
    public void gather(GrayF32 usualTexture) {
        gatherPatches();
        negate(light.get(PATCH).data, dark.get(PATCH).data);
        gatherRest(usualTexture);
    }

    /** The cheapest filter alone, which is the first; what is darker is left to be read from what is lighter. */
    void gatherPatches() {
        patch.apply(deviation, light.get(PATCH), rows.first(), rows.end());
    }

    /** All others, after {@link #gatherPatches}. */
    void gatherRest(GrayF32 usualTexture) {
        patch.apply(faint, fine, rows.first(), rows.end());
        for (int i = rows.from(); i < rows.to(); i++) {
            fine.data[i] = faint.data[i] - fine.data[i];
        }
        line.apply(fine, light.get(LINE), dark.get(LINE));
        texture.wide(deviation, light.get(TEXTURE));
        beyond(light.get(TEXTURE).data, usualTexture.data);
    }

    /** Shares of the face's roughness, as grey levels beyond the usual. */
    private void beyond(float[] shares, float[] usual) {
        float mean = (float) texture.mean();
        for (int i = rows.from(); i < rows.to(); i++) {
            shares[i] = mean * (shares[i] - usual[i]);
        }
    }

    private void negate(float[] in, float[] out) {
        for (int i = rows.from(); i < rows.to(); i++) {
            out[i] = -in[i];
        }
    }

    /** {@return how the picture differs, in grey levels, lighter is positive; to be filled before {@link #wholeDifference}} */
    public GrayF32 difference() {
        return difference;
    }

    /** {@return the same, compressed where it is more than a faint defect's; to be filled before {@link #gather}} */
    public GrayF32 deviation() {
        return deviation;
    }

    /** {@return the same, compressed where it is more than a hair-fine scratch's; to be filled likewise} */
    public GrayF32 faint() {
        return faint;
    }

    /**
     * By how many grey levels a filter finds each pixel's surroundings lighter than the template, below 0 where darker; of texture by how many it is rougher.
     *
     * @param filter its number, from 0
     * @return frame-sized; what the next {@link #gather} overwrites
     */
    public GrayF32 light(int filter) {
        return light.get(filter);
    }

    /**
     * By how many grey levels a filter finds each pixel's surroundings darker than the template, below 0 where lighter; 0 of texture.
     *
     * @param filter its number, from 0
     * @return frame-sized; what the next {@link #gather} overwrites
     */
    public GrayF32 dark(int filter) {
        return dark.get(filter);
    }

    /**
     * The {@link #difference} as it was before the band-pass, nearly: that hollows out what is wide and puts a rim of the other sign round it, so that much of the mean of its surroundings is given back.
     *
     * @return to be compressed like {@link #deviation} before {@link #locate}
     */
    GrayF32 wholeDifference() {
        surroundings.apply(difference, fine, rows.first(), rows.end());
        for (int i = rows.from(); i < rows.to(); i++) {
            fine.data[i] = difference.data[i] + GIVEN_BACK * fine.data[i];
        }
        return fine;
    }

    /**
     * Lays together where what {@link #gather} has filtered last lies: at each pixel what speaks for lighter or for darker, whichever is more, and for rougher, in limits; 0 or more. Texture in the neighbourhood of what is loud is
     * that mark's edge, and says less the louder it is.
     *
     * @param whole what {@link #wholeDifference} has given, compressed
     * @param counts 1 where a pixel is scored, 0 elsewhere
     */
    void locate(
            GrayF32 whole,
            GrayF32 usualTexture,
            float[][] overLight,
            float[][] overDark,
            float[] counts,
            GrayF32 heat) {
        small.apply(whole, spot, rows.first(), rows.end());
        marks(spot.data, whole.data, overLight[PATCH], overDark[PATCH], heat.data);
        loudness(overLight[PATCH], spot);
        texture.near(nearTexture);
        beyond(nearTexture.data, usualTexture.data);
        addTexture(heat.data, overLight[TEXTURE], spot.data);
        smooth(heat, counts);
    }

    /** What is found of one polarity, where that is more than the other. */
    private void marks(float[] spots, float[] pixels, float[] overLight, float[] overDark, float[] heat) {
        Arrays.fill(heat, 0);
        for (int i = rows.from(); i < rows.to(); i++) {
            float found = spots[i] + pixels[i];
            heat[i] = Math.max(found * overLight[i], -found * overDark[i]);
        }
    }

    /** The mean of how far the neighbourhood deviates, in limits. */
    private void loudness(float[] over, GrayF32 out) {
        for (int i = rows.from(); i < rows.to(); i++) {
            fine.data[i] = Math.abs(deviation.data[i]) * over[i];
        }
        neighbourhood.apply(fine, out, rows.first(), rows.end());
    }

    private void addTexture(float[] heat, float[] over, float[] loudness) {
        float[] near = nearTexture.data;
        float[] wide = light.get(TEXTURE).data;
        for (int i = rows.from(); i < rows.to(); i++) {
            float rougher = NEAR_TEXTURE * Math.max(0, near[i]) + WIDE_TEXTURE * Math.max(0, wide[i]);
            heat[i] = (heat[i] + rougher * over[i] / (1 + DROWNED * loudness[i])) / VOICES;
        }
    }

    /** By a quarter, a half and a quarter each way; what is not scored stays 0. Neighbours are copied to where they lie: a loop over arrays indexed alike becomes vector instructions. */
    private void smooth(GrayF32 plane, float[] counts) {
        float[] before = nearTexture.data;
        float[] after = fine.data;
        float[] across = spot.data;
        neighbours(plane.data, 1, before, after);
        for (int i = rows.from(); i < rows.to(); i++) {
            across[i] = (before[i] + 2 * plane.data[i] + after[i]) / 4;
        }
        neighbours(across, plane.width, before, after);
        for (int i = rows.from(); i < rows.to(); i++) {
            plane.data[i] = counts[i] * (before[i] + 2 * across[i] + after[i]) / 4;
        }
    }

    private void neighbours(float[] values, int apart, float[] before, float[] after) {
        int count = rows.to() - rows.from();
        System.arraycopy(values, rows.from() - apart, before, rows.from(), count);
        System.arraycopy(values, rows.from() + apart, after, rows.from(), count);
    }

    /** Those in which anything can be found. */
    FaceRows rows() {
        return rows;
    }

    /** Of the picture, to be made deviations of. */
    Samples samples() {
        return samples;
    }
}
