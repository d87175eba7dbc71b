package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.FileFingerprint;
import io.github.boofdice.Inspector;
import io.github.boofdice.ProgressListener;
import io.github.boofdice.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
    private static final Inspector BY_BRIGHTNESS = SmallCapture.byBrightness(Set.of());

    @TempDir
    private Path dir;

    @Test
    void everyPictureIsJudgedAndItsFolderIsTheTruth() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        SmallCapture.picture(dir, "normal/01/deep/b.PNG", 120);
        SmallCapture.picture(dir, "anomalous/c.png", 200);
        SmallCapture.picture(dir, "anomalous/d.png", 90);
        SmallCapture.picture(dir, "elsewhere/e.png", 90);

        Evaluation evaluation = Evaluator.evaluate(BY_BRIGHTNESS, dir, ProgressListener.SILENT);

        assertThat(evaluation.pictures())
                .extracting(JudgedPicture::file)
                .containsExactly("anomalous/c.png", "anomalous/d.png", "normal/00/a.png", "normal/01/deep/b.PNG");
        assertThat(evaluation.confusion()).isEqualTo(new Confusion(1, 1, 1, 1));
        // Anomalous 2.0 and 0.9, normal 0.5 and 1.2: three of four pairs stand in the right order.
        assertThat(evaluation.figures().auroc()).isEqualTo(0.75);
        assertThat(evaluation.warnings()).isEmpty();
        assertThat(evaluation.unreadable()).isEmpty();
    }

    @Test
    void aBadFileIsNotedAndTheRestGoOn() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        Files.writeString(dir.resolve("normal/00/b.jpg"), "not a picture");
        SmallCapture.picture(dir, "normal/00/c.png", 60);
        SmallCapture.picture(dir, "anomalous/d.png", 200);

        Evaluation evaluation = Evaluator.evaluate(BY_BRIGHTNESS, dir, ProgressListener.SILENT);

        assertThat(evaluation.unreadable()).singleElement().satisfies(file -> {
            assertThat(file.file()).isEqualTo("normal/00/b.jpg");
            assertThat(file.reason()).contains("not a picture").doesNotContain("b.jpg");
        });
        assertThat(evaluation.confusion()).isEqualTo(new Confusion(1, 0, 2, 0));
    }

    @Test
    void whatNeedsAMissingClassIsUndefinedAndSaidSo() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        Files.createDirectories(dir.resolve("anomalous"));

        Evaluation normalOnly = Evaluator.evaluate(BY_BRIGHTNESS, dir, ProgressListener.SILENT);

        assertThat(normalOnly.figures().auroc()).isNaN();
        assertThat(normalOnly.figures().recall()).isNaN();
        assertThat(normalOnly.figures().falseRejectRate()).isZero();
        assertThat(normalOnly.warnings()).singleElement().asString().contains("no picture below anomalous/ was judged");
    }

    @Test
    void aFolderThatCannotBeEvaluatedIsNamed() throws IOException {
        SmallCapture.picture(dir, "other/a.png", 50);

        assertThatThrownBy(() -> Evaluator.evaluate(BY_BRIGHTNESS, dir, ProgressListener.SILENT))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(dir + ": holds no pictures below normal/ or anomalous/");
        assertThatThrownBy(() -> Evaluator.evaluate(BY_BRIGHTNESS, dir.resolve("nowhere"), ProgressListener.SILENT))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith("nowhere: no such folder");
        assertThatThrownBy(() -> Evaluator.evaluate(BY_BRIGHTNESS, dir.resolve("other/a.png"), ProgressListener.SILENT))
                .isInstanceOf(EvaluationException.class)
                .hasMessageEndingWith("a.png: not a folder");
    }

    @Test
    void testingOnWhatWasLearnedGivesAWarning() throws IOException {
        Path learned = SmallCapture.picture(dir, "normal/00/a.png", 50);
        SmallCapture.picture(dir, "normal/00/b.png", 60);
        SmallCapture.picture(dir, "anomalous/c.png", 200);

        Evaluation evaluation = Evaluator.evaluate(
                SmallCapture.byBrightness(Set.of(FileFingerprint.of(learned))), dir, ProgressListener.SILENT);

        assertThat(evaluation.warnings())
                .singleElement()
                .asString()
                .startsWith("1 picture tested here also stood")
                .endsWith("normal/00/a.png");
    }

    @Test
    void theChangedPictureIsJudgedButRunsAreFoundBeforeTheChange() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        SmallCapture.picture(dir, "normal/00/b.png", 52);
        SmallCapture.picture(dir, "anomalous/c.png", 200);
        PictureChange change = (file, picture) -> {
            GrayF32 changed = new GrayF32(picture.width, picture.height);
            if (file.equals("normal/00/b.png")) {
                changed.set(3, 30, 140);
            } else {
                changed.set(30, 3, 90);
            }
            return changed;
        };

        Evaluation evaluation = Evaluator.evaluate(BY_BRIGHTNESS, dir, change, ProgressListener.SILENT);

        assertThat(evaluation.confusion()).isEqualTo(new Confusion(0, 1, 1, 1));
        assertThat(evaluation.runs(Verdict.NORMAL)).isEqualTo(1);
        assertThat(evaluation.runs(Verdict.ANOMALOUS)).isEqualTo(1);
    }

    @Test
    void progressCountsEveryFile() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        SmallCapture.picture(dir, "anomalous/c.png", 200);
        List<String> heard = new ArrayList<>();

        Evaluator.evaluate(BY_BRIGHTNESS, dir, (stage, done, total) -> heard.add(stage + " " + done + " of " + total));

        assertThat(heard).containsExactly("judging 1 of 2", "judging 2 of 2");
    }

    @Test
    void theObserverSeesEachPictureAsItWasJudged() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        Files.writeString(dir.resolve("normal/00/b.jpg"), "not a picture");
        SmallCapture.picture(dir, "anomalous/c.png", 60);
        PictureChange brighter = (file, picture) -> {
            GrayF32 changed = picture.clone();
            changed.set(0, 0, 90);
            return changed;
        };
        List<String> seen = new ArrayList<>();

        Evaluator.evaluate(
                BY_BRIGHTNESS,
                dir,
                brighter,
                (picture, judged, found) ->
                        seen.add(picture.file() + " " + picture.truth() + " " + judged.get(0, 0) + " " + found.score()),
                ProgressListener.SILENT);

        assertThat(seen).containsExactly("normal/00/a.png NORMAL 90.0 0.9", "anomalous/c.png ANOMALOUS 90.0 0.9");
    }
}
