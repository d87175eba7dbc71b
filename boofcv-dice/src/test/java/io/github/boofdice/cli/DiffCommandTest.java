package io.github.boofdice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.boofdice.Boards;
import io.github.boofdice.io.PictureWriter;
import io.github.boofdice.testdata.BoardBox;
import io.github.boofdice.testdata.BoardTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    private static Path template;
    private static Path picture;

    @BeforeAll
    static void prepare(@TempDir Path shared) throws IOException {
        template = shared.resolve("template.png");
        picture = shared.resolve("picture.png");
        Boards.PLAIN.template().writePng(template);
        Boards.PLAIN.picture().writePng(picture);
    }

    @Test
    void boxesOfWhatDiffersComeAsJson() {
        Run run = Run.of("diff", template, picture, "--json");

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        JsonObject json = run.json().get(0);
        assertThat(json.get("file").getAsString()).endsWith("/picture.png");
        assertThat(json.get("verdict").getAsString()).isEqualTo("anomalous");
        assertThat(json.get("explanation").getAsString()).contains("places differ; the strongest is");
        JsonArray regions = json.getAsJsonArray("regions");
        List<BoardBox> boxes = new ArrayList<>();
        regions.forEach(element -> {
            JsonObject region = element.getAsJsonObject();
            assertThat(region.keySet())
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
            boxes.add(new BoardBox(
                    region.get("x").getAsInt(),
                    region.get("y").getAsInt(),
                    region.get("width").getAsInt(),
                    region.get("height").getAsInt()));
        });
        BoardTally tally = new BoardTally();
        tally.add(Boards.PLAIN.defects(), boxes);
        assertThat(tally.f()).isEqualTo(1);
    }

    @Test
    void nothingDiffersFromItself() {
        Run words = Run.of("diff", template, template);
        Run json = Run.of("diff", template, template, "--json");

        assertThat(words.code()).isZero();
        assertThat(words.err().strip())
                .startsWith("normal")
                .endsWith("0 regions")
                .hasLineCount(1);
        assertThat(json.code()).isZero();
        assertThat(json.json().get(0).getAsJsonArray("regions")).isEmpty();
        assertThat(json.json().get(0).get("explanation").getAsString()).isEqualTo("looks like the template");
    }

    @Test
    void wordsTellTheStrongestRegions() {
        List<String> lines = Run.of("diff", template, picture).err().lines().toList();

        assertThat(lines.get(0)).startsWith("anomalous").contains("picture.png", "regions");
        assertThat(lines.get(1)).contains("px about", "grey levels", "times the limit");
    }

    @Test
    void aFolderOfGoodPicturesAllowsWhatTheyShow(@TempDir Path good) throws IOException {
        Files.copy(template, good.resolve("a.png"));
        Files.copy(picture, good.resolve("b.png"));

        assertThat(Run.of("diff", good, picture).code()).isZero();
        Files.delete(good.resolve("b.png"));
        assertThat(Run.of("diff", good, picture).code()).isEqualTo(1);
    }

    @Test
    void placesAreLookedAtOrIgnored(@TempDir Path dir) throws IOException {
        GrayF32 left = new GrayF32(640, 640);
        for (int i = 0; i < left.data.length; i++) {
            left.data[i] = i % 640 < 320 ? 255 : 0;
        }
        Path mask = dir.resolve("left.png");
        PictureWriter.writePng(left, mask);
        Path polygon = Files.writeString(dir.resolve("all.txt"), "0,0\n639,0\n639,639\n0,639\n");

        int all = regions();
        assertThat(regions("--roi", mask) + regions("--ignore", mask)).isEqualTo(all);
        assertThat(regions("--roi", mask)).isBetween(1, all - 1);
        assertThat(regions("--roi", polygon)).isEqualTo(all);
        assertThat(Run.of("diff", template, picture, "--ignore", polygon)
                        .failsInOneLine()
                        .err())
                .contains("--ignore " + polygon + ": the region leaves nothing of the template to look at");
        assertThat(Run.of("diff", template, picture, "--roi", template.resolveSibling("none.png"))
                        .failsInOneLine()
                        .err())
                .contains("none.png: no such file");
    }

    private static int regions(Object... options) {
        List<Object> line = new ArrayList<>(List.of("diff", template, picture, "--json"));
        line.addAll(List.of(options));
        return Run.of(line.toArray()).json().get(0).getAsJsonArray("regions").size();
    }

    @Test
    void aReportShowsPictureTemplateAndBoxes(@TempDir Path dir) throws IOException {
        Path report = dir.resolve("report.html");

        assertThat(Run.of("diff", template, picture, "--report", report).code()).isEqualTo(1);

        String page = Files.readString(report);
        assertThat(page)
                .contains("picture.png beside its template", "The template", "data:image/png;base64,", "px about");
        assertThat(page.split("<rect ", -1)).hasSize(1 + regions());
        assertThat(page).doesNotContain("<script", "http://localhost", "src=\"http");
    }

    @Test
    void whatCannotBeComparedIsOneLine(@TempDir Path dir) throws IOException {
        Path small = dir.resolve("small.png");
        PictureWriter.writePng(new GrayF32(100, 80), small);
        Path text = Files.writeString(dir.resolve("text.png"), "no picture");

        assertThat(Run.of("diff", template, small).failsInOneLine().err())
                .contains("small.png: the picture is 100 x 80 pixels but the template is 640 x 640");
        assertThat(Run.of("diff", small, picture).failsInOneLine().err())
                .contains("picture.png: the picture is 640 x 640 pixels but the template is 100 x 80");
        assertThat(Run.of("diff", text, picture).failsInOneLine().err()).contains("text.png: not a picture");
        assertThat(Run.of("diff", template, dir.resolve("none"))
                        .failsInOneLine()
                        .err())
                .contains("no such file");
        assertThat(Run.of("diff", Files.createDirectory(dir.resolve("empty")), picture)
                        .failsInOneLine()
                        .err())
                .contains("a folder without pictures");
        assertThat(Run.of("diff", template).failsInOneLine().err()).contains("PICTURE");
        assertThat(Run.of("diff", template, picture, "--report", dir.resolve("no/such.html"))
                        .failsInOneLine()
                        .err())
                .contains("cannot be written");
    }
}
