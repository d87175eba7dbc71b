package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegionFinderTest {
    @Property(tries = 300, seed = "1")
    void regionsAreThoseOfABruteForceFloodFill(
            @ForAll @IntRange(min = 1, max = 14) int width,
            @ForAll @IntRange(min = 1, max = 14) int height,
            @ForAll @DoubleRange(min = 0.5, max = 3) double upper,
            @ForAll @DoubleRange(min = 0.1, max = 1) double share,
            @ForAll long seed) {
        Difference difference = noise(width, height, seed);
        double lower = share * upper;

        List<PixelRegion> found = RegionFinder.find(difference, upper, lower);

        List<int[]> expected = bruteForce(difference.map(), upper, lower);
        assertThat(found.stream().map(r -> Arrays.toString(r.pixels())).toList())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Arrays::toString).toList());
        for (PixelRegion region : found) {
            double peak = Arrays.stream(region.pixels())
                    .mapToDouble(at -> difference.map().data[at])
                    .max()
                    .orElseThrow();
            double balance = Arrays.stream(region.pixels())
                    .mapToDouble(at -> difference.deviation().data[at])
                    .sum();
            assertThat(region.peak()).isEqualTo(peak).isGreaterThan(upper);
            assertThat(region.polarity()).isEqualTo(balance > 0 ? Polarity.LIGHT : Polarity.DARK);
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.peak(), a.peak()));
    }

    /** Sparse enough that there are several regions, dense enough that they touch at corners. */
    private static Difference noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GrayF32 map = new GrayF32(width, height);
        GrayF32 deviation = new GrayF32(width, height);
        for (int i = 0; i < map.data.length; i++) {
            map.data[i] = random.nextInt(3) > 0 ? 0 : (float) (4 * random.nextDouble());
            deviation.data[i] = (float) (12 * random.nextDouble() - 6);
        }
        return new Difference(0, map, deviation);
    }

    /** Every pixel takes the least index among its neighbours until nothing changes. */
    private static List<int[]> bruteForce(GrayF32 map, double upper, double lower) {
        int[] label = new int[map.width * map.height];
        Arrays.setAll(label, i -> i);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int a = 0; a < label.length; a++) {
                for (int b = 0; b < label.length; b++) {
                    boolean touch = Math.abs(a % map.width - b % map.width) <= 1
                            && Math.abs(a / map.width - b / map.width) <= 1;
                    if (touch && map.data[a] > lower && map.data[b] > lower && label[b] < label[a]) {
                        label[a] = label[b];
                        changed = true;
                    }
                }
            }
        }
        List<int[]> regions = new ArrayList<>();
        for (int root = 0; root < label.length; root++) {
            int r = root;
            int[] pixels = java.util.stream.IntStream.range(0, label.length)
                    .filter(i -> label[i] == r && map.data[i] > lower)
                    .toArray();
            if (Arrays.stream(pixels).anyMatch(i -> map.data[i] > upper)) {
                regions.add(pixels);
            }
        }
        return regions;
    }

    @Test
    void aMapBelowTheUpperLevelHasNoRegion() {
        GrayF32 map = new GrayF32(20, 20);
        Arrays.fill(map.data, 2);

        assertThat(RegionFinder.find(new Difference(2, map, map), 2, 1)).isEmpty();
    }

    @Test
    void aRegionThatFillsThePlaneIsOne() {
        GrayF32 map = new GrayF32(200, 150);
        Arrays.fill(map.data, 2);

        List<PixelRegion> found = RegionFinder.find(new Difference(2, map, map), 1.5, 1);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).pixels()).hasSize(30_000).isSorted();
    }
}
