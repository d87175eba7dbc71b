package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Finds the places where an evidence map is large: from every pixel beyond the upper level, over all touching pixels beyond the lower one (hysteresis, eight
 * neighbours). What is lighter in it is
 * one piece, what is darker another; pieces of one polarity that lie close together are one region: a broken line, the letters of a word.
 */
public final class RegionFinder {
    /** A defect covers the pixels that differ by at least this share of its greatest difference. */
    private static final double COVERED = 0.4;

    /** So many pixels of 128 may lie between the pieces of one defect. */
    private static final double GAP = 4;

    private static final double DESIGN_SIDE = 128;

    private RegionFinder() {}

    /**
     * A place that differs.
     *
     * @param pixels indices {@code y * width + x}, ascending
     * @param polarity whether it is lighter or darker than its surroundings, compared with the template
     * @param contrast greatest difference from its surroundings, compared with the template, in grey levels, at least 0
     * @param peak greatest value of the map
     * @param share its part of the evidence above the lower level, of all regions together: 0..1
     */
    public record PixelRegion(int[] pixels, Polarity polarity, double contrast, double peak, double share) {
        private PixelRegion ofAll(double shares) {
            return new PixelRegion(pixels, polarity, contrast, peak, share / shares);
        }
    }

    /**
     * Finds them, the greatest peak first.
     *
     * @param map contiguous, not modified
     * @param upper level that some evidence of each connected place exceeds, &gt; 0
     * @param lower level that all its evidence exceeds, in (0, upper]
     * @param greyDifference grey levels of the picture less the template's, asked for only where there are regions; a band-pass would not do, for round a strong
     *     defect it overshoots
     * @return the regions, the greatest peak first
     */
    public static List<PixelRegion> find(GrayF32 map, double upper, double lower, Supplier<GrayF32> greyDifference) {
        int first = firstAbove(map.data, upper);
        if (first == map.data.length) {
            return List.of();
        }
        boolean[] taken = new boolean[map.width * map.height];
        List<int[]> found = new ArrayList<>();
        for (int seed = first; seed < taken.length; seed++) {
            if (map.data[seed] > upper && !taken[seed]) {
                found.add(grow(map, seed, lower, taken));
            }
        }
        GrayF32 grey = greyDifference.get();
        List<PixelRegion> pieces = new ArrayList<>();
        for (int[] evident : found) {
            describe(evident, map, lower, grey, taken, pieces);
        }
        double unit = Math.min(map.width, map.height) / DESIGN_SIDE;
        double all = pieces.stream().mapToDouble(PixelRegion::share).sum();
        List<PixelRegion> out = new ArrayList<>();
        for (PixelRegion region : RegionPieces.join(pieces, map.width, map.height, GAP * unit + 1)) {
            out.add(region.ofAll(all));
        }
        out.sort(Comparator.comparingDouble(r -> -r.peak));
        return out;
    }

    private static int firstAbove(float[] values, double level) {
        int i = 0;
        while (i < values.length && !(values[i] > level)) {
            i++;
        }
        return i;
    }

    /**
     * The evidence says that there is something; the grey levels say which pixels it covers and which way they differ. Where they differ both ways, by as much or
     * nearly so, there are two pieces.
     *
     * @param pieces takes them, with their evidence above the lower level as their share
     */
    private static void describe(
            int[] evident, GrayF32 map, double lower, GrayF32 grey, boolean[] taken, List<PixelRegion> pieces) {
        double around = medianAround(evident, grey, map, taken);
        double most = 0;
        for (int at : evident) {
            most = Math.max(most, Math.abs(grey.data[at] - around));
        }
        double least = COVERED * most;
        IntPredicate lighter = at -> grey.data[at] > around;
        int[] covered = only(evident, at -> Math.abs(grey.data[at] - around) >= least);
        for (Polarity polarity : Polarity.values()) {
            IntPredicate thisWay = polarity == Polarity.LIGHT ? lighter : lighter.negate();
            int[] pixels = only(covered, thisWay);
            if (pixels.length > 0) {
                int[] own = pixels.length == covered.length ? evident : only(evident, thisWay);
                pieces.add(piece(pixels, own, polarity, map, lower, grey, around));
            }
        }
    }

    private static int[] only(int[] pixels, IntPredicate which) {
        return Arrays.stream(pixels).filter(which).toArray();
    }

    private static PixelRegion piece(
            int[] pixels, int[] evident, Polarity polarity, GrayF32 map, double lower, GrayF32 grey, double around) {
        double contrast = 0;
        for (int at : pixels) {
            contrast = Math.max(contrast, Math.abs(grey.data[at] - around));
        }
        double peak = 0;
        double above = 0;
        for (int at : evident) {
            peak = Math.max(peak, map.data[at]);
            above += map.data[at] - lower;
        }
        return new PixelRegion(pixels, polarity, contrast, peak, above);
    }

    /** Median over the box's surroundings that were scored and belong to no region; 0 where there are none. */
    private static double medianAround(int[] evident, GrayF32 grey, GrayF32 map, boolean[] taken) {
        int left = map.width;
        int right = 0;
        for (int at : evident) {
            left = Math.min(left, at % map.width);
            right = Math.max(right, at % map.width);
        }
        int top = evident[0] / map.width;
        int bottom = evident[evident.length - 1] / map.width;
        int reach = Math.max(1, Math.min(map.width, map.height) * 6 / 128);
        float[] around = new float[(right - left + 1 + 2 * reach) * (bottom - top + 1 + 2 * reach)];
        int n = 0;
        for (int y = Math.max(0, top - reach); y <= Math.min(map.height - 1, bottom + reach); y++) {
            for (int x = Math.max(0, left - reach); x <= Math.min(map.width - 1, right + reach); x++) {
                int at = y * map.width + x;
                if (!taken[at] && grey.data[at] != 0) {
                    around[n++] = grey.data[at];
                }
            }
        }
        Arrays.sort(around, 0, n);
        return n == 0 ? 0 : around[n / 2];
    }

    private static int[] grow(GrayF32 map, int seed, double lower, boolean[] taken) {
        int[] queue = new int[64];
        int size = 0;
        queue[size++] = seed;
        taken[seed] = true;
        for (int next = 0; next < size; next++) {
            int x = queue[next] % map.width;
            int y = queue[next] / map.width;
            for (int v = Math.max(0, y - 1); v <= Math.min(map.height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(map.width - 1, x + 1); u++) {
                    int neighbour = v * map.width + u;
                    if (!taken[neighbour] && map.data[neighbour] > lower) {
                        taken[neighbour] = true;
                        if (size == queue.length) {
                            queue = Arrays.copyOf(queue, 2 * size);
                        }
                        queue[size++] = neighbour;
                    }
                }
            }
        }
        int[] pixels = Arrays.copyOf(queue, size);
        Arrays.sort(pixels);
        return pixels;
    }
}
