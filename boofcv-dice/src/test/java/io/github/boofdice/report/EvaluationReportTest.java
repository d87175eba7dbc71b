package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.ProgressListener;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.Evaluator;
import io.github.boofdice.evaluate.Figures;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.evaluate.UnreadablePicture;
import io.github.boofdice.testdata.SamplePictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class EvaluationReportTest {
    private static Evaluation evaluation;
    private static Path file;
    private static Page drawn;

    @BeforeAll
    static void evaluateOnce(@TempDir Path shared) throws IOException {
        file = shared.resolve("report.html");
        evaluation = write(file);
        drawn = new Page(Files.readString(file));
    }

    @Test
    void whatItSaysIsWhatTheEvaluationFound() {
        Figures figures = evaluation.figures();

        assertThat(drawn.tile("Anomalous found"))
                .isEqualTo(evaluation.confusion().truePositives() + " of 36");
        assertThat(drawn.tile("Good rejected")).isEqualTo(evaluation.confusion().falsePositives() + " of 36");
        assertThat(drawn.tile("F1"))
                .isEqualTo(Numbers.decimal(figures.f1()) + " 95 %: "
                        + Numbers.decimals(evaluation.intervals().f1()));
        assertThat(drawn.tile("AUROC")).startsWith(Numbers.decimal(figures.auroc()) + " 95 %: ");
        assertThat(drawn.tile("Recall")).startsWith(Numbers.percent(figures.recall()) + " 95 %: ");
        assertThat(drawn.tile("False-reject rate")).startsWith(Numbers.percent(figures.falseRejectRate()) + " 95 %: ");
        assertThat(drawn.tile("Threshold"))
                .startsWith(Numbers.score(RenderedDice.inspector().info().threshold()));
        assertThat(drawn.all("td", "good"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        evaluation.confusion().trueNegatives() + "accepted",
                        evaluation.confusion().truePositives() + "found");
        assertThat(drawn.all("td", "bad"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        evaluation.confusion().falsePositives() + "wrongly rejected",
                        evaluation.confusion().falseNegatives() + "missed");
        assertThat(Page.elements(drawn.section("faces").getElementsByTagName("article")))
                .hasSize(6);
    }

    @Test
    void itStandsAloneAndEveryPictureInItCanBeSeen() throws IOException {
        assertThat(drawn.text.replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "<script", "@import", "url(");
        assertThat(drawn.all("img"))
                .isNotEmpty()
                .allSatisfy(img -> assertThat(img.getAttribute("alt")).isNotBlank());
        assertThat(drawn.all("article")).isNotEmpty();
        for (byte[] png : drawn.embedded("png")) {
            assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
        }
        assertThat(drawn.embedded("svg+xml")).hasSize(charts(2)).allSatisfy(svg -> {
            assertThat(Page.parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(new String(svg, StandardCharsets.UTF_8)
                            .replaceAll("http://www.w3.org/(2000/svg|1999/xlink)", ""))
                    .doesNotContain("http:", "https:");
        });
        assertThat(ids(drawn)).doesNotHaveDuplicates();
        assertThat(drawn.all("use"))
                .allSatisfy(use ->
                        assertThat(ids(drawn)).contains(use.getAttribute("href").substring(1)));
    }

    @Test
    void theSamePicturesGiveTheSameBytes(@TempDir Path dir) throws IOException {
        Path again = dir.resolve("again.html");
        write(again);

        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        String name = "normal/<script>alert('1')</script>\"&{{title}}\u0001\u202e.png";
        Seen seen = new Seen()
                .picture(name, false, Seen.inspection("<img src=x>", 5, AlignmentStatus.CONVERGED))
                .picture("anomalous/a.png", true, 9);

        Page page = seen.page(new UnreadablePicture(name, "not <b>a</b> picture"));

        assertThat(page.text).doesNotContain("<script", "<img src=x", "<b>a");
        assertThat(page.files("rejected"))
                .containsExactly("normal/<script>alert('1')</script>\"&{{title}}\uFFFD\u202e.png");
        assertThat(page.all("div", "notice"))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.getTextContent()).contains("<script>alert('1')", ": not <b>a</b> picture"));
    }

    @Test
    void eachPictureStandsInTheGalleryOfItsFateTheMostTellingFirst() {
        Page page = new Seen()
                .picture("normal/a.png", false, 0.5)
                .picture("normal/b.png", false, 1.9)
                .picture("normal/c.png", false, 2.5)
                .picture("normal/d.png", false, 3.5)
                .picture("anomalous/e.png", true, 0.7)
                .picture("anomalous/f.png", true, 0.3)
                .picture("anomalous/g.png", true, 4)
                .picture("anomalous/h.png", true, 8)
                .picture("anomalous/i.png", true, Seen.inspection("00", 1, AlignmentStatus.DIVERGED))
                .page();

        assertThat(page.files("missed")).containsExactly("anomalous/f.png", "anomalous/e.png");
        assertThat(page.files("rejected")).containsExactly("normal/d.png", "normal/c.png");
        assertThat(page.files("nearest")).containsExactly("normal/b.png", "normal/a.png");
        assertThat(page.files("worst")).containsExactly("anomalous/h.png", "anomalous/g.png", "anomalous/i.png");
        // What could not be aligned has no margin.
        assertThat(page.files("narrow")).containsExactly("anomalous/g.png", "anomalous/h.png");
    }

    @Test
    void aCardShowsTheRegionsBoxedAndSaysWhatWasFound() {
        Page page = new Seen().picture("normal/a.png", false, 3).page();

        Element card = Page.elements(page.section("rejected").getElementsByTagName("article"))
                .get(0);
        assertThat(card.getTextContent())
                .contains("wrongly rejected", "dark mark, 5 x 6 px", "score3.00", "p-value< 0.000001", "face00");
        assertThat(Page.elements(card.getElementsByTagName("rect")))
                .singleElement()
                .satisfies(box -> {
                    // The region is 5 x 6 at (3, 4); the box leaves a pixel around it.
                    assertThat(box.getAttribute("x")).isEqualTo("2");
                    assertThat(box.getAttribute("y")).isEqualTo("3");
                    assertThat(box.getAttribute("width")).isEqualTo("7");
                    assertThat(box.getAttribute("height")).isEqualTo("8");
                });
    }

    @Test
    void nothingIsLaidOverWhatCouldNotBeAligned() {
        Page page = new Seen()
                .picture("anomalous/a.png", true, Seen.inspection("00", 9, AlignmentStatus.LOW_TEXTURE))
                .page();

        Element card = Page.elements(page.section("worst").getElementsByTagName("article"))
                .get(0);
        assertThat(card.getElementsByTagName("image").getLength()).isEqualTo(1);
        assertThat(card.getElementsByTagName("use").getLength()).isZero();
        assertThat(card.getElementsByTagName("rect").getLength()).isZero();
    }

    @Test
    void galleriesAreBoundedAndSaySo() {
        Seen seen = new Seen();
        for (int i : IntStream.range(0, 300).toArray()) {
            seen.picture(String.format("normal/%03d.png", i), false, 3 + i / 1000.0);
        }
        Page page = seen.page();

        assertThat(page.files("rejected")).hasSize(36).startsWith("normal/299.png", "normal/298.png");
        assertThat(page.section("rejected").getTextContent())
                .contains("Wrongly rejected (300)", "The first 36 of 300 are shown.");
        assertThat(page.section("missed").getTextContent()).contains("No anomalous picture was missed.");
    }

    @Test
    void figuresThatAreUndefinedAreSaidToBeSo() {
        Page onlyGood = new Seen().picture("normal/a.png", false, 1).page();
        Page nothing = new Seen().page(new UnreadablePicture("normal/a.png", "empty"));

        assertThat(onlyGood.tile("Recall")).isEqualTo("undefined");
        assertThat(onlyGood.tile("AUROC")).isEqualTo("undefined");
        // The histogram can be drawn, the curve cannot.
        assertThat(onlyGood.embedded("svg+xml")).hasSize(charts(1));
        assertThat(nothing.tile("F1")).isEqualTo("undefined");
        assertThat(nothing.embedded("svg+xml")).isEmpty();
        assertThat(onlyGood.text + nothing.text).doesNotContain("NaN", "Infinity");
    }

    @Test
    void scoresOfAnySizeCanBeDrawn() {
        Page page = new Seen()
                .picture("normal/a.png", false, 0)
                .picture("normal/b.png", false, 1e-300)
                .picture("anomalous/c.png", true, Double.MAX_VALUE)
                .page();

        assertThat(page.embedded("svg+xml")).hasSize(charts(2));
        assertThat(page.text).doesNotContain("NaN", "Infinity");
    }

    @Test
    void withoutFontsItSaysWhyThereAreNoCharts() {
        assertThat(drawn.text.contains("This Java finds no fonts")).isNotEqualTo(ChartTheme.hasFonts());
    }

    /** Each chart stands in the page for light and for dark; on a machine without fonts there are none. */
    private static int charts(int count) {
        return ChartTheme.hasFonts() ? 2 * count : 0;
    }

    private static Evaluation write(Path file) throws IOException {
        EvaluationReport report = new EvaluationReport("judge", "the model");
        report.model(RenderedDice.inspector(), RenderedDice.inspector().info());
        Evaluation evaluation = Evaluator.evaluate(
                RenderedDice.inspector(), SamplePictures.judge(), PictureChange.NONE, report, ProgressListener.SILENT);
        report.write(evaluation, file);
        return evaluation;
    }

    private static List<String> ids(Page page) {
        return page.all("*").stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
