package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BestOfTest {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void itKeepsTheHighestWhateverTheOrderOfTheOffers(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> ranks,
            @ForAll @IntRange(min = 1, max = 20) int most,
            @ForAll long seed) {
        List<Integer> offers = new ArrayList<>();
        for (int i = 0; i < ranks.size(); i++) {
            offers.add(i);
        }
        List<String> sorted = offers.stream()
                .sorted(Comparator.<Integer>comparingInt(i -> -ranks.get(i)).thenComparing(BestOfTest::name))
                .limit(most)
                .map(BestOfTest::name)
                .toList();
        Collections.shuffle(offers, new Random(seed));
        BestOf<String> best = new BestOf<>(most);
        int[] inHand = {0};

        for (int i : offers) {
            best.offer(ranks.get(i), name(i), () -> {
                inHand[0]++;
                return name(i);
            });
        }

        assertThat(best.best()).isEqualTo(sorted);
        assertThat(best.offered()).isEqualTo(ranks.size());
        assertThat(inHand[0]).isBetween(sorted.size(), ranks.size());
    }

    private static String name(int i) {
        return String.format("%03d", i);
    }
}
