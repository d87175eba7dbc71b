package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command from end to end, on the committed pictures. */
class CommandsTest {
    private static Path model;
    private static Run learned;

    @BeforeAll
    static void learnOnce(@TempDir Path shared) {
        model = shared.resolve("dice.model");
        learned = Run.of("learn", SamplePictures.learn(), "--model", model);
        assertThat(learned.code()).as(learned.err()).isZero();
    }

    @Test
    void learnSaysWhatItLearnedAndWhichRateItChose() {
        assertThat(learned.out()).isEmpty();
        assertThat(learned.err())
                .contains(
                        "72 pictures", "face one", "face six", "12 pictures", "threshold", "model written to " + model)
                // max(0.001, 1/(72 + 1))
                .contains("false-reject rate 0.01370 (chosen: max(0.001, 1/(n+1)))");
        assertThat(model).isRegularFile();
    }

    @Test
    void infoTellsTheSameInBothForms() {
        Run words = Run.of("info", "--model", model);
        JsonObject json = Run.of("info", "--model", model, "--json").json().get(0);

        assertThat(words.code()).isZero();
        assertThat(words.out()).isEmpty();
        assertThat(words.err()).contains("72 pictures", "threshold", "false-reject rate 0.01370");
        assertThat(json.get("pictures").getAsInt()).isEqualTo(72);
        assertThat(json.get("faces").getAsJsonArray()).hasSize(6).allSatisfy(face -> {
            assertThat(face.getAsJsonObject().get("pictures").getAsInt()).isEqualTo(12);
            assertThat(face.getAsJsonObject().keySet()).contains("name", "aliases", "symmetry");
        });
        assertThat(json.get("falseRejectRate").getAsDouble()).isEqualTo(1.0 / 73);
        assertThat(json.get("threshold").getAsDouble()).isPositive();
        assertThat(json.get("calibrationScores").getAsInt()).isBetween(1, 72);
    }

