package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the connected places where a deviation map is large: from every pixel beyond the upper level, over all touching pixels beyond the lower one (hysteresis,
 * eight neighbours).
 */
public final class RegionFinder {
    private RegionFinder() {}

    /**
     * A connected place.
     *
     * @param pixels indices {@code y * width + x}, ascending
     * @param polarity whether it is lighter or darker than the template on the whole
     * @param peak greatest value of the map, in spreads
     */
    public record PixelRegion(int[] pixels, Polarity polarity, double peak) {}

    /**
     * Finds them, the greatest peak first.
     *
     * @param difference not modified
     * @param upper level that a region's peak exceeds, in spreads, &gt; 0
     * @param lower level that all its pixels exceed, in (0, upper]
     */
    public static List<PixelRegion> find(Difference difference, double upper, double lower) {
        GrayF32 map = difference.map();
        boolean[] taken = new boolean[map.width * map.height];
        List<PixelRegion> out = new ArrayList<>();
        for (int seed = 0; seed < taken.length; seed++) {
            if (!taken[seed] && map.data[seed] > upper) {
                out.add(describe(grow(map, seed, lower, taken), difference));
            }
        }
        out.sort(Comparator.comparingDouble(r -> -r.peak));
        return out;
    }

    private static PixelRegion describe(int[] pixels, Difference difference) {
        double peak = 0;
        double sum = 0;
        for (int at : pixels) {
            peak = Math.max(peak, difference.map().data[at]);
            sum += difference.deviation().data[at];
        }
        return new PixelRegion(pixels, sum > 0 ? Polarity.LIGHT : Polarity.DARK, peak);
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
