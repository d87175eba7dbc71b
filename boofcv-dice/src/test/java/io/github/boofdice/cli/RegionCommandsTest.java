package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Planes;
import io.github.boofdice.io.PictureReader;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where to look, and what counts, on the command line. */
class RegionCommandsTest {
    /** A dark blot about (104, 58) of a two; a turn of it by half lies about (23, 69). */
    private static final Path BLOT = SamplePictures.judge().resolve("anomalous/blot-two.png");

    private static Path model;
    private static Path right;

    @BeforeAll
    static void prepare(@TempDir Path shared) throws IOException {
        model = shared.resolve("dice.model");
        RenderedDice.inspector().save(model);
        right = Files.writeString(shared.resolve("right.txt"), "# about the blot\n85,35\n125,35\n125,80\n85,80\n");
    }

    @Test
    void aMarkCountsWhereItIsLookedForAndNotWhereItIsIgnored(@TempDir Path dir) throws IOException {
        GrayF32 mask = new GrayF32(128, 128);
        for (int at = 0; at < mask.data.length; at++) {
            mask.data[at] = at % 128 > 45 && at % 128 < 80 ? 255 : 0;
        }
        Path middle = dir.resolve("a=b.png");
        PictureWriter.writePng(mask, middle);

        assertThat(verdict("--roi", right)).isEqualTo("anomalous");
        assertThat(verdict("--roi", "two=" + right)).isEqualTo("anomalous");
        assertThat(verdict("--roi", middle)).isEqualTo("normal");
        assertThat(verdict("--roi", "two=" + middle)).isEqualTo("normal");
        assertThat(verdict("--roi", "three=" + middle)).isEqualTo("anomalous");
        assertThat(verdict("--ignore", right)).isEqualTo("normal");
        assertThat(verdict("--ignore", "two=" + right)).isEqualTo("normal");
        assertThat(verdict("--ignore", "three=" + right, "--ignore", "two=" + middle))
                .isEqualTo("anomalous");
        assertThat(Run.of("inspect", "--model", model, "--ignore", middle, BLOT)
                        .failsInOneLine()
                        .err())
                .contains("the region, in every pose that looks alike, leaves nothing of face one to look at");
        assertThat(verdict("--ignore", "three=" + right, "--ignore", "two=" + right))
                .isEqualTo("normal");
    }

    private static String verdict(Object... options) {
        Object[] line = Stream.concat(Stream.of("inspect", "--model", model, "--json", BLOT), Stream.of(options))
                .toArray();
        Run run = Run.of(line);
        String verdict = run.json().get(0).get("verdict").getAsString();
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(verdict.equals("normal") ? 0 : 1);
        return verdict;
    }

    @ParameterizedTest
    @CsvSource({"--min-area, 5000", "--min-contrast, 255", "--only, light"})
    void whatDoesNotCountIsDismissedAndToldApart(String option, String value) {
        Run json = Run.of("inspect", "--model", model, "--json", option, value, BLOT);
        Run words = Run.of("inspect", "--model", model, option, value, BLOT);
        JsonObject line = json.json().get(0);

        assertThat(json.code()).isZero();
        assertThat(line.get("verdict").getAsString()).isEqualTo("normal");
        assertThat(line.get("score").getAsDouble())
                .isGreaterThan(RenderedDice.inspector().info().threshold());
        assertThat(line.getAsJsonArray("regions")).isEmpty();
        JsonArray dismissed = line.getAsJsonArray("dismissed");
        assertThat(dismissed).hasSize(1);
        assertThat(dismissed.get(0).getAsJsonObject().get("polarity").getAsString())
                .isEqualTo("dark");
        assertThat(dismissed.get(0).getAsJsonObject().get("share").getAsDouble())
                .isEqualTo(1);
        assertThat(line.get("explanation").getAsString()).contains("but for a mark that does not count, dark");
        assertThat(words.code()).isZero();
        assertThat(words.err().lines()).hasSize(2);
        assertThat(words.err()).contains("1 region dismissed", "but for a mark that does not count, dark");
    }

    @ParameterizedTest
    @CsvSource({"--min-area, 40", "--min-contrast, 60", "--only, dark"})
    void whatCountsStillCounts(String option, String value) {
        assertThat(verdict(option, value)).isEqualTo("anomalous");
    }

    @Test
    void evaluateMeasuresWhatIsLookedAtAndCounts(@TempDir Path dir) throws IOException {
        JsonObject all = evaluate();
        JsonObject darkOnly = evaluate("--only", "dark");
        JsonObject part = evaluate("--roi", right, "--report", dir.resolve("part.html"), "--min-area", "3");

        assertThat(darkOnly.get("auroc")).isEqualTo(all.get("auroc"));
        assertThat(found(darkOnly)).isLessThan(found(all));
        assertThat(found(part)).isLessThan(found(all));
        assertThat(part.get("falsePositives").getAsInt())
                .isLessThanOrEqualTo(all.get("falsePositives").getAsInt());
        assertThat(Files.readString(dir.resolve("part.html")))
                .contains("the model dice.model, looking only at " + right, "counting marks of 3 pixels or more");
    }

    private static int found(JsonObject figures) {
        return figures.get("truePositives").getAsInt();
    }

