package io.github.boofdice.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayU8;
import io.github.boofdice.RealData;
import io.github.boofdice.io.GrayJpeg;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.io.PictureFolder;
import io.github.boofdice.io.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * The method against what OpenCV 4.6 computed on the real pictures; the reference folder's README says how. All figures are
 * exact, since ImageIO decodes these JPEGs to the same bytes as OpenCV.
 */
class SeedReferenceTest {
    private static final int TEMPLATES = 11;

    @Test
    void everyCountOfOriginalEqualsTheReference() throws IOException {
        Confusion confusion = compareWithReference("original", 1077 + 82);

        assertThat(confusion).isEqualTo(new Confusion(1060, 17, 8, 74));
    }

    @Test
    void everyCountOfAutumnEqualsTheReference() throws IOException {
        Confusion confusion = compareWithReference("autumn", 2462 + 125);

        assertThat(confusion).isEqualTo(new Confusion(733, 1729, 8, 117));
    }

    @Test
    void templatesAveragedHereEqualTheReferenceToTheLastBit() throws IOException {
        Path dice = RealData.requireDice("classic: our templates against the seed's");
        Path reference = RealData.requireReference("classic: our templates against the seed's");
        List<GrayU8> ours = averagedTemplates(dice);
        List<GrayU8> theirs = referenceTemplates(reference);

        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < TEMPLATES; i++) {
            softly.assertThat(ours.get(i).data).as("template %d", i).containsExactly(theirs.get(i).data);
        }
        softly.assertAll();
    }

    @Test
    void templatesAveragedHereReachTheSeedsF1() throws IOException {
        Path dice = RealData.requireDice("classic: F1 on original with templates of our own");
        DifferenceMethod method = new DifferenceMethod(averagedTemplates(dice));
        Confusion confusion = Confusion.NONE;
        for (Path file : PictureFolder.list(dice.resolve("original"))) {
            boolean truth = file.startsWith(dice.resolve("original/anomalous"));
            confusion = confusion.plus(truth, method.inspect(read(file)).anomalous());
        }

        assertThat(confusion).isEqualTo(new Confusion(1060, 17, 8, 74));
        assertThat(confusion.f1()).isCloseTo(0.855, within(0.001));
    }

    private static Confusion compareWithReference(String capture, int pictures) throws IOException {
        Path dice = RealData.requireDice("classic: the seed's counts on " + capture);
        Path reference = RealData.requireReference("classic: the seed's counts on " + capture);
        DifferenceMethod method = new DifferenceMethod(referenceTemplates(reference));
        List<String> lines = Files.readAllLines(reference.resolve("seed/difference_" + capture + ".csv"));
        assertThat(lines).hasSize(pictures + 1);

        SoftAssertions softly = new SoftAssertions();
        Confusion confusion = Confusion.NONE;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            assertThat(cells).hasSize(5 + 2 * TEMPLATES);
            DifferenceResult result = method.inspect(read(dice.resolve(cells[0])));
            softly.assertThat(result.absDiff()).as(cells[0]).containsExactly(ints(cells, 5));
            softly.assertThat(result.subtract()).as(cells[0]).containsExactly(ints(cells, 5 + TEMPLATES));
            // The file gives six decimals.
            softly.assertThat(result.result()).as(cells[0]).isCloseTo(Double.parseDouble(cells[2]), within(5.001e-7));
            softly.assertThat(result.result2()).as(cells[0]).isCloseTo(Double.parseDouble(cells[3]), within(5.001e-7));
            softly.assertThat(result.anomalous()).as(cells[0]).isEqualTo(cells[4].equals("1"));
            confusion = confusion.plus(cells[1].equals("1"), result.anomalous());
        }
        softly.assertAll();
        return confusion;
    }

    private static int[] ints(String[] cells, int from) {
        return Arrays.stream(cells, from, from + TEMPLATES)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static List<GrayU8> referenceTemplates(Path reference) throws IOException {
        List<GrayU8> templates = new ArrayList<>();
        for (int i = 0; i < TEMPLATES; i++) {
            templates.add(read(reference.resolve("seed/template_%02d.png".formatted(i))));
        }
        return templates;
    }

    private static List<GrayU8> averagedTemplates(Path dice) throws IOException {
        List<GrayU8> templates = new ArrayList<>();
        for (int i = 0; i < TEMPLATES; i++) {
            RunningAverage average = new RunningAverage();
            for (Path file : PictureFolder.list(dice.resolve("original/normal/%02d".formatted(i)))) {
                average.add(read(file));
            }
            templates.add(GrayJpeg.roundTrip(average.average(), 95));
        }
        return templates;
    }

    private static GrayU8 read(Path file) throws IOException {
        return GrayPictures.toGrayU8(PictureReader.read(file));
    }

    private record Confusion(int trueNegatives, int falsePositives, int falseNegatives, int truePositives) {
        static final Confusion NONE = new Confusion(0, 0, 0, 0);

        Confusion plus(boolean anomalous, boolean calledAnomalous) {
            return new Confusion(
                    trueNegatives + (!anomalous && !calledAnomalous ? 1 : 0),
                    falsePositives + (!anomalous && calledAnomalous ? 1 : 0),
                    falseNegatives + (anomalous && !calledAnomalous ? 1 : 0),
                    truePositives + (anomalous && calledAnomalous ? 1 : 0));
        }

        double f1() {
            return 2.0 * truePositives / (2 * truePositives + falsePositives + falseNegatives);
        }
    }
}
