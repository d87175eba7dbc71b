package io.github.boofdice.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.cnn.TrainingExamples;
import io.github.boofdice.image.Frame;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.score.DeviationInput;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefectExamplesTest {
    private static final int CELLS = 26;
    private static final int MANY = 120;
    private static final int SIDE = DeviationInput.SIDE;
    private static final Frame FRAME = new Frame(128, 128);
    private static final Learned LEARNED = RenderedDice.learned();

    /** Two good pictures of each face, in the order of the faces that were learned. */
    private static final List<List<GrayF32>> GOODS = Arrays.stream(Face.values())
            .sorted(Comparator.comparing(Face::folder))
            .map(face -> List.of(RenderedDice.draw(Scenes.good(700, face)), RenderedDice.draw(Scenes.good(701, face))))
            .toList();

    private static final TrainingExamples EXAMPLES = new DefectExamples(LEARNED, GOODS, CELLS, 1);
    private static final List<Example> SHOWN =
            LongStream.range(0, MANY).mapToObj(n -> Example.of(EXAMPLES, n)).toList();

    private record Example(float[] values, int[] classes) {
        static Example of(TrainingExamples examples, long number) {
            Example example = new Example(new float[DeviationInput.CHANNELS * SIDE * SIDE], new int[CELLS * CELLS]);
            examples.example(number, example.values, example.classes);
            return example;
        }

        boolean has(int wanted) {
            return Arrays.stream(classes).anyMatch(c -> c == wanted);
        }

        /** Greatest deviation in a cell, in grey levels over 8. */
        float most(int cell) {
            int pixels = SIDE / CELLS;
            float most = 0;
            for (int y = 0; y < pixels; y++) {
                for (int x = 0; x < pixels; x++) {
                    int at = (cell / CELLS * pixels + y) * SIDE + cell % CELLS * pixels + x;
                    most = Math.max(most, Math.abs(values[at]));
                }
            }
            return most;
        }
    }

    @Test
    void anExampleIsToldByItsNumberAloneWhateverThreadAsksAndWhen() throws Exception {
        Map<Long, Example> seen = new ConcurrentHashMap<>();
        List<Callable<Example>> tasks = LongStream.range(0, 24)
                .mapToObj(n -> (Callable<Example>) () -> seen.computeIfAbsent(23 - n, k -> Example.of(EXAMPLES, k)))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Example> future : pool.invokeAll(tasks)) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        seen.forEach((number, example) -> {
            assertThat(example.values).isEqualTo(SHOWN.get(number.intValue()).values);
            assertThat(example.classes).isEqualTo(SHOWN.get(number.intValue()).classes);
        });
        assertThat(seen).hasSize(24);
    }

    @Test
    void anotherSeedOrNumberIsAnotherExample() {
        TrainingExamples other = new DefectExamples(LEARNED, GOODS, CELLS, 2);

        assertThat(Stream.concat(
                                SHOWN.stream().limit(20),
                                LongStream.range(0, 20).mapToObj(n -> Example.of(other, n)))
                        .map(example -> Arrays.hashCode(example.values))
                        .collect(Collectors.toSet()))
                .hasSize(40);
    }

    @Test
    void aboutHalfHaveADefectAndTheOthersNoCellThatIsNotSound() {
        assertThat(SHOWN).allSatisfy(example -> {
            assertThat(Arrays.stream(example.classes).distinct().boxed()).isSubsetOf(-1, 0, 1);
            // A cell is left out for what shows near it: where nothing shows there is none.
            assertThat(example.has(1) || !example.has(-1)).isTrue();
            assertThat(example.has(0)).isTrue();
        });
        assertThat(SHOWN.stream().filter(example -> example.has(1))).hasSizeBetween(MANY * 35 / 100, MANY * 60 / 100);
    }

    /** Values and classes are turned and mirrored together, or this would not be so. */
    @Test
    void wherePicturesDeviateCellsAreDefective() {
        List<Double> defective = new ArrayList<>();
        List<Double> sound = new ArrayList<>();
        for (Example example : SHOWN) {
            if (!example.has(1)) {
                continue;
            }
            for (int cell = 0; cell < example.classes.length; cell++) {
                (example.classes[cell] == 1 ? defective : sound).add((double) example.most(cell));
            }
        }

        assertThat(mean(defective)).isGreaterThan(4 * mean(sound));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, 103, 105, 208})
    void cellsThatDoNotDivideTheInputAreRefused(int cells) {
        assertThatThrownBy(() -> new DefectExamples(LEARNED, GOODS, cells, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cells a side must divide 104 but are " + cells);
    }

    /** Each list of pictures belongs to a face; under wrong ones an example would be sought for ever. */
    @Test
    void picturesOfOtherFacesAreRefused() {
        List<List<GrayF32>> mixedUp = new ArrayList<>(GOODS);
        Collections.rotate(mixedUp, 1);
        TrainingExamples examples = new DefectExamples(LEARNED, mixedUp, CELLS, 1);

        assertThatThrownBy(() -> Example.of(examples, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none aligns with the face");
    }

    @Test
    void ofWholePicturesAboutHalfHaveADefectAndLevelsAreSharesOfWhite() {
        PictureExamples examples = new PictureExamples(FRAME, GOODS, new Frame(64, 48), 5);
        int[] counts = new int[2];
        for (long number = 0; number < MANY; number++) {
            float[] values = new float[64 * 48];
            int[] classes = new int[1];
            examples.example(number, values, classes);
            float[] again = new float[values.length];
            examples.example(number, again, classes);

            counts[classes[0]]++;
            assertThat(again).isEqualTo(values);
            for (float value : values) {
                if (!(value >= 0 && value <= 1.00001f)) {
                    throw new AssertionError("level " + value);
                }
            }
        }

        assertThat(counts[1]).isBetween(MANY * 35 / 100, MANY * 65 / 100);
    }
}
