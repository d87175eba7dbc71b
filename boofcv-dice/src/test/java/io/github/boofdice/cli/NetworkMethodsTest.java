package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.boofdice.LimitsNetwork;
import io.github.boofdice.cnn.Network;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train}, and {@code --method} of the commands that have it, on small drawn dice. */
class NetworkMethodsTest {
    private static final int SIDE = 48;
    private static final int MORE = 900;

    private static Path shared;
    private static Path good;
    private static Path labelled;
    private static Path network;
    private static Path model;
    private static Path plain;
    private static Run learned;

    @BeforeAll
    static void learnOnce(@TempDir Path dir) throws IOException {
        shared = dir;
        good = dir.resolve("good");
        labelled = dir.resolve("labelled");
        for (Face face : List.of(Face.FOUR, Face.SIX)) {
            for (int i = 0; i < 10; i++) {
                draw(i, face).writePng(good.resolve(face.folder()).resolve(i + ".png"));
            }
            for (int i = 0; i < 3; i++) {
                GrayPicture die = draw(MORE + i, face);
                die.writePng(labelled.resolve("normal").resolve(face.folder()).resolve(i + ".png"));
                spoiled(die).writePng(labelled.resolve("anomalous").resolve(face.folder() + i + ".png"));
            }
        }
        network = dir.resolve("limits.safetensors");
        LimitsNetwork.get().write(network);
        model = dir.resolve("cnn.model");
        learned = Run.of("learn", good, "--model", model, "--method", "combined", "--network", network);
        plain = dir.resolve("plain.model");
        assertThat(Run.of("learn", good, "--model", plain).code()).isZero();
    }

    private static GrayPicture draw(long seed, Face face) {
        return DiceRenderer.render(Scenes.good(seed, face), SIDE);
    }

    /** With a block of ink on it. */
    private static GrayPicture spoiled(GrayPicture die) {
        byte[] pixels = die.pixels();
        for (int y = 16; y < 30; y++) {
            Arrays.fill(pixels, y * SIDE + 18, y * SIDE + 30, (byte) 10);
        }
        return GrayPicture.of(SIDE, SIDE, pixels);
    }

    private static List<Object> line(String first, Object... more) {
        List<Object> words = new ArrayList<>(Arrays.asList((Object[]) first.split(" ")));
        words.addAll(List.of(more));
        return words;
    }

    private static Run run(List<Object> words) {
        return Run.of(words.toArray());
    }

    @Test
    void learnTellsOfBothThresholdsAndSoDoesInfo() {
        assertThat(learned.code()).as(learned.err()).isZero();
        assertThat(learned.out()).isEmpty();
        assertThat(learned.err())
                .contains("20 pictures", "network of 8 parameters, threshold ", "model written to " + model);
        assertThat(Run.of("info", "--model", model).err()).contains("20 pictures", "network of 8 parameters");
        assertThat(Run.of("info", "--model", plain).err()).doesNotContain("network");
        assertThat(Run.of("info", "--model", model, "--json").json().get(0).keySet())
                .isEqualTo(
                        Run.of("info", "--model", plain, "--json").json().get(0).keySet());
    }

    @Test
    void inspectJudgesByTheMethodThatIsNamedOrByBoth() {
        List<JsonObject> combined = inspect(model, "--method", "combined");
        List<JsonObject> cnn = inspect(model, "--method", "cnn");
        List<JsonObject> difference = inspect(model, "--method", "difference");

        assertThat(inspect(model)).isEqualTo(combined);
        assertThat(inspect(plain)).isEqualTo(difference).isEqualTo(inspect(plain, "--method", "difference"));
        assertThat(combined).hasSize(12).isNotEqualTo(cnn).isNotEqualTo(difference);
        assertThat(cnn)
                .isNotEqualTo(difference)
                .allSatisfy(found ->
                        assertThat(found.keySet()).isEqualTo(difference.get(0).keySet()));
        assertThat(List.of(rejectedBad(combined), rejectedBad(cnn))).containsOnly(6L);
        assertThat(rejectedBad(difference)).isBetween(1L, 6L);
    }

    private static long rejectedBad(List<JsonObject> found) {
        return found.stream()
                .filter(line -> line.get("file").getAsString().contains("/anomalous/"))
                .filter(line -> line.get("verdict").getAsString().equals("anomalous"))
                .count();
    }

    private static List<JsonObject> inspect(Path file, Object... options) {
        List<Object> words = line("inspect --json", "--model", file, labelled);
        words.addAll(List.of(options));
        Run run = run(words);
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        return run.json();
    }

