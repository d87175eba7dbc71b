package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Both kinds of loops give the same bits. Runs where the JVM is started with {@code --add-modules jdk.incubator.vector}, as one of Maven's two runs of the tests is, and fails where it
 * finds no Vector API.
 */
@Tag("vector")
class VectorKernelsTest {
    private static final Kernels PLAIN = Kernels.plain();
    private static final Kernels VECTOR = Kernels.vector()
            .orElseThrow(
                    () -> new AssertionError("no Vector API here: start Java with --add-modules jdk.incubator.vector"));

    /** Longer than any result: what stands beyond its end must stay. */
    private static final int MARGIN = 3;

    /** None, one, one less and one more than vectors and blocks of them, and primes. */
    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(0, 1, 2, 7, 8, 9, 13, 15, 16, 17, 31, 32, 33, 61, 63, 64, 65, 127, 128, 131, 256, 257);
    }

    @Example
    void theVectorApiIsWhatRunsHere() {
        assertThat(Kernels.fastest()).isSameAs(VECTOR).isNotSameAs(PLAIN);
        assertThat(VECTOR.name()).isEqualTo("vector");
        assertThat(PLAIN.name()).isEqualTo("plain");
    }

    @Property(tries = 300, seed = "1")
    void weightedSum(@ForAll("sizes") int n, @ForAll @IntRange(min = 1, max = 40) int count, @ForAll Random random) {
        float[][] rows = rows(random, count, n);
        float[] factors = row(random, count + 2);
        float start = random.nextFloat();

        bothGive(random, 1, n, (k, out) -> k.weightedSum(out[0], start, rows, factors, 2, count, n));
    }

    @Property(tries = 300, seed = "2")
    void weightedSums(
            @ForAll("sizes") int n,
            @ForAll @IntRange(min = 1, max = 20) int count,
            @ForAll @IntRange(min = 1, max = 11) int outputs,
            @ForAll Random random) {
        float[][] rows = rows(random, count, n);
        float[] factors = row(random, outputs * count);

        bothGive(random, outputs, n, (k, out) -> k.weightedSums(out, rows, factors, n));
    }

    @Property(tries = 200, seed = "3")
    void addWeighted(@ForAll("sizes") int n, @ForAll @IntRange(min = 0, max = 9) int count, @ForAll Random random) {
        float[][] rows = rows(random, count + 1, n);
        float[] factors = row(random, count + 2);

        bothGive(random, 1, n, (k, out) -> k.addWeighted(out[0], rows, 1, factors, 2, count, n));
    }

    @Property(tries = 200, seed = "4")
    void addProducts(@ForAll("sizes") int n, @ForAll Random random) {
        float[][] r = rows(random, 4, n);

        bothGive(random, 1, n, (k, out) -> k.addProducts(out[0], r[0], r[1], r[2], r[3], n));
    }

    @Property(tries = 100, seed = "11")
    void sumFour(@ForAll @IntRange(min = 0, max = 9) int terms, @ForAll Random random) {
        int places = Kernels.PLACES;
        float[][] rows = rows(random, Kernels.ROWS + 1, places * terms + 5);
        float[] x = row(random, places * terms + 5);

        bothGive(random, 1, 4 * places + 12, (k, out) -> k.sumFour(rows, 1, x, 5, terms, out[0], 1, places + 2));
    }

    @Property(tries = 200, seed = "5")
    void combineColumns(@ForAll("sizes") int n, @ForAll @IntRange(min = 0, max = 3) int at, @ForAll Random random) {
        float[] row = row(random, 2 * n + 2);

        bothGive(random, 4, at + n, (k, out) -> k.combineColumns(row, out[0], out[1], out[2], out[3], at, n));
    }

    @Property(tries = 100, seed = "12")
    void combineRows(@ForAll("sizes") int n, @ForAll Random random) {
        float[][] r = rows(random, 4, n);

        bothGive(random, 4, n, (k, out) -> k.combineRows(r[0], r[1], r[2], r[3], out[0], out[1], out[2], out[3], n));
    }

    @Property(tries = 200, seed = "6")
    void largestOfTiles(@ForAll("sizes") int n, @ForAll boolean relu, @ForAll Random random) {
        float[][][] tiles = tiles(random, 2, n);
        float bias = random.nextFloat();
        float least = relu ? 0 : Float.NEGATIVE_INFINITY;

        bothGive(random, 1, n, (k, out) -> k.largestOfTiles(tiles, 1, bias, least, new float[9][n], out[0], n));
    }

    @Property(tries = 200, seed = "7")
    void largestOfProducts(@ForAll("sizes") int n, @ForAll boolean relu, @ForAll Random random) {
        float[][][] tiles = tiles(random, 1, n);
        float[][] factors = rows(random, 16, 3);
        float bias = random.nextFloat();
        float least = relu ? 0 : Float.NEGATIVE_INFINITY;

        bothGive(
                random,
                1,
                n,
                (k, out) -> k.largestOfProducts(tiles, factors, 2, bias, least, new float[9][n], out[0], n));
    }

    @Property(tries = 200, seed = "9")
    void keepLines(@ForAll("sizes") int n, @ForAll @IntRange(min = 1, max = 5) int directions, @ForAll Random random) {
        float[][][] pieces = {rows(random, 2, n + 18), rows(random, 2, n + 18), rows(random, 2, n + 18)};
        int[] made = random.ints(directions, 0, 2).toArray();
        int[] apart = random.ints(directions, -9, 10).toArray();

        bothGive(
                random,
                2,
                n + 18,
                (k, out) -> k.keepLines(
                        pieces[0], pieces[1], pieces[2], made, apart, new float[2][n + 18], out[0], out[1], 9, n));
    }

    @Property(tries = 200, seed = "11")
    void addShifted(@ForAll("sizes") int n, @ForAll @IntRange(min = 1, max = 4) int count, @ForAll Random random) {
        int[] shifts = random.ints(count, -9, 10).toArray();
        float[][] rows = rows(random, count, n + 18);

        bothGive(random, 1, n + 18, (k, out) -> k.addShifted(out[0], rows, shifts, new float[n + 18], 9, n));
    }

    /** Steps of whole vectors too, of which four rows go together. */
    @Property(tries = 300, seed = "10")
    void addPairs(
            @ForAll("sizes") int n,
            @ForAll @IntRange(min = 0, max = 9) int radius,
            @ForAll("strides") int stride,
            @ForAll @IntRange(min = 0, max = MARGIN) int to,
            @ForAll Random random) {
        int at = radius * stride + 1;
        float[] values = row(random, n + 2 * at);
        float[] weights = row(random, radius + 1);

        bothGive(
                random,
                1,
                n,
                (k, out) -> k.addPairs(values, at, stride, weights, new float[Kernels.PAIR_ROWS][n], out[0], to, n));
    }

    @Provide
    Arbitrary<Integer> strides() {
        return Arbitraries.of(1, 2, 3, 5, 8, 16, 32, 48);
    }

    /** Runs both upon the same values, and holds all that then stands there together, bit by bit. */
    private static void bothGive(Random random, int rows, int n, BiConsumer<Kernels, float[][]> loop) {
        float[][] plain = rows(random, rows, n + MARGIN);
        float[][] vector = new float[rows][];
        for (int i = 0; i < rows; i++) {
            vector[i] = plain[i].clone();
        }
        loop.accept(PLAIN, plain);
        loop.accept(VECTOR, vector);
        for (int i = 0; i < rows; i++) {
            for (int x = 0; x < n + MARGIN; x++) {
                assertThat(Float.floatToRawIntBits(vector[i][x]))
                        .as("row %d, value %d of %d", i, x, n)
                        .isEqualTo(Float.floatToRawIntBits(plain[i][x]));
            }
        }
    }

    private static float[] row(Random random, int n) {
        float[] row = new float[n];
        for (int i = 0; i < n; i++) {
            row[i] = (float) random.nextGaussian();
        }
        return row;
    }

    private static float[][] rows(Random random, int count, int n) {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = row(random, n);
        }
        return rows;
    }

    private static float[][][] tiles(Random random, int channels, int n) {
        float[][][] tiles = new float[16][][];
        for (int place = 0; place < tiles.length; place++) {
            tiles[place] = rows(random, channels, n);
        }
        return tiles;
    }
}
