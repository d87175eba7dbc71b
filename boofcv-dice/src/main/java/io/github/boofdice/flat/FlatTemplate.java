package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Dilation;
import java.util.Arrays;

/** All that is known of a template before a picture comes. Immutable. */
final class FlatTemplate {
    /** The ends of the contrast leave out this share of the pixels either side. */
    private static final double TAIL = 0.02;

    /** What is flat varies less than this share of the contrast within the reach of envelope {@link #FLAT_ENVELOPE}. */
    private static final double FLAT = 0.25;

    private static final int FLAT_ENVELOPE = 1;
    private static final int FLAT_BLOCK = 12;
    private static final int QUARTER_BLOCK = 4;
    private static final int HALF_BLOCK = 6;

    /** What good pictures show within so many pixels is good: an edge may lie so far aside. */
    private static final double[] REACHES = {1.5, 2.3, 3.2};

    /** Least and greatest grey level of the good pictures about each pixel, and what is too thin to be seen in them. */
    record Envelope(GrayF32 low, GrayF32 high, ThinMarks thin) {}

    final int width;
    final int height;
    final GrayF32 plane;
    final double contrast;
    final double mean;
    final double spread;
    final EdgePoints quarterPoints;
    final EdgePoints halfPoints;
    final Envelope[] envelopes;
    /** Indices of pixels amid nothing else, one a block at the most. */
    final int[] flat;

    FlatTemplate(GrayF32 plane, GrayF32 low, GrayF32 high) {
        this.plane = plane;
        width = plane.width;
        height = plane.height;
        float[] sorted = plane.data.clone();
        Arrays.sort(sorted);
        contrast = sorted[(int) ((1 - TAIL) * (sorted.length - 1))] - sorted[(int) (TAIL * (sorted.length - 1))];
        float[] row = new float[width];
        float[] next = new float[width];
        GrayF32 half = new GrayF32(width / 2, height / 2);
        Halving.halve(plane, half, row, next);
        GrayF32 quarter = new GrayF32(half.width / 2, half.height / 2);
        Halving.halve(half, quarter, row, next);
        ShiftField field = new ShiftField(width, height);
        quarterPoints = new EdgePoints(quarter, 4, QUARTER_BLOCK, contrast, field);
        halfPoints = new EdgePoints(half, 2, HALF_BLOCK, contrast, field);
        double sum = 0;
        double squares = 0;
        for (float v : quarter.data) {
            sum += v;
            squares += v * v;
        }
        mean = sum / quarter.data.length;
        spread = Math.sqrt(Math.max(0, squares / quarter.data.length - mean * mean));
        envelopes = new Envelope[REACHES.length];
        for (int i = 0; i < REACHES.length; i++) {
            GrayF32 least = erode(low, REACHES[i]);
            GrayF32 greatest = Dilation.dilate(high, REACHES[i]);
            envelopes[i] =
                    new Envelope(least, greatest, new ThinMarks(low, high, least, greatest, REACHES[i], contrast));
        }
        double reach = REACHES[FLAT_ENVELOPE];
        // Of a single picture this is known already.
        flat = Arrays.equals(low.data, plane.data) && Arrays.equals(high.data, plane.data)
                ? flat(envelopes[FLAT_ENVELOPE].low(), envelopes[FLAT_ENVELOPE].high())
                : flat(erode(plane, reach), Dilation.dilate(plane, reach));
    }

    /** Least value within a radius of each pixel. */
    static GrayF32 erode(GrayF32 plane, double reach) {
        GrayF32 negative = plane.clone();
        negate(negative);
        GrayF32 out = Dilation.dilate(negative, reach);
        negate(out);
        return out;
    }

    private static void negate(GrayF32 plane) {
        for (int i = 0; i < plane.data.length; i++) {
            plane.data[i] = -plane.data[i];
        }
    }

    private int[] flat(GrayF32 low, GrayF32 high) {
        int[] out = new int[((width + FLAT_BLOCK - 1) / FLAT_BLOCK) * ((height + FLAT_BLOCK - 1) / FLAT_BLOCK)];
        int n = 0;
        float most = (float) Math.max(20, FLAT * contrast);
        for (int top = 0; top < height; top += FLAT_BLOCK) {
            for (int left = 0; left < width; left += FLAT_BLOCK) {
                int at = flat(low, high, left, top, most);
                if (at >= 0) {
                    out[n++] = at;
                }
            }
        }
        return Arrays.copyOf(out, n);
    }

    private int flat(GrayF32 low, GrayF32 high, int left, int top, float most) {
        for (int y = Math.min(height - 2, top + FLAT_BLOCK / 2); y >= Math.max(1, top); y--) {
            for (int x = Math.min(width - 2, left + FLAT_BLOCK / 2); x >= Math.max(1, left); x--) {
                int at = y * width + x;
                if (high.data[at] - low.data[at] <= most) {
                    return at;
                }
            }
        }
        return -1;
    }
}
