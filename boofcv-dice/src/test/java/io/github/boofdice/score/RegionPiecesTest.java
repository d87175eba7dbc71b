package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.score.RegionFinder.PixelRegion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RegionPiecesTest {
    private static final int WIDTH = 30;
    private static final int HEIGHT = 22;

    @Property(tries = 300, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void piecesAreJoinedAsABruteForceSearchJoinsThem(
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @DoubleRange(min = 1, max = 8) double reach,
            @ForAll long seed) {
        List<PixelRegion> pieces = pieces(count, seed);

        List<PixelRegion> joined = RegionPieces.join(pieces, WIDTH, HEIGHT, reach);

        assertThat(pixels(joined)).isEqualTo(bruteForce(pieces, reach));
        for (PixelRegion region : joined) {
            List<PixelRegion> parts = pieces.stream()
                    .filter(piece -> Arrays.binarySearch(region.pixels(), piece.pixels()[0]) >= 0)
                    .toList();
            assertThat(parts).extracting(PixelRegion::polarity).containsOnly(region.polarity());
            assertThat(region.pixels()).isSorted();
            assertThat(region.peak())
                    .isEqualTo(
                            parts.stream().mapToDouble(PixelRegion::peak).max().orElseThrow());
            assertThat(region.contrast())
                    .isEqualTo(parts.stream()
                            .mapToDouble(PixelRegion::contrast)
                            .max()
                            .orElseThrow());
            assertThat(region.share())
                    .isCloseTo(parts.stream().mapToDouble(PixelRegion::share).sum(), within(1e-12));
        }
    }

    @Property(tries = 100, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void theOrderOfThePiecesDoesNotMatter(
            @ForAll @IntRange(min = 2, max = 12) int count,
            @ForAll @DoubleRange(min = 1, max = 8) double reach,
            @ForAll long seed) {
        List<PixelRegion> pieces = pieces(count, seed);
        List<PixelRegion> shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(pixels(RegionPieces.join(shuffled, WIDTH, HEIGHT, reach)))
                .isEqualTo(pixels(RegionPieces.join(pieces, WIDTH, HEIGHT, reach)));
    }

    @Property(tries = 100, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void whatIsJoinedIsNotJoinedFurther(@ForAll @DoubleRange(min = 1, max = 8) double reach, @ForAll long seed) {
        List<PixelRegion> once = RegionPieces.join(pieces(9, seed), WIDTH, HEIGHT, reach);

        assertThat(pixels(RegionPieces.join(once, WIDTH, HEIGHT, reach))).isEqualTo(pixels(once));
    }

    /** Small blocks that do not overlap, some at the plane's edge. */
    private static List<PixelRegion> pieces(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet used = new BitSet();
        List<PixelRegion> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int left = random.nextInt(WIDTH);
            int top = random.nextInt(HEIGHT);
            int right = Math.min(WIDTH, left + 1 + random.nextInt(6));
            int bottom = Math.min(HEIGHT, top + 1 + random.nextInt(6));
            List<Integer> pixels = new ArrayList<>();
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int at = y * WIDTH + x;
                    if (!used.get(at)) {
                        used.set(at);
                        pixels.add(at);
                    }
                }
            }
            if (!pixels.isEmpty()) {
                pieces.add(new PixelRegion(
                        pixels.stream().mapToInt(p -> p).toArray(),
                        random.nextInt(3) == 0 ? Polarity.LIGHT : Polarity.DARK,
                        random.nextInt(100),
                        random.nextDouble(),
                        random.nextDouble()));
            }
        }
        return pieces;
    }

    private static Set<Set<Integer>> pixels(List<PixelRegion> regions) {
        Set<Set<Integer>> all = new HashSet<>();
        regions.forEach(region -> all.add(set(region)));
        return all;
    }

    private static Set<Integer> set(PixelRegion region) {
        return new HashSet<>(Arrays.stream(region.pixels()).boxed().toList());
    }

    /** Every group takes in another until none is near. */
    private static Set<Set<Integer>> bruteForce(List<PixelRegion> pieces, double reach) {
        Set<Set<Integer>> all = new HashSet<>();
        for (Polarity polarity : Polarity.values()) {
            List<Set<Integer>> open = new ArrayList<>(pieces.stream()
                    .filter(piece -> piece.polarity() == polarity)
                    .map(RegionPiecesTest::set)
                    .toList());
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int a = 0; a < open.size(); a++) {
                    for (int b = open.size() - 1; b > a; b--) {
                        if (near(open.get(a), open.get(b), reach)) {
                            open.get(a).addAll(open.remove(b));
                            changed = true;
                        }
                    }
                }
            }
            all.addAll(open);
        }
        return all;
    }

    private static boolean near(Set<Integer> a, Set<Integer> b, double reach) {
        return a.stream()
                .anyMatch(p ->
                        b.stream().anyMatch(q -> Math.hypot(p % WIDTH - q % WIDTH, p / WIDTH - q / WIDTH) <= reach));
    }
}
