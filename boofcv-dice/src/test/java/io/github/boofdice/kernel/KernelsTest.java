package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of the loops whichever kind runs. */
class KernelsTest {
    /** Maven runs the tests with the module and without it; this one tells that it was as the run meant it. */
    @Test
    void theModuleDecidesWhichRuns() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(Kernels.vector().isPresent()).isEqualTo(module);
        assertThat(Kernels.fastest().name()).isEqualTo(module ? "vector" : "plain");
    }

    @Property(tries = 50, seed = "2")
    void linesKeepTheGreatestAndTheLeastSum(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(min = 0, max = 4) int fours,
            @ForAll Random random) {
        float[][] rows = new float[4 * fours + 1][n];
        float[] most = new float[n];
        float[] least = new float[n];
        float[] expectedMost = new float[n];
        float[] expectedLeast = new float[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (float[] row : rows) {
                row[i] = (float) random.nextGaussian();
                sum += row[i];
            }
            most[i] = random.nextInt(2);
            least[i] = random.nextInt(2);
            expectedMost[i] = (float) Math.max(most[i], sum);
            expectedLeast[i] = (float) Math.max(least[i], -sum);
        }

        Kernels.fastest().keepLines(rows, new int[rows.length], new float[n], most, least, n);

        assertThat(most).containsExactly(expectedMost, within(1e-5f));
        assertThat(least).containsExactly(expectedLeast, within(1e-5f));
    }

    @Property(tries = 50, seed = "3")
    void pairsOnBothSidesAddUp(
            @ForAll @IntRange(min = 0, max = 200) int n,
            @ForAll @IntRange(min = 0, max = 9) int radius,
            @ForAll @IntRange(min = 1, max = 7) int stride,
            @ForAll Random random) {
        int at = radius * stride;
        float[] values = new float[n + 2 * at];
        float[] weights = new float[radius + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        for (int k = 0; k <= radius; k++) {
            weights[k] = random.nextFloat();
        }
        float[] expected = new float[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = -radius; k <= radius; k++) {
                sum += (double) weights[Math.abs(k)] * values[at + i + k * stride];
            }
            expected[i] = (float) sum;
        }
        float[] sums = new float[n];

        Kernels.fastest().addPairs(values, at, stride, weights, new float[Kernels.PAIR_ROWS][n], sums, 0, n);

        assertThat(sums).containsExactly(expected, within(1e-4f));
    }
}
