package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PixelColumnTest {
    private static final int PARTS = 3;

    private final PixelColumn column = new PixelColumn(PARTS);

    /** Within the counted levels and far beyond them, many alike and none, parts that are empty; what lies around is not looked at. */
    @Property(tries = 400, seed = "1")
    void itIsWhatSortingAndAddingUpFind(
            @ForAll @Size(min = 1, max = 80) float @FloatRange(min = -300, max = 300) [] values,
            @ForAll boolean coarse,
            @ForAll @IntRange(max = 79) int wanted,
            @ForAll @IntRange(max = 3) int before,
            @ForAll @IntRange(max = 80) int first,
            @ForAll @IntRange(max = 80) int second) {
        float[] among = new float[before + values.length + 2];
        Arrays.fill(among, -1000);
        for (int i = 0; i < values.length; i++) {
            among[before + i] = coarse ? Math.round(values[i] / 50) : values[i];
        }
        int[] ends = {Math.min(first, values.length), Math.min(second, values.length), values.length};
        Arrays.sort(ends);

        column.take(among, before, new int[] {ends[0], ends[1] - ends[0], ends[2] - ends[1]});

        for (int without = -1; without < PARTS; without++) {
            int from = without < 1 ? 0 : ends[without - 1];
            int to = without < 0 ? 0 : ends[without];
            double[] others = IntStream.range(0, values.length)
                    .filter(i -> i < from || i >= to)
                    .mapToDouble(i -> among[before + i])
                    .sorted()
                    .toArray();
            assertThat(column.size(without)).isEqualTo(others.length);
            if (others.length > 0) {
                int rank = wanted % others.length;
                float middle = column.select(without, rank);
                assertThat((double) middle).isEqualTo(others[rank]);
                column.addSquares(without, middle);
                assertThat(column.above()).isCloseTo(squares(others, middle, 1), withinPercentage(1e-9));
                assertThat(column.below()).isCloseTo(squares(others, middle, -1), withinPercentage(1e-9));
            }
        }
    }

    private static double squares(double[] values, float middle, int side) {
        return Arrays.stream(values)
                .map(v -> Math.pow(Math.max(0, side * ((float) v - middle)), 2))
                .sum();
    }
}
