package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Goes over all pixels of a picture and notes those that lie beyond the template's least and greatest level near by. One thread at a time. */
final class DifferenceScan {
    /** So many pixels along the border of either picture are not compared: what lies beyond is not known. */
    static final int MARGIN = 3;

    /** A row is folded to about so many numbers. */
    private static final int FOLDED = 48;

    private final int width;
    private final float[] low;
    private final float[] high;
    private final float[] light;
    private final float[] seen;
    private final float[] lighter;
    private final float[] darker;
    private final float[] either;
    private final float[] greatest;
    private final float[] upper;
    /** Runs of a row with one shift: where each begins, and at the end the width. */
    private final int[] begins;

    private final int[] runX;
    private final int[] runY;
    private int runs;

    DifferenceScan(int width) {
        this.width = width;
        low = new float[width];
        high = new float[width];
        light = new float[width];
        seen = new float[width];
        lighter = new float[width];
        darker = new float[width];
        either = new float[width];
        greatest = new float[width];
        upper = new float[width];
        int most = width / Lookup.BLOCK + 2;
        begins = new int[most + 1];
        runX = new int[most];
        runY = new int[most];
    }

    /**
     * Scans.
     *
     * @param least excess that is noted, in grey levels of the picture, &gt; 0
     * @param looked pixels of the template that count; null for all
     */
    void scan(
            GrayF32 picture,
            FlatTemplate template,
            FlatTemplate.Envelope envelope,
            Levels levels,
            Lookup lookup,
            float least,
            @Nullable BitSet looked,
            Differing out) {
        float gain = (float) levels.gain;
        float offset = (float) levels.offset;
        for (int y = 0; y < picture.height; y++) {
            if (y % Lookup.BAND == 0) {
                beginBand(lookup, y / Lookup.BAND);
            }
            for (int run = 0; run < runs; run++) {
                copy(envelope, y, run, template);
            }
            System.arraycopy(picture.data, picture.startIndex + y * picture.stride, seen, 0, width);
            excess(gain, offset);
            int folded = fold();
            for (int first = 0; first < folded; first++) {
                if (greatest[first] > least) {
                    note(y, first, folded, least, looked, out);
                }
            }
        }
    }

    /**
     * The greatest excess of every so many-th pixel of the row, so that few numbers need be looked at one by one.
     *
     * @return how many; pixels that are as far apart share one
     */
    private int fold() {
        System.arraycopy(either, 0, greatest, 0, width);
        int size = width;
        while (size % 2 == 0 && size > FOLDED) {
            size /= 2;
            System.arraycopy(greatest, size, upper, 0, size);
            larger(greatest, upper, size);
        }
        return size;
    }

    private static void larger(float[] out, float[] other, int size) {
        for (int x = 0; x < size; x++) {
            out[x] = Math.max(out[x], other[x]);
        }
    }

    private void note(int y, int first, int step, float least, @Nullable BitSet looked, Differing out) {
        for (int x = first; x < width; x += step) {
            if (either[x] > least && (looked == null || looked.get(source(x, y)))) {
                out.add(y * width + x, lighter[x] > darker[x] ? lighter[x] : -darker[x]);
            }
        }
    }

    /** Index of the template's pixel that one of the row shows. */
    private int source(int x, int y) {
        int run = 0;
        while (begins[run + 1] <= x) {
            run++;
        }
        return (y + runY[run]) * width + x + runX[run];
    }

    private void beginBand(Lookup lookup, int band) {
        runs = 0;
        for (int block = 0; block < lookup.blocks; block++) {
            int i = band * lookup.blocks + block;
            int from = block * Lookup.BLOCK;
            Arrays.fill(light, from, Math.min(width, from + Lookup.BLOCK), lookup.light[i]);
            int x = lookup.shiftX[i];
            int y = lookup.shiftY[i];
            if (runs == 0 || x != runX[runs - 1] || y != runY[runs - 1]) {
                begins[runs] = from;
                runX[runs] = x;
                runY[runs++] = y;
            }
        }
        begins[runs] = width;
    }

    /** The template's levels under one run; beyond it, and along the borders, everything is allowed. */
    private void copy(FlatTemplate.Envelope envelope, int y, int run, FlatTemplate template) {
        int from = begins[run];
        int to = begins[run + 1];
        int v = y + runY[run];
        int first = Math.max(Math.max(from, MARGIN), Math.min(to, MARGIN - runX[run]));
        int last = Math.max(first, Math.min(Math.min(to, width - MARGIN), width - MARGIN - runX[run]));
        if (y < MARGIN || y >= template.height - MARGIN || v < MARGIN || v >= template.height - MARGIN) {
            last = first;
        }
        if (first > from || last < to) {
            Arrays.fill(low, from, to, -1e6f);
            Arrays.fill(high, from, to, 1e6f);
        }
        int source = v * width + first + runX[run];
        if (last > first) {
            System.arraycopy(envelope.low().data, source, low, first, last - first);
            System.arraycopy(envelope.high().data, source, high, first, last - first);
        }
    }

    /** All arrays indexed alike: vector code. A level that the light would carry beyond white or black ends there. */
    private void excess(float gain, float offset) {
        for (int x = 0; x < seen.length; x++) {
            lighter[x] = seen[x] - Math.max(0, light[x] * (gain * high[x] + offset));
        }
        for (int x = 0; x < seen.length; x++) {
            darker[x] = Math.min(255, light[x] * (gain * low[x] + offset)) - seen[x];
        }
        for (int x = 0; x < seen.length; x++) {
            either[x] = Math.max(lighter[x], darker[x]);
        }
    }
}
