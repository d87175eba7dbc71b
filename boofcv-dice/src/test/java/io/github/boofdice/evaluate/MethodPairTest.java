package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.boofdice.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MethodPairTest {
    private static final JudgingTime NO_TIME = JudgingTime.of(new long[0]);

    @Test
    void theTestIsTwoTailsOfAFairCoin() {
        assertThat(MethodPair.exactTest(0, 0)).isEqualTo(1);
        assertThat(MethodPair.exactTest(0, 5)).isCloseTo(2.0 / 32, within(1e-15));
        assertThat(MethodPair.exactTest(1, 9)).isCloseTo(2.0 * (1 + 10) / 1024, within(1e-15));
        assertThat(MethodPair.exactTest(9, 1)).isEqualTo(MethodPair.exactTest(1, 9));
        assertThat(MethodPair.exactTest(7, 7)).isEqualTo(1);
        assertThat(MethodPair.exactTest(8, 7)).isEqualTo(1);
    }

    /** The first figure is the sum as an exact fraction, rounded last; in double precision 2^-2000 alone is 0. */
    @Test
    void thousandsOfTossesStayExact() {
        assertThat(MethodPair.exactTest(950, 1050)).isCloseTo(0.026824146240280695, within(1e-14));
        assertThat(MethodPair.exactTest(0, 1000)).isCloseTo(0x1p-999, within(0x1p-1035));
        assertThat(MethodPair.exactTest(0, 100_000)).isZero();
    }

    @Test
    void framesOfOneRunAreOneWitness() {
        List<ScoredPicture> right = new ArrayList<>();
        List<ScoredPicture> wrong = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            right.add(picture(i, i / 10, true));
            wrong.add(picture(i, i / 10, false));
        }

        MethodPair pair = MethodPair.of(result("a", right), result("b", wrong));

        assertThat(pair.firstRight()).isEqualTo(30);
        assertThat(pair.firstRuns()).isEqualTo(3);
        assertThat(pair.secondRuns()).isZero();
        assertThat(pair.pValue()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void aRunThatSpeaksForBothSpeaksForNone() {
        MethodPair pair = MethodPair.of(
                result("a", List.of(picture(0, 0, true), picture(1, 0, false))),
                result("b", List.of(picture(0, 0, false), picture(1, 0, true))));

        assertThat(pair).isEqualTo(new MethodPair("a", "b", 1, 1, 0, 0, 1));
        assertThat(pair.disagreements()).isEqualTo(2);
    }

    @Property(tries = 200)
    void countsAddUpAndTheOrderOfMethodsAndFilesDoesNotMatter(
            @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> outcomes, @ForAll long seed) {
        List<ScoredPicture> a = new ArrayList<>();
        List<ScoredPicture> b = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            a.add(picture(i, i / 3, outcomes.get(i) % 2 == 0));
            b.add(picture(i, i / 3, outcomes.get(i) / 2 == 0));
        }
        MethodPair pair = MethodPair.of(result("a", a), result("b", b));
        Collections.shuffle(a, new Random(seed));
        Collections.shuffle(b, new Random(seed + 1));
        MethodPair swapped = MethodPair.of(result("b", b), result("a", a));

        assertThat(swapped)
                .isEqualTo(new MethodPair(
                        "b",
                        "a",
                        pair.secondRight(),
                        pair.firstRight(),
                        pair.secondRuns(),
                        pair.firstRuns(),
                        pair.pValue()));
        assertThat(pair.firstRight() - pair.secondRight()).isEqualTo((int) (right(a) - right(b)));
        assertThat(pair.firstRuns() + pair.secondRuns()).isLessThanOrEqualTo(pair.disagreements());
        assertThat(pair.disagreements())
                .isEqualTo((int) outcomes.stream().filter(o -> o == 1 || o == 2).count());
        assertThat(pair.pValue()).isBetween(0.0, 1.0);
    }

    @Property(tries = 50)
    void aMethodsFiguresDoNotDependOnTheOrderOfFiles(
            @ForAll @Size(min = 1, max = 30) List<Boolean> rights, @ForAll long seed) {
        List<ScoredPicture> pictures = new ArrayList<>();
        for (int i = 0; i < rights.size(); i++) {
            pictures.add(picture(i, i / 2, rights.get(i)));
        }
        MethodResult result = result("a", pictures);
        Collections.shuffle(pictures, new Random(seed));

        assertThat(result("a", pictures)).isEqualTo(result);
    }

    private static long right(List<ScoredPicture> pictures) {
        return pictures.stream().filter(ScoredPicture::right).count();
    }

    private static MethodResult result(String name, List<ScoredPicture> pictures) {
        return MethodResult.of(name, pictures, 0, NO_TIME);
    }

    /** Every third picture is anomalous, whatever the method says. */
    private static ScoredPicture picture(int number, int run, boolean right) {
        boolean anomalous = number % 3 == 0;
        return new MethodResult.Picture(
                "%03d.png".formatted(number),
                anomalous ? Verdict.ANOMALOUS : Verdict.NORMAL,
                run,
                anomalous == right ? Verdict.ANOMALOUS : Verdict.NORMAL,
                number);
    }
}