    @Test
    void reportsAndRegionsGoWithEveryMethod(@TempDir Path dir) throws IOException {
        Path half = Files.writeString(dir.resolve("half.txt"), "0,0\n24,0\n24,47\n0,47\n");
        for (String method : List.of("difference", "cnn", "combined")) {
            Path report = dir.resolve(method + ".html");
            Run run = run(line(
                    "inspect --min-area 2",
                    "--model",
                    model,
                    "--method",
                    method,
                    "--roi",
                    half,
                    "--report",
                    report,
                    labelled));

            assertThat(run.code()).as(run.err()).isLessThan(2);
            assertThat(Files.readString(report)).contains("by the method " + method);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"difference", "cnn", "combined"})
    void evaluateCountsWhatTheMethodFinds(String method, @TempDir Path dir) throws IOException {
        Path csv = dir.resolve("pictures.csv");
        Path report = dir.resolve("evaluated.html");
        Run run = run(line(
                "evaluate --json", "--model", model, labelled, "--method", method, "--csv", csv, "--report", report));

        assertThat(run.code()).as(run.err()).isZero();
        JsonObject json = run.json().get(0);
        assertThat(json.get("truePositives").getAsInt()).isBetween(method.equals("difference") ? 1 : 6, 6);
        assertThat(json.get("auroc").getAsDouble()).isGreaterThan(0.95);
        assertThat(Files.readAllLines(csv)).hasSize(13);
        assertThat(Files.readString(report)).contains("cnn.model, by the method " + method);
    }

