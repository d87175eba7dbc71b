package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.boofdice.cnn.Network;
import io.github.boofdice.cnn.TrainingProgress;
import io.github.boofdice.image.Planes;
import io.github.boofdice.io.PictureWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A few steps on a few small pictures: for all but how well it learns. */
class DefectTrainingTest {
    private static final String LAYERS = """
            input 2 104 104
            convolution a outputs 3 kernel 3 padding 1
            relu r
            maxpool p kernel 8
            convolution b outputs 2 kernel 1
            """;

    private static Path good;
    private static byte[] trained;

    @BeforeAll
    static void trainOnce(@TempDir Path dir) throws Exception {
        good = dir;
        SmallModel.write(good, 5);
        trained = training(2).train(good).bytes();
    }

    private static DefectTraining training(int threads) {
        return DefectTraining.builder().layers(LAYERS).steps(2).threads(threads);
    }

    @Test
    void neitherThreadsNorTheHeldOutFifthChangeABit(@TempDir Path dir) throws Exception {
        SmallModel.write(dir, 5);
        for (String face : List.of("four", "six")) {
            PictureWriter.writePng(Planes.noise(48, 48, 1), dir.resolve(face).resolve("4.png"));
        }

        assertThat(training(3).train(dir).bytes()).isEqualTo(trained);
        assertThat(Network.untrained(LAYERS, 1).bytes()).isNotEqualTo(trained);
    }

    @Test
    void anotherSeedIsAnotherNetwork() throws Exception {
        assertThat(training(2).seed(2).train(good).bytes()).isNotEqualTo(trained);
    }

    @Test
    void aNetworkOfPicturesIsTrainedLikewiseAndListenersHearOfIt() throws Exception {
        Set<String> stages = new TreeSet<>();
        List<TrainingProgress> heard = new ArrayList<>();

        Network network = DefectTraining.builder()
                .layers("input 1 32 40\nmaxpool p kernel 4\nflatten f\ndense d outputs 2\n")
                .steps(1)
                .listeners((stage, done, of) -> stages.add(stage), heard::add)
                .train(good);

        assertThat(network.output().size()).isEqualTo(2);
        assertThat(stages).contains("reading pictures");
        assertThat(heard).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo(1);
            assertThat(step.meanLoss()).isPositive();
        });
    }

    /** Refused before a picture is read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    input 2 104 104;convolution a outputs 3 kernel 1            | 2 planes of square cells
                    input 2 104 104;maxpool p kernel 10;convolution a outputs 2 kernel 1 stride 1 2 | square cells
                    input 2 104 104;convolution a outputs 2 kernel 2            | cells a side must divide 104 but are 103
                    input 2 104 104;flatten f;dense d outputs 2                 | makes 2 of 2 x 104 x 104
                    input 1 64 64;flatten f;dense d outputs 3                   | makes 3 of 1 x 64 x 64
                    input 1 64 64;convolution a outputs 2 kernel 1              | makes 2 x 64 x 64 of 1 x 64 x 64
                    input 1 16 64;flatten f;dense d outputs 2                   | frame is 64 x 16
                    input 3 64 64;flatten f;dense d outputs 2                   | makes 2 of 3 x 64 x 64
                    input 2 104 104;flood f                                     | flood
                    """)
    void layersThatCannotBeTrainedAreRefused(String layers, String message, @TempDir Path dir) {
        assertThatThrownBy(() -> DefectTraining.builder()
                        .layers(layers.replace(';', '\n'))
                        .train(dir.resolve("nowhere")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void foldersWithoutEnoughPicturesAreRefused(@TempDir Path dir) throws IOException {
        assertThatThrownBy(() -> training(1).train(dir.resolve("nowhere"))).isInstanceOf(LearningException.class);
        assertThatThrownBy(() -> training(1).train(dir)).isInstanceOf(LearningException.class);
        Files.createDirectories(dir.resolve("four"));
        PictureWriter.writePng(Planes.noise(48, 48, 1), dir.resolve("four/0.png"));
        assertThatThrownBy(() -> training(1).train(dir)).isInstanceOf(LearningException.class);
    }

    @Test
    void stepsAndThreadsBelowOneAreRefused() {
        assertThatThrownBy(() -> DefectTraining.builder().steps(0)).hasMessage("steps must be at least 1 but are 0");
        assertThatThrownBy(() -> DefectTraining.builder().threads(0))
                .hasMessage("threads must be at least 1 but are 0");
    }
}
