package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.boofdice.Pose;
import io.github.boofdice.Verdict;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.evaluate.Evaluation;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.UnreadablePicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCsvTest {
    private static final JudgedPicture GOOD = new JudgedPicture(
            "normal/05/a.png",
            Verdict.NORMAL,
            0,
            Verdict.NORMAL,
            0.25,
            0.5,
            "05",
            4,
            new Pose(1.5, -2, 0.125),
            AlignmentStatus.AMBIGUOUS);
    private static final JudgedPicture BAD = new JudgedPicture(
            "anomalous/b, \"c\".png",
            Verdict.ANOMALOUS,
            1,
            Verdict.ANOMALOUS,
            1234567.5,
            1e-7,
            "one\nface",
            0,
            new Pose(0, 0, Double.NaN),
            AlignmentStatus.DIVERGED);

    @Test
    void aLineAPictureSortedByFile() throws IOException {
        StringBuilder csv = new StringBuilder();
        PictureCsv.write(
                Evaluation.of(
                        List.of(GOOD, BAD),
                        List.of(new UnreadablePicture("normal/05/broken.png", "not a picture")),
                        List.of()),
                csv);

        assertThat(csv.toString()).isEqualTo("""
                        file,truth,verdict,score,pValue,face,x,y,theta,converged
                        "anomalous/b, ""c"".png",anomalous,anomalous,1234567.5,1.0E-7,"one
                        face",0.0,0.0,,false
                        normal/05/a.png,normal,normal,0.25,0.5,05,1.5,-2.0,0.125,true
                        """);
    }

    @Test
    void theLocaleDoesNotMatter(@TempDir Path dir) throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Path file = dir.resolve("pictures.csv");
            PictureCsv.write(Evaluation.of(List.of(GOOD), List.of(), List.of()), file);

            assertThat(Files.readAllLines(file).get(1))
                    .isEqualTo("normal/05/a.png,normal,normal,0.25,0.5,05,1.5,-2.0,0.125,true");
        } finally {
            Locale.setDefault(before);
        }
    }
}
