package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.Verdict;
import io.github.boofdice.evaluate.InspectorMethod;
import io.github.boofdice.evaluate.Judgement;
import io.github.boofdice.evaluate.LearnedMethod;
import io.github.boofdice.evaluate.Method;
import io.github.boofdice.evaluate.MethodComparison;
import io.github.boofdice.evaluate.MethodResult;
import io.github.boofdice.evaluate.PictureChange;
import io.github.boofdice.evaluate.ScoredPicture;
import io.github.boofdice.testdata.SamplePictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Three methods on the committed pictures: a model, one that accepts everything and one that rejects everything. */
class ComparisonReportTest {
    private static MethodComparison comparison;
    private static Page page;

    @BeforeAll
    static void compareOnce(@TempDir Path dir) throws IOException {
        List<Method> methods = List.of(
                new InspectorMethod("ours", RenderedDice.inspector()),
                new Constant("meek", Verdict.NORMAL),
                new Constant("harsh", Verdict.ANOMALOUS));
        ComparisonReport report =
                new ComparisonReport("<judge>", "all learned from somewhere", RenderedDice.inspector(), methods);
        comparison = MethodComparison.of(
                methods.stream().map(method -> new LearnedMethod(method, 2.5)).toList(),
                SamplePictures.judge(),
                PictureChange.NONE,
                report,
                ProgressListener.SILENT);
        Path file = dir.resolve("report.html");
        report.write(comparison, file);
        page = new Page(Files.readString(file));
    }

    @Test
    void figuresAndCountsAreThoseOfTheComparison() {
        MethodResult ours = comparison.methods().get(0);

        assertThat(page.tile("F1, ours"))
                .isEqualTo(Numbers.decimal(ours.figures().f1()) + " 95 %: "
                        + Numbers.decimals(ours.intervals().f1()));
        assertThat(page.all("table", "figures")).singleElement().satisfies(table -> {
            assertThat(Page.elements(table.getElementsByTagName("th")).stream().map(Element::getTextContent))
                    .startsWith("ours", "meek", "harsh")
                    .contains("AUROC", "Learning");
            assertThat(table.getTextContent()).contains("2.5 s", "undefined");
        });
        assertThat(page.all("td", "good"))
                .extracting(Element::getTextContent)
                .contains("36accepted", "0accepted", "36found", "0found");
    }

    @Test
    void eachDisagreementStandsInTheGalleryOfEachMethodThatIsWrong() {
        Predicate<ScoredPicture> bad = picture -> picture.truth() == Verdict.ANOMALOUS;

        for (int i = 0; i < comparison.methods().size(); i++) {
            MethodResult method = comparison.methods().get(i);
            shows("missed-" + i, "Missed by ", method, bad);
            shows("rejected-" + i, "Rejected by ", method, bad.negate());
        }
        assertThat(page.files("missed-1")).hasSize(24);
    }

    private static void shows(String section, String title, MethodResult method, Predicate<ScoredPicture> kind) {
        List<String> wrong = method.pictures().stream()
                .filter(kind)
                .filter(picture -> !picture.right())
                .map(ScoredPicture::file)
                .toList();
        assertThat(wrong).containsAll(page.files(section));
        assertThat(page.section(section).getTextContent()).contains(title + method.name() + " (" + wrong.size() + ")");
    }

    @Test
    void aCardSaysWhatEveryMethodSays() {
        Element card = Page.elements(page.section("missed-1").getElementsByTagName("article"))
                .get(0);

        assertThat(card.getTextContent())
                .contains("ours: anomalous", "face ", "meek: normal", "harsh: anomalous", "<i>");
        assertThat(Page.elements(card.getElementsByTagName("span")))
                .extracting(span -> span.getAttribute("class"))
                .containsExactly("badge good", "badge bad", "badge good");
    }

    @Test
    void itStandsAloneAndEveryPictureInItCanBeSeen() throws IOException {
        assertThat(page.text.replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "<script", "<judge>", "<i>");
        for (byte[] png : page.embedded("png")) {
            assertThat(ImageIO.read(new ByteArrayInputStream(png))).isNotNull();
        }
        // One chart for all curves, for light pages and for dark ones.
        assertThat(page.embedded("svg+xml")).hasSize(2);
        assertThat(page.all("img").stream().map(img -> img.getAttribute("alt")))
                .anySatisfy(alt -> assertThat(alt)
                        .startsWith("ROC curves of ours, with an area of")
                        .contains("of meek", "of harsh"));
    }

    /** Says the same of every picture. */
    private record Constant(String name, Verdict verdict) implements Method {
        @Override
        public Judgement judge(GrayF32 picture) {
            return new Judgement(verdict, 1);
        }

        @Override
        public String explain(GrayF32 picture) {
            return "because <i>so</i>";
        }

        @Override
        public boolean learnedFrom(FileFingerprint file) {
            return false;
        }
    }
}
