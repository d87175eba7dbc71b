package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.AlignmentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionReportTest {
    private final InspectionReport report = new InspectionReport(
            "the model", RenderedDice.inspector(), RenderedDice.inspector().info());

    @TempDir
    private Path dir;

    @Test
    void theAnomalousStandFirstAndAllAreCounted() throws IOException {
        inspect("a.png", 0.5);
        inspect("b.png", 3);
        inspect("c.png", 1.5);
        inspect("d.png", 7);
        report.inspected("e.png", Seen.plane(), Seen.inspection("00", 0.1, AlignmentStatus.LOW_TEXTURE));
        report.unreadable("<f>.png", "empty");

        Page page = page();

        assertThat(page.tile("Anomalous")).isEqualTo("3 of 5; 1 not aligned");
        assertThat(page.tile("Normal")).isEqualTo("2 of 5");
        assertThat(page.files("anomalous")).containsExactly("e.png", "d.png", "b.png");
        assertThat(page.files("normal")).containsExactly("c.png", "a.png");
        assertThat(page.text.indexOf("id=\"anomalous\"")).isLessThan(page.text.indexOf("id=\"normal\""));
        assertThat(page.all("div", "notice"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.getTextContent()).contains("<f>.png: empty"));
        assertThat(page.all("h1"))
                .singleElement()
                .satisfies(title -> assertThat(title.getTextContent()).isEqualTo("What was found in 5 pictures"));
    }

    @Test
    void aBoundedNumberOfPicturesIsKept() throws IOException {
        for (int i = 0; i < 400; i++) {
            inspect("%03d.png".formatted(i), i % 2 == 0 ? 3 + i : 1 + i / 1000.0);
        }
        Page page = page();

        assertThat(page.files("anomalous")).hasSize(150).startsWith("398.png");
        assertThat(page.files("normal")).hasSize(50).startsWith("399.png");
        assertThat(page.section("anomalous").getTextContent()).contains("The first 150 of 200 are shown.");
        assertThat(page.text).contains("At most 150 anomalous and 50 normal pictures");
    }

    @Test
    void aReportWithoutPicturesCanBeRead() throws IOException {
        assertThat(page().tile("Anomalous")).isEqualTo("0 of 0");
    }

    @Test
    void regionsAreToldInWords() throws IOException {
        inspect("a.png", 3);
        inspect("b.png", 0.5);

        assertThat(page().all("p", "mark"))
                .singleElement()
                .satisfies(mark -> assertThat(mark.getTextContent())
                        .isEqualTo("dark, 5 x 6 px about 5.0, 6.5; area 20 px, 40 grey levels, 8.0 times the limit,"
                                + " 100 % of the evidence"));
    }

    private void inspect(String file, double score) {
        report.inspected(file, Seen.plane(), Seen.inspection("00", score, AlignmentStatus.CONVERGED));
    }

    private Page page() throws IOException {
        Path file = dir.resolve("report.html");
        report.write(file);
        return new Page(Files.readString(file));
    }
}