    @Test
    void inspectWritesAnObjectALineInTheShapeThatScriptsRelyOn() throws IOException {
        Run run = Run.of("inspect", "--model", model, "--json", SamplePictures.judge());
        List<JsonObject> lines = run.json();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(lines).hasSize(72);
        assertThat(lines.stream().map(line -> line.get("file").getAsString())).isSorted();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.keySet())
                    .containsExactly(
                            "file",
                            "verdict",
                            "score",
                            "pValue",
                            "face",
                            "symmetry",
                            "pose",
                            "converged",
                            "regions",
                            "dismissed",
                            "explanation");
            assertThat(line.getAsJsonArray("dismissed")).isEmpty();
            assertThat(line.get("explanation").getAsString())
                    .contains("face " + line.get("face").getAsString());
            assertThat(line.get("verdict").getAsString()).isIn("normal", "anomalous");
            assertThat(line.get("score").getAsDouble()).isNotNegative();
            assertThat(line.get("pValue").getAsDouble()).isBetween(0.0, 1.0);
            JsonObject pose = line.get("pose").getAsJsonObject();
            assertThat(pose.keySet()).containsExactly("x", "y", "theta");
            assertThat(pose.get("theta").isJsonNull())
                    .isEqualTo(line.get("symmetry").getAsInt() == 0);
            for (JsonElement region : line.get("regions").getAsJsonArray()) {
                assertThat(region.getAsJsonObject().keySet())
                        .containsExactly(
                                "x",
                                "y",
                                "width",
                                "height",
                                "area",
                                "centroidX",
                                "centroidY",
                                "polarity",
                                "contrast",
                                "peak",
                                "share");
                assertThat(region.getAsJsonObject().get("polarity").getAsString())
                        .isIn("light", "dark");
            }
        });
        // The folders tell the truth: a rendered defect is found far more often than not.
        assertThat(lines.stream()
                        .filter(line -> line.get("file").getAsString().contains("/anomalous/"))
                        .filter(line -> line.get("verdict").getAsString().equals("anomalous"))
                        .count())
                .isGreaterThan(18);
    }

    @Test
    void aGoodDieGivesExitCode0AndALineForPeople() {
        Path good = SamplePictures.normal().get(0);

        Run run = Run.of("inspect", "--model", model, good);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("normal")
                .contains(good.toString().replace('\\', '/'));
    }

    @Test
    void anAnomalousDieIsExplainedInALineOfItsOwnAndItsRegionsInOneEach() {
        Path bad = SamplePictures.judge().resolve("anomalous/blot-five.png");

        Run run = Run.of("inspect", "--model", model, bad);

        assertThat(run.code()).isEqualTo(1);
        int regions = Run.of("inspect", "--model", model, "--json", bad)
                .json()
                .get(0)
                .getAsJsonArray("regions")
                .size();
        assertThat(run.err().lines()).hasSize(2 + regions);
        assertThat(run.err().lines().toList().get(2))
                .matches(" +dark, \\d+ x \\d+ px about [0-9.]+, [0-9.]+; area \\d+ px, \\d+ grey levels,"
                        + " [0-9.]+ times the limit, ([89]\\d|100) % of the evidence");
        assertThat(run.err().lines().toList().get(1).strip())
                .startsWith("dark mark, ")
                .contains("in the middle of face five");
    }

    @Test
    void reportsAreWrittenAndSayWhatTheJsonSays(@TempDir Path dir) throws IOException {
        Path evaluated = dir.resolve("evaluated.html");
        Path inspected = dir.resolve("inspected.html");

        JsonObject json = Run.of("evaluate", "--model", model, SamplePictures.judge(), "--json", "--report", evaluated)
                .json()
                .get(0);
        Run inspect = Run.of("inspect", "--model", model, "--json", "--report", inspected, SamplePictures.judge());

        assertThat(Files.readString(evaluated))
                .contains(
                        "72 pictures, judged by the model dice.model",
                        "Missed (" + json.get("falseNegatives") + ")",
                        "Wrongly rejected (" + json.get("falsePositives") + ")");
        assertThat(inspect.code()).isEqualTo(1);
        long anomalous = inspect.json().stream()
                .filter(line -> line.get("verdict").getAsString().equals("anomalous"))
                .count();
        assertThat(Files.readString(inspected))
                .contains("Anomalous (" + anomalous + ")", "Normal (" + (72 - anomalous) + ")")
                .contains("anomalous/blot-five.png");
    }

    @Test
    void aReportNamesWhatCouldNotBeRead(@TempDir Path dir) throws IOException {
        Path text = BadPictures.text(dir);
        Path report = dir.resolve("report.html");

        Run run = Run.of("inspect", "--model", model, "--report", report, text);

        assertThat(run.code()).isEqualTo(2);
        assertThat(Files.readString(report)).contains("Could not be read", "text.jpg: not a picture");
    }

    @Test
    void aFileNamedTwiceIsJudgedOnce() {
        Path good = SamplePictures.normal().get(0);

        assertThat(Run.of("inspect", "--model", model, "--json", good, good).json())
                .hasSize(1);
    }

    @Test
    void oneBadFileIsReportedAndTheRestGoOn(@TempDir Path dir) throws IOException {
        Path text = BadPictures.text(dir);
        Path bad = Files.copy(SamplePictures.anomalous().get(0), dir.resolve("a.png"));
        Path good = Files.copy(SamplePictures.normal().get(0), dir.resolve("z.png"));

        Run run = Run.of("inspect", "--model", model, "--json", dir);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        assertThat(run.json())
                .extracting(line -> line.get("file").getAsString())
                .containsExactly(bad.toString(), text.toString(), good.toString());
        JsonObject error = run.json().get(1);
        assertThat(error.keySet()).containsExactly("file", "error");
        assertThat(error.get("error").getAsString()).contains("not a picture");
    }

    static Stream<BadFile> badFiles() {
        return Stream.of(
                new BadFile(BadPictures::text, "not a picture"),
                new BadFile(BadPictures::empty, "empty"),
                new BadFile(BadPictures::truncatedJpeg, ""),
                new BadFile(BadPictures::tiny, "1 x 1"),
                new BadFile(BadPictures::huge, "20000 x 20000"),
                new BadFile(BadPictures::cmyk, "CMYK"),
                new BadFile(dir -> dir.resolve("missing.png"), "no such file"),
                new BadFile(dir -> Files.createDirectory(dir.resolve("no-pictures")), "without pictures"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void whatIsNoUsablePictureIsOneLine(BadFile bad, @TempDir Path dir) throws IOException {
        Path file = bad.writer.write(dir);

        Run words = Run.of("inspect", "--model", model, file).failsInOneLine();
        Run json = Run.of("inspect", "--model", model, "--json", file);

        assertThat(words.err()).contains(file.toString(), bad.expected);
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.json()).singleElement().satisfies(line -> {
            assertThat(line.get("file").getAsString()).isEqualTo(file.toString());
            assertThat(line.get("error").getAsString()).contains(bad.expected);
        });
    }

    @Test
    void unusualPicturesGetAVerdict(@TempDir Path dir) throws IOException {
        BadPictures.converted(dir, "16-bit.png", BufferedImage.TYPE_USHORT_GRAY);
        BadPictures.converted(dir, "alpha.png", BufferedImage.TYPE_INT_ARGB);
        BadPictures.converted(dir, "colour.png", BufferedImage.TYPE_3BYTE_BGR);
        BadPictures.converted(dir, "palette.png", BufferedImage.TYPE_BYTE_INDEXED);
        BadPictures.flat(dir, "black.png", 0);
        BadPictures.flat(dir, "white.png", 255);

        Run run = Run.of("inspect", "--model", model, "--json", dir);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.json()).hasSize(6).allSatisfy(line -> {
            String name = Path.of(line.get("file").getAsString()).getFileName().toString();
            if (name.startsWith("black") || name.startsWith("white")) {
                assertThat(line.get("verdict").getAsString()).as(name).isEqualTo("anomalous");
                assertThat(line.get("converged").getAsBoolean()).as(name).isFalse();
            } else if (!name.startsWith("palette")) { // a palette of 256 web colours is a coarse grey
                assertThat(line.get("verdict").getAsString()).as(name).isEqualTo("normal");
            }
        });
    }

    @Test
    void evaluateWritesTheFiguresAndTheTable(@TempDir Path dir) throws IOException {
        Path csv = dir.resolve("pictures.csv");

        Run run = Run.of("evaluate", "--model", model, SamplePictures.judge(), "--json", "--csv", csv);
        JsonObject json = run.json().get(0);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(json.keySet())
                .containsSequence(
                        "normal",
                        "anomalous",
                        "truePositives",
                        "falsePositives",
                        "trueNegatives",
                        "falseNegatives",
                        "precision",
                        "recall",
                        "f1",
                        "auroc",
                        "averagePrecision");
        assertThat(json.get("normal").getAsInt()).isEqualTo(36);
        assertThat(json.get("anomalous").getAsInt()).isEqualTo(36);
        assertThat(json.get("truePositives").getAsInt()
                        + json.get("falseNegatives").getAsInt())
                .isEqualTo(36);
        assertThat(json.get("auroc").getAsDouble()).isBetween(0.5, 1.0);
        assertThat(json.get("intervals").getAsJsonObject().get("auroc").getAsJsonArray())
                .hasSize(2);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(1 + 72);
        assertThat(lines.get(0)).isEqualTo("file,truth,verdict,score,pValue,face,x,y,theta,converged");
        assertThat(lines.stream()
                        .filter(line -> line.contains(",anomalous,anomalous,"))
                        .count())
                .isEqualTo(json.get("truePositives").getAsInt());
    }

    @Test
    void evaluateForPeopleIsATable() {
        Run run = Run.of("evaluate", "--model", model, SamplePictures.judge());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("normal (36)", "anomalous (36)", "precision", "F1", "AUROC", "95 % interval", "runs");
    }

    @Test
    void evaluateReportsBadFilesAndUndefinedFigures(@TempDir Path dir) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("normal/one"));
        Files.copy(SamplePictures.normal().get(0), folder.resolve("a.png"));
        BadPictures.text(folder);

        Run run = Run.of("evaluate", "--model", model, dir, "--json");
        JsonObject json = run.json().get(0);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("warning: no picture below anomalous/", "error: normal/one/text.jpg: not a picture");
        assertThat(json.get("auroc").isJsonNull()).isTrue();
        assertThat(json.get("recall").isJsonNull()).isTrue();
        assertThat(json.get("errors").getAsJsonArray()).hasSize(1);
        assertThat(json.get("normal").getAsInt()).isEqualTo(1);
    }

    @Test
    void testingOnWhatWasLearnedGivesAWarning(@TempDir Path dir) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("normal/one"));
        Path from = SamplePictures.learn().resolve("one").resolve("000.png");
        Files.copy(from, folder.resolve("copy.png"));

        Run run = Run.of("evaluate", "--model", model, dir);

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("warning: 1 picture tested here also stood, byte for byte", "normal/one/copy.png");
    }

    @Test
    void crossFitJudgesEveryPictureOfOneCapture(@TempDir Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(SamplePictures.learn())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = dir.resolve("normal").resolve(SamplePictures.learn().relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path bad = Files.createDirectories(dir.resolve("anomalous"));
        for (Path file : SamplePictures.anomalous().subList(0, 4)) {
            Files.copy(file, bad.resolve(file.getFileName()));
        }

        Path report = dir.resolve("report.html");

        Run run = Run.of("evaluate", "--cross-fit", 2, dir, "--json", "--turned", 7, "--report", report);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(report)).contains("76 pictures, judged by 2 models", "(seed 7)", "of 2 models");
        JsonObject json = run.json().get(0);
        assertThat(json.get("normal").getAsInt()).isEqualTo(72);
        assertThat(json.get("anomalous").getAsInt()).isEqualTo(4);
        assertThat(json.get("warnings").getAsJsonArray()).isEmpty();
    }

    @Test
    void anUnwritableModelPathIsRefusedBeforeLearning(@TempDir Path dir) throws IOException {
        Path nowhere = dir.resolve("missing-good-pictures");

        // DIR is wrong as well; that the model is named shows which was looked at first.
        assertThat(Run.of("learn", nowhere, "--model", dir).failsInOneLine().err())
                .contains(dir + ": cannot be written (it is a folder)");
        assertThat(Run.of("learn", nowhere, "--model", dir.resolve("no/folder.model"))
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
        Path file = Files.writeString(dir.resolve("file"), "");
        assertThat(Run.of("learn", nowhere, "--model", file.resolve("x.model"))
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
        assertThat(Run.of("evaluate", "--cross-fit", 2, nowhere, "--csv", dir)
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
    }

    @Test
    void anUnwritableReportIsRefusedBeforeThePicturesAreRead(@TempDir Path dir) {
        Path nowhere = dir.resolve("missing");

        assertThat(Run.of("evaluate", "--cross-fit", 2, nowhere, "--report", dir)
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
        assertThat(Run.of("inspect", "--model", nowhere, nowhere, "--report", dir.resolve("no/report.html"))
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
    }

    @Test
    void whatCannotBeLearnedFromIsOneLine(@TempDir Path dir) throws IOException {
        Path out = dir.resolve("new.model");
        Path empty = Files.createDirectory(dir.resolve("empty"));
        Path single = Files.createDirectories(dir.resolve("single/one"));
        Files.copy(SamplePictures.normal().get(0), single.resolve("a.png"));
        Path file = SamplePictures.normal().get(0);

        assertThat(Run.of("learn", dir.resolve("missing"), "--model", out)
                        .failsInOneLine()
                        .err())
                .contains("missing");
        assertThat(Run.of("learn", empty, "--model", out).failsInOneLine().err())
                .contains("empty");
        Run.of("learn", dir.resolve("single"), "--model", out).failsInOneLine();
        Run.of("learn", file, "--model", out).failsInOneLine();
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheRestIsLearned(@TempDir Path dir) throws IOException {
        Path faces = dir.resolve("good");
        for (String face : List.of("one", "two")) {
            Path folder = Files.createDirectories(faces.resolve(face));
            try (Stream<Path> files = Files.list(SamplePictures.learn().resolve(face))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        Path out = dir.resolve("new.model");
        assertThat(Run.of("learn", faces, "--model", out).code()).isZero();
        BadPictures.text(faces.resolve("two"));

        Run run = Run.of("learn", faces, "--model", out);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("24 pictures", "text.jpg: not a picture", "model written to");
        assertThat(Run.of("info", "--model", out).code()).isZero();
    }

    @Test
    void withoutLabelsEveryGroupThatIsFoundGetsAPicture(@TempDir Path dir) throws IOException {
        Path flat = Files.createDirectory(dir.resolve("unsorted"));
        for (String face : List.of("one", "six")) {
            try (Stream<Path> files = Files.list(SamplePictures.learn().resolve(face))) {
                for (Path file : files.toList()) {
                    Files.copy(file, flat.resolve(face + file.getFileName()));
                }
            }
        }
        Path out = dir.resolve("new.model");

        Run run = Run.of("learn", "--unlabelled", flat, "--model", out);

        assertThat(run.code()).as(run.err()).isZero();
        JsonObject info = Run.of("info", "--model", out, "--json").json().get(0);
        assertThat(info.get("faces").getAsJsonArray())
                .extracting(face -> face.getAsJsonObject().get("name").getAsString())
                .containsExactly("group-1", "group-2");
        for (String group : List.of("group-1", "group-2")) {
            Path picture = dir.resolve("new.model." + group + ".png");
            assertThat(run.err()).contains("picture of " + group + " written to " + picture);
            assertThat(Run.of("inspect", "--model", out, "--json", picture).json())
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line.get("face").getAsString()).isEqualTo(group));
        }
    }

    @Test
    void aRateThatSoFewPicturesCannotSupportNeedsExtrapolate(@TempDir Path dir) {
        Path out = dir.resolve("new.model");

        Run refused = Run.of("learn", SamplePictures.learn(), "--model", out, "--false-reject-rate", "0.0001")
                .failsInOneLine();
        Run allowed = Run.of(
                "learn", SamplePictures.learn(), "--model", out, "--false-reject-rate", "0.0001", "--extrapolate");

        assertThat(refused.err()).containsAnyOf("0.0001", "1.0E-4");
        assertThat(allowed.code()).as(allowed.err()).isZero();
        assertThat(allowed.err()).contains("false-reject rate 0.0001").doesNotContain("chosen");
    }

    @Test
    void whatIsNoModelIsOneLine(@TempDir Path dir) throws IOException {
        Path text = Files.writeString(dir.resolve("text.model"), "not a model");
        byte[] bytes = Files.readAllBytes(model);
        Path cut = Files.write(dir.resolve("cut.model"), Arrays.copyOf(bytes, bytes.length / 2));
        Path die = SamplePictures.normal().get(0);

        for (Path bad : List.of(text, cut, dir.resolve("missing.model"), dir)) {
            assertThat(Run.of("info", "--model", bad, "--json").failsInOneLine().err())
                    .contains(bad.toString());
            Run.of("inspect", "--model", bad, "--json", die).failsInOneLine();
            Run.of("evaluate", "--model", bad, SamplePictures.judge()).failsInOneLine();
        }
    }

    @Test
    void whatCannotBeEvaluatedIsOneLine(@TempDir Path dir) {
        assertThat(Run.of("evaluate", "--model", model, dir).failsInOneLine().err())
                .contains("holds no pictures below normal/ or anomalous/");
        assertThat(Run.of("evaluate", "--cross-fit", 3, dir.resolve("nowhere"))
                        .failsInOneLine()
                        .err())
                .contains("no such folder");
    }

    /** A file that cannot be judged and what must be said about it. */
    record BadFile(Writer writer, String expected) {
        @Override
        public String toString() {
            return expected.isEmpty() ? "truncated" : expected;
        }
    }

    @FunctionalInterface
    interface Writer {
        Path write(Path dir) throws IOException;
    }

    @Test
    void recalibrateMovesTheThresholdAndKeepsTheRest(@TempDir Path dir) {
        Path moved = dir.resolve("moved.model");
        Run run = Run.of(
                "recalibrate",
                "--model",
                model,
                "--output",
                moved,
                SamplePictures.judge().resolve("normal"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("to the level of", "later good pictures", "model written to " + moved);
        JsonObject before = Run.of("info", "--model", model, "--json").json().get(0);
        JsonObject after = Run.of("info", "--model", moved, "--json").json().get(0);
        assertThat(after.get("faces")).isEqualTo(before.get("faces"));
        assertThat(after.get("threshold")).isNotEqualTo(before.get("threshold"));
    }

    @Test
    void recalibrateToAnotherRateNeedsNoPictures(@TempDir Path dir) {
        Path strict = dir.resolve("strict.model");

        assertThat(Run.of("recalibrate", "--model", model, "--output", strict, "--false-reject-rate", "0.1")
                        .code())
                .isZero();
        assertThat(Run.of("info", "--model", strict, "--json")
                        .json()
                        .get(0)
                        .get("falseRejectRate")
                        .getAsDouble())
                .isEqualTo(0.1);
        assertThat(Run.of("recalibrate", "--model", model, "--output", strict, "--false-reject-rate", "0.0001")
                        .failsInOneLine()
                        .err())
                .contains("72 scores vouch for no less than 0.0136");
    }

    @Test
    void recalibrateNamesAFileThatIsNoPictureAndWritesTheModelAllTheSame(@TempDir Path dir) throws IOException {
        Path good = Files.createDirectory(dir.resolve("good"));
        for (Path picture : SamplePictures.normal().subList(0, 8)) {
            Files.copy(picture, good.resolve(picture.getParent().getFileName() + "-" + picture.getFileName()));
        }
        Files.writeString(good.resolve("text.png"), "no picture");
        Run run = Run.of("recalibrate", "--model", model, "--output", dir.resolve("m"), good);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("text.png", "model written to");
        assertThat(dir.resolve("m")).isRegularFile();
    }

    @Test
    void inspectWatchesForDrift(@TempDir Path dir) throws IOException {
        Run quiet = Run.of(
                "inspect", "--watch", "--model", model, SamplePictures.judge().resolve("normal"));
        for (Face face : Face.values()) {
            List<Path> pictures = SamplePictures.learn(face);
            for (int i = 0; i < pictures.size(); i++) {
                BufferedImage dim = ImageIO.read(pictures.get(i).toFile());
                for (int y = 0; y < dim.getHeight(); y++) {
                    for (int x = 0; x < dim.getWidth(); x++) {
                        dim.getRaster().setSample(x, y, 0, dim.getRaster().getSample(x, y, 0) * 3 / 4);
                    }
                }
                ImageIO.write(dim, "png", dir.resolve(i + "-" + face + ".png").toFile());
            }
        }
        Run dim = Run.of("inspect", "--watch", "--model", model, dir);
        List<JsonObject> lines =
                Run.of("inspect", "--watch", "--json", "--model", model, dir).json();

        assertThat(quiet.err().lines().reduce((a, b) -> b).orElseThrow()).matches("no drift in \\d+ accepted parts");
        assertThat(dim.err().lines().reduce((a, b) -> b).orElseThrow())
                .matches(
                        "warning: drift noticed after \\d+ accepted parts: the contrast is 0\\.[78]\\d times that of the good pictures.*");
        JsonObject drift = lines.get(lines.size() - 1);
        assertThat(drift.get("accepted").getAsInt() + drift.get("rejected").getAsInt())
                .isEqualTo(lines.size() - 1);
        JsonObject first = drift.getAsJsonArray("drifts").get(0).getAsJsonObject();
        assertThat(first.get("trait").getAsString()).isEqualTo("contrast");
        assertThat(first.get("change").getAsDouble()).isBetween(0.7, 0.85);
        assertThat(first.get("noticedAfter").getAsInt()).isBetween(5, 72);
    }
}
