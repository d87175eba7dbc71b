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
            @ForAll @IntRange(min = 1, max = 5) int directions,
            @ForAll Random random) {
        float[][][] pieces = new float[3][2][n + 18];
        for (float[][] rows : pieces) {
            for (float[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) random.nextGaussian();
                }
            }
        }
        int[] made = random.ints(directions, 0, 2).toArray();
        int[] apart = random.ints(directions, -9, 10).toArray();
        float[] most = new float[n + 18];
        float[] least = new float[n + 18];
        Arrays.fill(most, 5);
        Arrays.fill(least, 5);
        float[] expectedMost = most.clone();
        float[] expectedLeast = least.clone();
        for (int i = 9; i < n + 9; i++) {
            double greatest = 0;
            double smallest = 0;
            for (int d = 0; d < apart.length; d++) {
                int p = made[d];
                double sum = (double) pieces[0][p][i - apart[d]] + pieces[1][p][i] + pieces[2][p][i + apart[d]];
                greatest = Math.max(greatest, sum);
                smallest = Math.min(smallest, sum);
            }
            expectedMost[i] = (float) greatest;
            expectedLeast[i] = (float) -smallest;
        }

        Kernels.fastest()
                .keepLines(pieces[0], pieces[1], pieces[2], made, apart, new float[2][n + 18], most, least, 9, n);

        assertThat(most).containsExactly(expectedMost, within(1e-5f));
        assertThat(least).containsExactly(expectedLeast, within(1e-5f));
    }

    @Property(tries = 50, seed = "6")
    void whatIsShiftedIsAddedWhereItComesToLie(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll Random random) {
        int[] shifts = random.ints(count, -9, 10).toArray();
        float[][] rows = new float[count][n + 18];
        float[] sum = new float[n + 18];
        Arrays.fill(sum, 2);
        float[] expected = sum.clone();
        Arrays.fill(expected, 9, n + 9, 0);
        for (int r = 0; r < shifts.length; r++) {
            for (int i = 0; i < n + 18; i++) {
                rows[r][i] = random.nextFloat();
            }
            for (int i = 9; i < n + 9; i++) {
                expected[i] += rows[r][i + shifts[r]];
            }
        }

        Kernels.fastest().addShifted(sum, rows, shifts, new float[n + 18], 9, n);

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