    @Test
    void watchingIsTheDifferenceMethodsBusiness() {
        Path die = labelled.resolve("normal/four/0.png");
        for (String method : List.of("", " --method cnn", " --method combined")) {
            assertThat(run(line("inspect --watch" + method, "--model", model, die))
                            .failsInOneLine()
                            .err())
                    .contains("--watch needs scores of the difference method: add --method difference");
        }
        Run watched = run(line("inspect --watch --method difference", "--model", model, die));

        assertThat(watched.code()).as(watched.err()).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "combined"})
    void aModelWithoutNetworkIsToldOfInOneLine(String method) {
        for (String command : List.of("inspect", "evaluate")) {
            assertThat(run(line(command, "--model", plain, "--method", method, labelled))
                            .failsInOneLine()
                            .err())
                    .contains("--method " + method + " needs a model with a network, but " + plain + " has none");
        }
    }

    @Test
    void aNetworksThresholdDoesNotFollowSoSuchAModelIsNotRewritten() throws IOException {
        Path output = shared.resolve("new.model");
        Path die = labelled.resolve("normal/four/0.png");

        assertThat(run(line("recalibrate", "--model", model, "--output", output, labelled.resolve("normal")))
                        .failsInOneLine()
                        .err())
                .contains(model + ": has a network, whose threshold would not follow: learn anew");
        assertThat(run(line("learn-on --face four", "--model", model, "--output", output, die))
                        .failsInOneLine()
                        .err())
                .contains(model + ": has a network");
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    learn {good} --model {new} --method cn                        | it is cn but not difference, cnn or combined
                    learn {good} --model {new} --network {network}                | --network needs --method cnn or combined
                    learn {good} --model {new} --method cnn --network {none}      | none: no such file
                    learn {good} --model {new} --method cnn --network {model}     | cnn.model
                    learn {good} --model {new} --method cnn --network {other}     | planes of square cells
                    learn {few} --model {new} --method cnn --network {network}    | at least 5 a folder
                    inspect {good} --model {model} --method Cnn                   | it is Cnn but not difference, cnn or combined
                    inspect {good} --model {other}                                | not a boofcv-dice model
                    compare --learn {good} --test {good} --method cnn,classic     | it is classic but not difference
                    train {good}                                                  | --output=FILE
                    train --output {new}                                          | DIR
                    train {good} --output {new} --steps 0                         | --steps must be at least 1 but is 0
                    train {good} --output {new} --steps many                      | many
                    train {good} --output {new} --threads 0                       | --threads must be at least 1 but is 0
                    train {good} --output {good}                                  | it is a folder
                    train {good} --output {new} --log {none}/a.csv                | cannot be written
                    train {good} --output {new} --layers {none}                   | none: no such file
                    train {good} --output {new} --layers {network}                | layers are a text in UTF-8
                    train {none} --output {new} --steps 1                         | none: no such folder
                    train {empty} --output {new} --steps 1                        | empty: holds no pictures
                    """)
    void whatCannotBeIsOneLine(String words, String expected) throws IOException {
        Path other = shared.resolve("other.safetensors");
        Network.untrained("input 1 64 64\nflatten f\ndense d outputs 2\n", 1).write(other);
        Files.createDirectories(shared.resolve("empty"));
        draw(1, Face.FOUR).writePng(shared.resolve("few/four/1.png"));
        draw(2, Face.FOUR).writePng(shared.resolve("few/four/2.png"));
        Path output = shared.resolve("new");
        String line = words.replace("{new}", output.toString())
                .replace("{network}", network.toString())
                .replace("{model}", model.toString())
                .replaceAll("\\{(good|none|few|empty)}", shared + "/$1")
                .replace("{other}", other.toString());

        assertThat(run(line(line)).failsInOneLine().err()).contains(expected);
        assertThat(output).doesNotExist();
    }

    @Test
    void trainWritesANetworkThatLearnTakesAndALog(@TempDir Path dir) throws IOException {
        Path layers = Files.writeString(
                dir.resolve("layers.txt"),
                "input 2 104 104\nmaxpool p kernel 8\nconvolution a outputs 2 kernel 3 padding 1\n");
        Path output = dir.resolve("trained.safetensors");
        Path log = dir.resolve("training.csv");

        Run trained = run(line(
                "train --steps 3 --threads 2 --seed 5", good, "--output", output, "--layers", layers, "--log", log));

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).isEmpty();
        assertThat(trained.err()).contains("2 x 104 x 104", "network written to " + output);
        assertThat(Files.readString(log)).matches("step,mean loss,learning rate\n3,0\\.\\d{6},0\\.\\d{6}\n");
        Path again = dir.resolve("again.safetensors");
        assertThat(run(line("train --steps 3 --threads 1 --seed 5", good, "--output", again, "--layers", layers))
                        .code())
                .isZero();
        assertThat(again).hasSameBinaryContentAs(output);
        Path learnedModel = dir.resolve("model");
        Run run = run(line("learn --method cnn", good, "--model", learnedModel, "--network", output));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run(line("network", output)).code()).isZero();
    }

    @Test
    void layersThatSeePicturesAreTrainedAndOthersAreRefused(@TempDir Path dir) throws IOException {
        Path layers = dir.resolve("layers.txt");
        Path output = dir.resolve("trained.safetensors");
        List<Object> train = line("train --steps 1", good, "--output", output, "--layers", layers);

        Files.writeString(layers, "input 1 40 40\nmaxpool p kernel 4\nflatten f\ndense d outputs 2\n");
        assertThat(run(train).code()).isZero();
        assertThat(output).isRegularFile();
        Files.delete(output);
        for (String wrong :
                List.of("", "flood f", "input 1 40 40\nrelu r", "input 2 104 104\nconvolution c outputs 9")) {
            Files.writeString(layers, wrong);
            assertThat(run(train).failsInOneLine().err()).contains("--layers: ");
            assertThat(output).doesNotExist();
        }
    }

    /** With the library's own network, which {@code compare} and cross-fitting take. */
    @Test
    void compareHasAColumnForEachMethod(@TempDir Path dir) throws IOException {
        Path report = dir.resolve("compared.html");

        Run run = run(line(
                "compare --json --method combined,cnn,difference",
                "--learn",
                good,
                "--test",
                labelled,
                "--report",
                report));

        assertThat(run.code()).as(run.err()).isZero();
        JsonObject json = run.json().get(0);
        assertThat(json.getAsJsonArray("methods").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .map(method -> method.get("name").getAsString()))
                .containsExactlyInAnyOrder("combined", "cnn", "difference", "classic");
        assertThat(json.getAsJsonArray("pairs")).hasSize(6);
        assertThat(Files.readString(report)).contains("combined", "cnn");
        assertThat(run(line("compare --json --method cnn", "--learn", good, "--test", labelled))
                        .json()
                        .get(0)
                        .getAsJsonArray("methods")
                        .asList()
                        .stream()
                        .map(method -> method.getAsJsonObject().get("name").getAsString()))
                .containsExactly("cnn", "classic");
    }

    @Test
    void crossFittingLearnsTheNetworksThresholdInEachFold() throws IOException {
        Path dir = shared.resolve("cross-fitted");
        for (Face face : List.of(Face.FOUR, Face.SIX)) {
            for (int i = 0; i < 10; i++) {
                draw(i, face)
                        .writePng(dir.resolve("normal").resolve(face.folder()).resolve(i + ".png"));
            }
            spoiled(draw(MORE, face)).writePng(dir.resolve("anomalous").resolve(face.folder() + ".png"));
        }
        Run run = run(line("evaluate --cross-fit 2 --method combined --json", dir));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get(0).get("truePositives").getAsInt()).isPositive();
    }
}
