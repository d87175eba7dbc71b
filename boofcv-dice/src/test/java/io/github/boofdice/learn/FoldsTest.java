package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static List<Prepared> samples(int... ofEachFolder) {
        List<Prepared> samples = new ArrayList<>();
        for (int folder = 0; folder < ofEachFolder.length; folder++) {
            for (int i = 0; i < ofEachFolder[folder]; i++) {
                samples.add(DrawnSamples.blank("" + i, "folder" + folder));
            }
        }
        return samples;
    }

    @Property(tries = 200, seed = "1")
    void partsAreContiguousAndOfEqualSizeWithinEachFolder(
            @ForAll @IntRange(min = 1, max = 60) int a, @ForAll @IntRange(min = 1, max = 60) int b) {
        int[] folds = Folds.assign(samples(a, b));

        for (int[] folder : new int[][] {Arrays.copyOf(folds, a), Arrays.copyOfRange(folds, a, a + b)}) {
            int changes = 0;
            int[] sizes = new int[Folds.COUNT];
            for (int i = 0; i < folder.length; i++) {
                assertThat(folder[i]).isBetween(0, Folds.COUNT - 1);
                changes += i > 0 && folder[i] != folder[i - 1] ? 1 : 0;
                sizes[folder[i]]++;
            }
            assertThat(changes).isEqualTo(Math.min(folder.length, Folds.COUNT) - 1);
            int used = Math.min(folder.length, Folds.COUNT);
            int[] filled = Arrays.stream(sizes).filter(s -> s > 0).sorted().toArray();
            assertThat(filled).hasSize(used);
            assertThat(filled[used - 1] - filled[0]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void singlePicturesOfManyFoldersAreNotAllHeldOutAtOnce() {
        assertThat(Arrays.stream(Folds.assign(samples(1, 1))).distinct().count())
                .isEqualTo(2);
        assertThat(Arrays.stream(Folds.assign(samples(1, 1, 1, 1, 1, 1)))
                        .distinct()
                        .count())
                .isEqualTo(5);
        assertThat(Arrays.stream(Folds.assign(samples(2))).distinct().count()).isEqualTo(2);
    }

    @Test
    void foldersAreDividedAlikeHoweverTheyAreMixed() {
        List<Prepared> mixed = samples(8, 9);
        List<Prepared> sorted = List.copyOf(mixed);
        java.util.Collections.shuffle(mixed, new java.util.Random(1));
        mixed.sort(java.util.Comparator.comparingInt(s -> Integer.parseInt(s.name())));

        int[] ofMixed = Folds.assign(mixed);
        int[] ofSorted = Folds.assign(sorted);

        for (int i = 0; i < mixed.size(); i++) {
            int at = i;
            int there = sorted.indexOf(mixed.stream().skip(at).findFirst().orElseThrow());
            assertThat(ofMixed[i]).isEqualTo(ofSorted[there]);
        }
    }

    @Property(tries = 100, seed = "2")
    void randomTurnsReachEveryAngleButTwoPixelsOnly(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] quarters = new int[4];
        for (int i = 0; i < 60; i++) {
            var turn = RandomTurns.next(random, new io.github.boofdice.image.Frame(256, 256));
            assertThat(Math.abs(turn.x())).isLessThanOrEqualTo(4);
            assertThat(Math.abs(turn.y())).isLessThanOrEqualTo(4);
            quarters[(int) (turn.theta() / (Math.PI / 2))]++;
        }
        assertThat(quarters).doesNotContain(0);
    }
}
