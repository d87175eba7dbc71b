package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.boofdice.testdata.SamplePictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare} from end to end, on two faces of the committed pictures: learning from all six would take longer and say no more. */
class CompareCommandTest {
    private static Path good;
    private static Path test;

    @BeforeAll
    static void twoFaces(@TempDir Path dir) throws IOException {
        good = dir.resolve("good");
        test = dir.resolve("test");
        for (String face : List.of("one", "two")) {
            copy(SamplePictures.learn().resolve(face), good.resolve(face));
            copy(SamplePictures.judge().resolve("normal").resolve(face), test.resolve("normal/" + face));
        }
        Path bad = Files.createDirectories(test.resolve("anomalous"));
        for (Path file : SamplePictures.anomalous()) {
            if (file.toString().matches(".*-(one|two)\\.png")) {
                Files.copy(file, bad.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void oneObjectHoldsBothMethodsAndWhereTheyDisagreeAndTheReportShowsIt(@TempDir Path dir) throws Exception {
        Path report = dir.resolve("compared.html");

        Run run = Run.of("compare", "--learn", good, "--test", test, "--json", "--report", report);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        JsonObject json = run.json().get(0);
        assertThat(json.keySet()).containsExactly("methods", "pairs", "disagreements", "errors", "warnings");
        JsonArray methods = json.getAsJsonArray("methods");
        assertThat(methods)
                .extracting(method -> method.getAsJsonObject().get("name").getAsString())
                .containsExactly("difference", "classic");
        assertThat(methods).extracting(JsonElement::getAsJsonObject).allSatisfy(method -> {
            assertThat(method.keySet())
                    .containsExactly(
                            "name",
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
                            "averagePrecision",
                            "falseRejectRate",
                            "intervals",
                            "learningSeconds",
                            "millisecondsPerPicture");
            assertThat(method.get("normal").getAsInt()).isEqualTo(12);
            assertThat(method.get("anomalous").getAsInt()).isEqualTo(12);
            assertThat(method.getAsJsonObject("millisecondsPerPicture")
                            .get("median")
                            .getAsDouble())
                    .isPositive();
            assertThat(method.get("learningSeconds").getAsDouble()).isPositive();
        });
        JsonObject pair = json.getAsJsonArray("pairs").get(0).getAsJsonObject();
        assertThat(pair.keySet())
                .containsExactly(
                        "first",
                        "second",
                        "disagreements",
                        "firstRight",
                        "secondRight",
                        "firstRuns",
                        "secondRuns",
                        "pValue");
        JsonArray disagreements = json.getAsJsonArray("disagreements");
        assertThat(disagreements).hasSize(pair.get("disagreements").getAsInt()).isNotEmpty();
        JsonObject first = disagreements.get(0).getAsJsonObject();
        assertThat(first.keySet()).containsExactly("file", "truth", "difference", "classic");
        assertThat(first.getAsJsonObject("classic").get("verdict"))
                .isNotEqualTo(first.getAsJsonObject("difference").get("verdict"));
        reportShows(report, disagreements, methods);
    }

    /** The page can be parsed, loads nothing, and holds every disagreement in the gallery of the method that is wrong. */
    private static void reportShows(Path report, JsonArray disagreements, JsonArray methods) throws Exception {
        String page = Files.readString(report);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        assertThat(page).contains("Comparison on test", "ROC curves of difference", "the good pictures of good");
        assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http://", "https://", "<script");
        for (JsonElement one : disagreements) {
            assertThat(page)
                    .contains("<bdi>" + one.getAsJsonObject().get("file").getAsString() + "</bdi>");
        }
        for (JsonElement one : methods) {
            String name = one.getAsJsonObject().get("name").getAsString();
            long missed = wrong(disagreements, name, "anomalous");
            long rejected = wrong(disagreements, name, "normal");
            assertThat(page)
                    .contains("Missed by " + name + " (" + missed + ")", "Rejected by " + name + " (" + rejected + ")");
        }
    }

    private static long wrong(JsonArray disagreements, String method, String truth) {
        return disagreements.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("truth").getAsString().equals(truth))
                .filter(one -> !one.getAsJsonObject(method)
                        .get("verdict")
                        .getAsString()
                        .equals(truth))
                .count();
    }

    @Test
    void forPeopleItIsATableWithAColumnAMethod(@TempDir Path dir) throws IOException {
        Path labelled = dir.resolve("labelled");
        copy(test, labelled);
        BadPictures.text(labelled.resolve("normal/one"));
        Path small = labelled.resolve("normal/one/small.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), "png", small.toFile());
        Files.copy(good.resolve("one/000.png"), labelled.resolve("normal/one/copy.png"));

        Run run = Run.of("compare", "--learn", good, "--test", labelled, "--turned", 3);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("difference          classic", "normal (13)", "anomalous (12)", "F1", "AUROC", "median")
                .contains("difference and classic disagree on", "WRONG")
                .contains("warning: 1 picture tested here also stood, byte for byte")
                .contains("error: normal/one/text.jpg: not a picture")
                .contains("error: normal/one/small.png: cannot be judged by classic: picture is 64 x 64");
    }

    @Test
    void whatCannotBeComparedIsOneLine(@TempDir Path dir) throws IOException {
        Path single = dir.resolve("single");
        copy(good.resolve("one"), single.resolve("one"));

        assertThat(Run.of("compare", "--learn", good, "--test", dir)
                        .failsInOneLine()
                        .err())
                .contains("holds no pictures below normal/ or anomalous/");
        assertThat(Run.of("compare", "--learn", dir.resolve("nowhere"), "--test", dir, "--report", dir)
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
        assertThat(Run.of("compare", "--learn", dir.resolve("nowhere"), "--test", test)
                        .failsInOneLine()
                        .err())
                .contains("no such folder");
        assertThat(Run.of("compare", "--learn", single, "--test", test)
                        .failsInOneLine()
                        .err())
                .contains("the classic method compares a picture with at least 2");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
