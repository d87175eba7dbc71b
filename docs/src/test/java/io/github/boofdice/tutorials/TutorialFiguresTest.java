package io.github.boofdice.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the committed figures to what the tutorials' code draws; {@code ./mvnw -q -Pfigures ...} draws them anew. */
class TutorialFiguresTest {
    private static final Path ROOT = TutorialFigures.root();

    /** Mean difference in grey levels: letters are drawn by other fonts elsewhere; another picture differs by 10 and more. */
    private static final double MOST = 2;

    static Set<String> names() {
        return TutorialFigures.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theCommittedFigureIsWhatTheCodeDraws(String name) throws IOException {
        Path committed = ROOT.resolve(TutorialFigures.FOLDER).resolve(name + ".png");

        assertAlike(
                ImageIO.read(committed.toFile()),
                TutorialFigures.all().get(name).draw());
    }

    @Test
    void theReadmesHeatMapsAreWhatTheCodeDraws() throws IOException {
        assertAlike(ImageIO.read(ROOT.resolve(HeatMapFigure.FILE).toFile()), HeatMapFigure.draw());
    }

    @Test
    void everyCommittedFigureBelongsToATutorial() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(TutorialFigures.FOLDER))) {
            Set<String> found =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));

            assertThat(found)
                    .isEqualTo(
                            names().stream().map(name -> name + ".png").collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static void assertAlike(BufferedImage committed, BufferedImage drawn) {
        assertThat(drawn.getWidth()).isEqualTo(committed.getWidth());
        assertThat(drawn.getHeight()).isEqualTo(committed.getHeight());
        double sum = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                sum += difference(committed.getRGB(x, y), drawn.getRGB(x, y));
            }
        }
        assertThat(sum / (drawn.getWidth() * drawn.getHeight()))
                .as("mean difference in grey levels")
                .isLessThan(MOST);
    }

    private static double difference(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
        }
        return sum / 3.0;
    }
}
