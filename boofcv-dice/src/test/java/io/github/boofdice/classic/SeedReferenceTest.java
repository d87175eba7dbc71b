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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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

        for (int i = 0; i < TEMPLATES; i++) {
            assertThat(ours.get(i).data).as("template %d", i).containsExactly(theirs.get(i).data);
        }
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
        assertThat(lines.get(0).split(",")).hasSize(5 + 2 * TEMPLATES);

        List<String> differing = new ArrayList<>();
        Confusion confusion = Confusion.NONE;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            DifferenceResult result = method.inspect(read(dice.resolve(cells[0])));
            String ours = row(cells[0], cells[1], result);
            if (!ours.equals(line)) {
                differing.add(ours + " but the reference has " + line);
            }
            confusion = confusion.plus(cells[1].equals("1"), result.anomalous());
        }
        assertThat(differing).isEmpty();
        return confusion;
    }

    /** One line as the reference files have it. */
    private static String row(String file, String truth, DifferenceResult result) {
        String measures = sixDecimals(result.result()) + "," + sixDecimals(result.result2());
        String verdict = result.anomalous() ? "1" : "0";
        return String.join(",", file, truth, measures, verdict, joined(result.absDiff()), joined(result.subtract()));
    }

    // Python rounds a half (0.1328125) to even, String.format would round it up.
    private static String sixDecimals(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String joined(int[] counts) {
        return Arrays.stream(counts).mapToObj(Integer::toString).collect(Collectors.joining(","));
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
