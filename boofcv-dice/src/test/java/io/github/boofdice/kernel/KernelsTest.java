package io.github.boofdice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    void linesOfThreePiecesKeepTheirGreatestAndTheirLeast(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(min = -9, max = 9) int back,
            @ForAll @IntRange(min = -9, max = 9) int on,
            @ForAll Random random) {
        float[][] rows = new float[3][n + 18];
        float[] most = new float[n + 18];
        float[] least = new float[n + 18];
        for (int i = 0; i < n + 18; i++) {
            for (float[] row : rows) {
                row[i] = (float) random.nextGaussian();
            }
            most[i] = random.nextInt(2);
            least[i] = random.nextInt(2);
        }
        float[] expectedMost = most.clone();
        float[] expectedLeast = least.clone();
        for (int i = 9; i < n + 9; i++) {
            double sum = (double) rows[0][i + back] + rows[1][i] + rows[2][i + on];
            expectedMost[i] = (float) Math.max(most[i], sum);
            expectedLeast[i] = (float) Math.max(least[i], -sum);
        }

        Kernels.fastest().keepLines(rows[0], back, rows[1], rows[2], on, new float[2][n + 18], most, least, 9, n);

        assertThat(most).containsExactly(expectedMost, within(1e-5f));
        assertThat(least).containsExactly(expectedLeast, within(1e-5f));
    }

    @Property(tries = 50, seed = "6")
    void whatIsShiftedIsAddedWhereItComesToLie(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(min = -9, max = 9) int shift,
            @ForAll Random random) {
        float[] row = new float[n + 18];
        for (int i = 0; i < n + 18; i++) {
            row[i] = random.nextFloat();
        }
        float[] sum = new float[n + 18];
        Arrays.fill(sum, 2);
        float[] expected = sum.clone();
        for (int i = 9; i < n + 9; i++) {
            expected[i] += row[i + shift];
        }

        Kernels.fastest().addShifted(sum, row, shift, new float[n + 18], 9, n);

        assertThat(sum).isEqualTo(expected);
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