    private static JsonObject evaluate(Object... options) {
        Object[] line = Stream.concat(
                        Stream.of("evaluate", "--model", model, SamplePictures.judge(), "--json"), Stream.of(options))
                .toArray();
        Run run = Run.of(line);
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get(0);
    }

    @Test
    void whatIsNoRegionIsOneLine(@TempDir Path dir) throws IOException {
        Path line = Files.writeString(dir.resolve("line.txt"), "3,3\n9,9\n");
        Path corner = Files.writeString(dir.resolve("corner.txt"), "0,0\n3,0\n3,3\n");
        Path all = Files.writeString(dir.resolve("all.txt"), "0,0\n127,0\n127,127\n0,127\n");
        Path tiny = dir.resolve("tiny.png");
        PictureWriter.writePng(new GrayF32(64, 64), tiny);

        for (String command : List.of("inspect", "evaluate")) {
            assertThat(fails(command, "--roi", line))
                    .contains("line.txt: line 2: a polygon ends that has 2 of at least 3 vertices");
            assertThat(fails(command, "--roi", tiny))
                    .contains("tiny.png: the mask is 64 x 64 pixels but must be 128 x 128");
            assertThat(fails(command, "--roi", dir.resolve("none.png"))).contains("none.png: no such file");
            assertThat(fails(command, "--ignore", "seven=" + line)).contains("no such file");
            assertThat(fails(command, "--ignore", "two=a\u0000b")).contains("--ignore is no file's name");
            assertThat(fails(command, "--roi", corner))
                    .contains("--roi " + corner
                            + ": the region, in every pose that looks alike, leaves nothing of face five to look at");
            assertThat(fails(command, "--ignore", "two=" + all))
                    .contains("--ignore two=" + all
                            + ": the region, in every pose that looks alike, leaves nothing of face two to look at");
        }
    }

    private static String fails(String command, Object option, Object value) {
        return Run.of(command, "--model", model, option, value, SamplePictures.judge())
                .failsInOneLine()
                .err();
    }

    /** Beside a face that is not there everything differs. */
    @Test
    void ofWhatIsNotAlignedNoRegionIsListed(@TempDir Path dir) throws IOException {
        Path noise = dir.resolve("noise.png");
        PictureWriter.writePng(Planes.noise(128, 128, 1), noise);

        Run words = Run.of("inspect", "--model", model, noise);

        assertThat(words.code()).isEqualTo(1);
        assertThat(words.err().lines()).hasSize(2);
        assertThat(Run.of("inspect", "--model", model, "--json", noise)
                        .json()
                        .get(0)
                        .getAsJsonArray("regions"))
                .isNotEmpty();
    }

    /** Five are listed. */
    @Test
    void manyRegionsAreCounted(@TempDir Path dir) throws IOException {
        GrayF32 specks = RenderedDice.draw(RenderedDice.clean(Face.SIX));
        for (int[] at : new int[][] {{62, 18}, {30, 30}, {94, 30}, {18, 60}, {106, 60}, {36, 102}, {88, 102}}) {
            for (int i = 0; i < 16; i++) {
                specks.set(at[0] + i % 4, at[1] + i / 4, 40);
            }
        }
        Path file = dir.resolve("specks.png");
        PictureWriter.writePng(specks, file);

        List<String> lines =
                Run.of("inspect", "--model", model, file).err().lines().toList();

        int regions = Run.of("inspect", "--model", model, "--json", file)
                .json()
                .get(0)
                .getAsJsonArray("regions")
                .size();
        assertThat(regions).isGreaterThan(5);
        assertThat(lines).hasSize(2 + 5 + 1);
        assertThat(lines.get(7).strip()).isEqualTo("and " + (regions - 5) + " more");
    }

    @Test
    void infoWritesThePicturesToDrawOver(@TempDir Path dir) throws IOException {
        Path faces = dir.resolve("new/faces");

        Run run = Run.of("info", "--model", model, "--json", "--pictures", faces);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json()).hasSize(1);
        try (Stream<Path> files = Files.list(faces)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("five.png", "four.png", "one.png", "six.png", "three.png", "two.png");
        }
        GrayF32 two = PictureReader.read(faces.resolve("two.png"));
        GrayF32 learned = RenderedDice.inspector().picture("two");
        for (int i = 0; i < learned.data.length; i++) {
            assertThat(two.data[i]).isEqualTo(Math.round(learned.data[i]));
        }
        assertThat(Run.of("info", "--model", model, "--pictures", faces)
                        .failsInOneLine()
                        .err())
                .contains("pictures go into a new or an empty folder");
        assertThat(Run.of("info", "--model", model, "--pictures", model)
                        .failsInOneLine()
                        .err())
                .contains("not a folder");
    }

    /** Models come from strangers, and a face's name from a folder's. */
    @Test
    void aFacesNameLeadsNowhereElse() {
        assertThat(Stream.of("two", "../../two", "a/b\\c", "\u0000\n", "", "\u00e4\u4e16", "x".repeat(300))
                        .map(FacePictures::fileName))
                .containsExactly("two", ".._.._two", "a_b_c", "__", "", "\u00e4\u4e16", "x".repeat(60));
    }
}
