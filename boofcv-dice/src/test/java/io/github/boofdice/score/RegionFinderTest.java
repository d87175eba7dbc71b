package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegionFinderTest {
    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void regionsAreThoseOfABruteForceFloodFill(
            @ForAll @IntRange(min = 1, max = 14) int width,
            @ForAll @IntRange(min = 1, max = 14) int height,
            @ForAll @DoubleRange(min = 0.5, max = 3) double upper,
            @ForAll @DoubleRange(min = 0.1, max = 1) double share,
            @ForAll long seed) {
        GrayF32 map = sparse(width, height, seed);
        // Where no grey level differs from another, all that is evident is covered.
        GrayF32 grey = Planes.flat(width, height, 7);
        double lower = share * upper;

        List<PixelRegion> found = RegionFinder.find(map, upper, lower, () -> grey);

        List<int[]> expected = bruteForce(map, upper, lower);
        assertThat(found.stream().map(r -> Arrays.toString(r.pixels())).toList())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Arrays::toString).toList());
        for (PixelRegion region : found) {
            double peak = Arrays.stream(region.pixels())
                    .mapToDouble(at -> map.data[at])
                    .max()
                    .orElseThrow();
            assertThat(region.peak()).isEqualTo(peak).isGreaterThan(upper);
        }
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.peak(), a.peak()));
    }

    /** Sparse enough that there are several regions, dense enough that they touch at corners. */
    private static GrayF32 sparse(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GrayF32 map = new GrayF32(width, height);
        for (int i = 0; i < map.data.length; i++) {
            map.data[i] = random.nextInt(3) > 0 ? 0 : (float) (4 * random.nextDouble());
        }
        return map;
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

    /** A region is light or dark beside what lies round it, and covers what differs from that: slow light, which lifts both, does not matter. */
    @Property(tries = 60, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void polarityAndCoverAreThoseOfTheGreyLevelsBesideTheSurroundings(
            @ForAll @FloatRange(min = -60, max = 60) float light,
            @ForAll @FloatRange(min = 2, max = 200) float contrast,
            @ForAll boolean dark,
            @ForAll @IntRange(min = 6, max = 100) int column,
            @ForAll @IntRange(min = 6, max = 100) int row) {
        GrayF32 map = new GrayF32(128, 128);
        GrayF32 grey = Planes.flat(128, 128, light == 0 ? 0.5f : light);
        for (int i = 0; i < 15 * 15; i++) {
            int at = (row + i / 15) * 128 + column + i % 15;
            map.data[at] = 5;
            // The defect fills a third of its region: a filter's window has widened it.
            boolean core = Math.abs(i % 15 - 7) < 4 && Math.abs(i / 15 - 7) < 5;
            grey.data[at] += core ? (dark ? -contrast : contrast) : 0;
        }

        List<PixelRegion> found = RegionFinder.find(map, 3, 1, () -> grey);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).polarity()).isEqualTo(dark ? Polarity.DARK : Polarity.LIGHT);
        assertThat(found.get(0).contrast()).isCloseTo(contrast, within(1e-4 * (contrast + Math.abs(light))));
        assertThat(found.get(0).share()).isEqualTo(1);
        assertThat(found.get(0).pixels()).hasSize(7 * 9).isSorted();
        assertThat(found.get(0).pixels()[0]).isEqualTo((row + 3) * 128 + column + 4);
    }

    /** A mark that is lighter on one side and darker on the other is two regions; each has the evidence on its side. */
    @Test
    void whatDiffersBothWaysIsTwoRegions() {
        for (float dark : new float[] {-35, -50}) {
            GrayF32 map = new GrayF32(128, 128);
            GrayF32 grey = Planes.flat(128, 128, 8);
            for (int y = 40; y < 50; y++) {
                for (int x = 40; x < 60; x++) {
                    map.set(x, y, x < 55 ? 5 : 3.5f);
                    grey.set(x, y, 8 + (x < 55 ? 100 : dark));
                }
            }

            List<PixelRegion> found = RegionFinder.find(map, 4, 1, () -> grey);

            assertThat(found.get(0).polarity()).isEqualTo(Polarity.LIGHT);
            assertThat(found.get(0).contrast()).isEqualTo(100);
            assertThat(found.get(0).pixels()).hasSize(150);
            if (dark == -35) { // less than 0.4 of the greatest difference: it is not covered
                assertThat(found).hasSize(1);
                assertThat(found.get(0).share()).isEqualTo(1);
            } else {
                assertThat(found).hasSize(2);
                assertThat(found.get(0).share()).isCloseTo(150 * 4 / (150 * 4 + 50 * 2.5), within(1e-12));
                assertThat(found.get(1).polarity()).isEqualTo(Polarity.DARK);
                assertThat(found.get(1).contrast()).isEqualTo(50);
                assertThat(found.get(1).peak()).isEqualTo(3.5);
                assertThat(found.get(1).pixels()).hasSize(50);
            }
        }
    }

    /** Shares are parts of the evidence beyond the lower level; joining adds them up. */
    @Property(tries = 60, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void sharesAreThoseOfTheEvidenceAboveTheLowerLevelAndMakeOne(@ForAll long seed) {
        GrayF32 map = sparse(40, 13, seed);
        for (int i = 0; i < map.data.length; i++) {
            map.data[i] = (i / 40) % 4 == 0 ? map.data[i] : 0; // rows apart, so that there are many
        }
        GrayF32 grey = Planes.noise(40, 13, seed);
        double lower = 1.5;

        List<PixelRegion> found = RegionFinder.find(map, 3, lower, () -> grey);

        if (!found.isEmpty()) {
            assertThat(found.stream().mapToDouble(PixelRegion::share).sum()).isCloseTo(1, within(1e-9));
        }
        double all = bruteForce(map, 3, lower).stream()
                .mapToDouble(pixels -> above(map, pixels, lower))
                .sum();
        List<PixelRegion> flat = RegionFinder.find(map, 3, lower, () -> Planes.flat(40, 13, 7));
        for (PixelRegion region : flat) {
            assertThat(region.share()).isCloseTo(above(map, region.pixels(), lower) / all, within(1e-9));
            assertThat(region.contrast()).isZero();
        }
    }

    private static double above(GrayF32 map, int[] pixels, double lower) {
        return Arrays.stream(pixels).mapToDouble(at -> map.data[at] - lower).sum();
    }

    /** Letters of a word are one region, and a line that breaks off is; what lies further off, or differs the other way, is not. */
    @Test
    void piecesWithFourPixelsBetweenThemAreOneRegionOfOnePolarity() {
        for (int unit : new int[] {1, 2}) {
            for (int gap = 1; gap <= 8 * unit; gap++) {
                for (boolean other : new boolean[] {false, true}) {
                    GrayF32 map = new GrayF32(128 * unit, 150 * unit);
                    GrayF32 grey = Planes.flat(128 * unit, 150 * unit, 3);
                    for (int x : new int[] {40, 43 + gap}) {
                        for (int i = 0; i < 9; i++) {
                            map.set(x + i % 3, 50 + i / 3, 5 + x / 100f);
                            grey.set(x + i % 3, 50 + i / 3, 3 + (x > 40 && other ? 30 : -20));
                        }
                    }

                    List<PixelRegion> found = RegionFinder.find(map, 3, 1, () -> grey);

                    boolean one = gap <= 4 * unit && !other;
                    assertThat(found).hasSize(one ? 1 : 2);
                    assertThat(found.get(0).peak()).isEqualTo(5 + (43 + gap) / 100f);
                    assertThat(found.get(0).contrast()).isEqualTo(other ? 30 : 20);
                    assertThat(found.get(0).pixels()).hasSize(one ? 18 : 9).isSorted();
                }
            }
        }
    }

    /** Six pixels round the box, of 128: their median, whatever their order, and nothing of what lies beyond. */
    @Test
    void theSurroundingsAreTheMedianOfSixPixelsRoundTheBox() {
        for (int column = 20; column < 29; column++) {
            GrayF32 map = new GrayF32(128, 128);
            GrayF32 grey = Planes.flat(128, 128, 1000);
            for (int y = 14; y < 29; y++) {
                for (int x = column - 6; x < column + 9; x++) {
                    boolean region = y >= 20 && y < 23 && x >= column && x < column + 3;
                    map.set(x, y, region ? 5 : 0);
                    grey.set(x, y, region ? 10.5f : 8 + 2 * ((x + y) % 3));
                }
            }

            assertThat(RegionFinder.find(map, 3, 1, () -> grey).get(0).polarity())
                    .isEqualTo(Polarity.LIGHT);
            for (int i = 0; i < 9; i++) {
                grey.set(column + i % 3, 20 + i / 3, 9.5f);
            }
            assertThat(RegionFinder.find(map, 3, 1, () -> grey).get(0).polarity())
                    .isEqualTo(Polarity.DARK);
        }
    }

    @Test
    void aMapBelowTheUpperLevelHasNoRegionAndAsksForNoGreyLevels() {
        GrayF32 map = Planes.flat(20, 20, 2);

        assertThat(RegionFinder.find(map, 2, 1, () -> {
                    throw new AssertionError("nothing to describe");
                }))
                .isEmpty();
    }

    @Test
    void aRegionThatFillsThePlaneIsOne() {
        GrayF32 map = Planes.flat(200, 150, 2);

        List<PixelRegion> found = RegionFinder.find(map, 1.5, 1, () -> map);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).pixels()).hasSize(30_000).isSorted();
        assertThat(found.get(0).polarity()).isEqualTo(Polarity.LIGHT);
    }
}
