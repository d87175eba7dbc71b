package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderStatisticTest {
    private final OrderStatistic ranked = new OrderStatistic();

    /** Within the counted levels and far beyond them, many alike and none; what lies around is not looked at. */
    @Property(tries = 400, seed = "1")
    void itIsTheValueThatSortingPutsThere(
            @ForAll @Size(min = 1, max = 80) float @FloatRange(min = -300, max = 300) [] values,
            @ForAll boolean coarse,
            @ForAll @IntRange(max = 79) int wanted,
            @ForAll @IntRange(max = 3) int before) {
        float[] among = new float[before + values.length + 2];
        Arrays.fill(among, -1000);
        for (int i = 0; i < values.length; i++) {
            among[before + i] = coarse ? Math.round(values[i] / 50) : values[i];
        }
        float[] sorted = Arrays.copyOfRange(among, before, before + values.length);
        Arrays.sort(sorted);
        int rank = wanted % values.length;

        assertThat(ranked.select(among, before, values.length, rank)).isEqualTo(sorted[rank]);
    }
}
