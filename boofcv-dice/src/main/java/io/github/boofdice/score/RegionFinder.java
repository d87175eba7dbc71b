package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the connected places where a signed deviation map is large: from every pixel beyond the upper level, over all touching pixels of the same sign beyond the
 * lower one (hysteresis, eight neighbours).
 */
public final class RegionFinder {
    private RegionFinder() {}

    /**
     * A connected place.
     *
     * @param pixels indices {@code y * width + x}, ascending
     * @param polarity lighter or darker than the template
     * @param peak greatest absolute deviation, in the map's unit
     */
    public record PixelRegion(int[] pixels, Polarity polarity, double peak) {}

    /**
     * Finds them, the greatest peak first.
     *
     * @param map contiguous, not modified
     * @param upper level that a region's peak exceeds, &gt; 0
     * @param lower level that all its pixels exceed, in (0, upper]
     */
    public static List<PixelRegion> find(GrayF32 map, double upper, double lower) {
        boolean[] taken = new boolean[map.width * map.height];
        List<PixelRegion> out = new ArrayList<>();
        for (int seed = 0; seed < taken.length; seed++) {
            if (!taken[seed] && Math.abs(map.data[seed]) > upper) {
                out.add(grow(map, seed, lower, taken));
            }
        }
        out.sort(Comparator.comparingDouble(r -> -r.peak));
        return out;
    }

    private static PixelRegion grow(GrayF32 map, int seed, double lower, boolean[] taken) {
        float sign = Math.signum(map.data[seed]);
        int[] queue = new int[64];
        int size = 0;
        queue[size++] = seed;
        taken[seed] = true;
        double peak = 0;
        for (int next = 0; next < size; next++) {
            int at = queue[next];
            peak = Math.max(peak, sign * map.data[at]);
            int x = at % map.width;
            int y = at / map.width;
            for (int v = Math.max(0, y - 1); v <= Math.min(map.height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(map.width - 1, x + 1); u++) {
                    int neighbour = v * map.width + u;
                    if (!taken[neighbour] && sign * map.data[neighbour] > lower) {
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
        return new PixelRegion(pixels, sign > 0 ? Polarity.LIGHT : Polarity.DARK, peak);
    }
}
