package io.github.boofdice.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.Inspection;
import io.github.boofdice.Inspector;
import io.github.boofdice.LearningException;
import io.github.boofdice.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossFitTest {
    private static final Learner BY_BRIGHTNESS = (pictures, progress) -> SmallCapture.byBrightness(Set.of());

    @Property(seed = "1021")
    void blockOfAPositionIsTheOneWhoseBoundsHoldIt(
            @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @IntRange(min = 2, max = 20) int k) {
        for (int fold = 0; fold < k; fold++) {
            for (int position = fold * n / k; position < (fold + 1) * n / k; position++) {
                assertThat(CrossFit.foldOf(position, n, k)).isEqualTo(fold);
            }
        }
        assertThat(CrossFit.foldOf(n - 1, n, k)).isEqualTo(k - 1);
    }

    @Test
    void eachPictureIsJudgedOnceByAModelThatDidNotSeeIt(@TempDir Path dir) throws IOException {
        // Levels are names: 1..7 in folder 00, 11..15 in folder 01, 101..106 anomalous.
        for (int i = 1; i <= 7; i++) {
            SmallCapture.picture(dir, "normal/00/" + i + ".png", i);
        }
        for (int i = 11; i <= 15; i++) {
            SmallCapture.picture(dir, "normal/01/" + i + ".png", i);
        }
        for (int i = 101; i <= 106; i++) {
            SmallCapture.picture(dir, "anomalous/" + i + ".png", i);
        }
        List<List<Integer>> learned = new ArrayList<>();
        List<List<Integer>> judged = new ArrayList<>();
        Learner learner = (pictures, progress) -> {
            learned.add(pictures.stream()
                    .map(picture -> SmallCapture.level(picture.picture()))
                    .toList());
            List<Integer> seen = new ArrayList<>();
            judged.add(seen);
            return spying(seen);
        };

        Evaluation evaluation = CrossFit.evaluate(dir, 3, learner, PictureChange.NONE, ProgressListener.SILENT);

        assertThat(judged)
                .containsExactly(
                        List.of(1, 2, 11, 101, 102),
                        List.of(3, 4, 12, 13, 103, 104),
                        List.of(5, 6, 7, 14, 15, 105, 106));
        assertThat(learned)
                .containsExactly(
                        List.of(3, 4, 5, 6, 7, 12, 13, 14, 15),
                        List.of(1, 2, 5, 6, 7, 11, 14, 15),
                        List.of(1, 2, 3, 4, 11, 12, 13));
        assertThat(evaluation.confusion()).isEqualTo(new Confusion(6, 0, 12, 0));
        assertThat(evaluation.pictures()).extracting(JudgedPicture::file).doesNotHaveDuplicates();
    }

    @Test
    void theObserverSeesEachPictureOnceAndAsItWasJudged(@TempDir Path dir) throws IOException {
        for (int i = 0; i < 4; i++) {
            SmallCapture.picture(dir, "normal/00/" + i + ".png", 10 + i);
        }
        SmallCapture.picture(dir, "anomalous/x.png", 200);
        PictureChange brighter = (file, picture) -> {
            GrayF32 changed = picture.clone();
            changed.set(0, 0, 90);
            return changed;
        };
        List<String> seen = new ArrayList<>();

        CrossFit.evaluate(
                dir,
                2,
                (pictures, progress) -> SmallCapture.byBrightness(Set.of()),
                brighter,
                (picture, judged, found) -> seen.add(picture.file() + " " + judged.get(0, 0) + " " + found.score()),
                ProgressListener.SILENT);

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "normal/00/0.png 90.0 0.9",
                        "normal/00/1.png 90.0 0.9",
                        "normal/00/2.png 90.0 0.9",
                        "normal/00/3.png 90.0 0.9",
                        "anomalous/x.png 90.0 2.0");
    }

    @Test
    void learnersSeeFoldersWithoutTheLeadingNormal(@TempDir Path dir) throws IOException {
        for (int i = 0; i < 2; i++) {
            SmallCapture.picture(dir, "normal/00/" + i + ".png", 10 + i);
            SmallCapture.picture(dir, "normal/six/up/" + i + ".png", 20 + i);
            SmallCapture.picture(dir, "anomalous/" + i + ".png", 200 + i);
        }
        List<String> folders = new ArrayList<>();
        Learner learner = (pictures, progress) -> {
            pictures.stream().map(GoodPicture::folder).forEach(folders::add);
            return SmallCapture.byBrightness(Set.of());
        };

        CrossFit.evaluate(dir, 2, learner, PictureChange.NONE, ProgressListener.SILENT);

        assertThat(folders).containsExactly("00", "six/up", "00", "six/up");
    }

    @Test
    void onlyTheJudgedPicturesAreChanged(@TempDir Path dir) throws IOException {
        for (int i = 0; i < 4; i++) {
            SmallCapture.picture(dir, "normal/00/" + i + ".png", 10 + i);
        }
        List<Integer> learned = new ArrayList<>();
        Learner learner = (pictures, progress) -> {
            pictures.forEach(picture -> learned.add(SmallCapture.level(picture.picture())));
            return SmallCapture.byBrightness(Set.of());
        };
        PictureChange brighter = (file, picture) -> {
            GrayF32 changed = new GrayF32(picture.width, picture.height);
            changed.set(0, 0, 240);
            return changed;
        };

        Evaluation evaluation = CrossFit.evaluate(dir, 2, learner, brighter, ProgressListener.SILENT);

        assertThat(evaluation.confusion()).isEqualTo(new Confusion(0, 4, 0, 0));
        assertThat(learned).containsExactly(12, 13, 10, 11);
    }

    @Test
    void copiesInAnotherFoldAreReported(@TempDir Path dir) throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 10);
        SmallCapture.picture(dir, "normal/00/b.png", 11);
        SmallCapture.picture(dir, "normal/00/c.png", 10);
        SmallCapture.picture(dir, "normal/00/d.png", 12);
        SmallCapture.picture(dir, "anomalous/e.png", 200);

        Evaluation evaluation = CrossFit.evaluate(dir, 2, BY_BRIGHTNESS, PictureChange.NONE, ProgressListener.SILENT);

        assertThat(evaluation.warnings()).hasSize(2);
        assertThat(evaluation.warnings().get(0))
                .startsWith("2 pictures tested here also stood")
                .endsWith("normal/00/a.png, normal/00/c.png");
        assertThat(evaluation.warnings().get(1)).contains("normal/00/a.png = normal/00/c.png");
    }

    @Test
    void moreFoldsThanPicturesLeaveSomeFoldsOut(@TempDir Path dir) throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 10);
        SmallCapture.picture(dir, "normal/00/b.png", 11);
        List<Integer> sizes = new ArrayList<>();

        CrossFit.evaluate(
                dir,
                10,
                (pictures, progress) -> {
                    sizes.add(pictures.size());
                    return SmallCapture.byBrightness(Set.of());
                },
                PictureChange.NONE,
                ProgressListener.SILENT);

        assertThat(sizes).containsExactly(1, 1);
    }

    @Test
    void whatCannotBeCrossFittedIsNamed(@TempDir Path dir) throws IOException {
        assertThatThrownBy(() -> CrossFit.evaluate(dir, 1, BY_BRIGHTNESS, PictureChange.NONE, ProgressListener.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("k must be at least 2 folds but is 1");
        SmallCapture.picture(dir, "anomalous/a.png", 200);
        Files.createDirectories(dir.resolve("normal/00"));
        Files.writeString(dir.resolve("normal/00/text.jpg"), "text");
        assertThatThrownBy(() -> CrossFit.evaluate(dir, 2, BY_BRIGHTNESS, PictureChange.NONE, ProgressListener.SILENT))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(dir + ": holds no readable pictures below normal/ to learn from");
        SmallCapture.picture(dir, "normal/00/a.png", 10);
        assertThatThrownBy(() -> CrossFit.evaluate(dir, 2, BY_BRIGHTNESS, PictureChange.NONE, ProgressListener.SILENT))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("00: holds a single picture");
    }

    @Test
    void whatTheLearnerComplainsOfReachesTheCaller(@TempDir Path dir) throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 10);
        SmallCapture.picture(dir, "normal/00/b.png", 10);

        assertThatThrownBy(() -> CrossFit.evaluate(
                        dir,
                        2,
                        (pictures, progress) -> {
                            throw new LearningException("too few");
                        },
                        PictureChange.NONE,
                        ProgressListener.SILENT))
                .isInstanceOf(LearningException.class)
                .hasMessage("too few");
    }

    private static Inspector spying(List<Integer> seen) {
        Inspector inspector = SmallCapture.byBrightness(Set.of());
        return new Inspector() {
            @Override
            public Inspection inspect(GrayF32 picture) {
                seen.add(SmallCapture.level(picture));
                return inspector.inspect(picture);
            }
        };
    }
}
