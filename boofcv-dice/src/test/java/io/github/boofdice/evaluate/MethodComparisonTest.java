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

class MethodComparisonTest {
    private static final Inspector BY_BRIGHTNESS = SmallCapture.byBrightness(Set.of());

    private final List<String> seen = new ArrayList<>();

    @TempDir
    private Path dir;

    @Test
    void aMethodIsWorthWhatTheEvaluatorSays() throws IOException {
        smallCapture();

        MethodComparison comparison = compare(brightness("a"), above(70));
        Evaluation evaluation = Evaluator.evaluate(BY_BRIGHTNESS, dir, ProgressListener.SILENT);

        MethodResult result = comparison.methods().get(0);
        assertThat(result.confusion()).isEqualTo(evaluation.confusion());
        assertThat(result.figures()).isEqualTo(evaluation.figures());
        assertThat(result.intervals()).isEqualTo(evaluation.intervals());
        assertThat(comparison.unreadable()).isEqualTo(evaluation.unreadable());
        assertThat(comparison.warnings()).isEqualTo(evaluation.warnings());
        assertThat(result.pictures()).hasSameSizeAs(evaluation.pictures());
        for (int i = 0; i < result.pictures().size(); i++) {
            JudgedPicture judged = evaluation.pictures().get(i);
            assertThat(result.pictures().get(i))
                    .isEqualTo(new MethodResult.Picture(
                            judged.file(), judged.truth(), judged.run(), judged.verdict(), judged.score()));
        }
    }

    @Test
    void equalMethodsNeverDisagree() throws IOException {
        smallCapture();

        MethodComparison comparison = compare(brightness("a"), brightness("b"));

        assertThat(comparison.disagreements()).isEmpty();
        assertThat(comparison.pairs()).containsExactly(new MethodPair("a", "b", 0, 0, 0, 0, 1));
        assertThat(comparison.methods().get(1).figures())
                .isEqualTo(comparison.methods().get(0).figures());
    }

    @Test
    void disagreementsAreNamedWithWhatEachMethodSays() throws IOException {
        smallCapture();

        MethodComparison comparison = compare(brightness("a"), above(70), above(150));

        // Levels: normal 50 and 120, anomalous 90 and 200; brightness calls anomalous what lies above 100.
        assertThat(comparison.disagreements())
                .containsExactly(
                        new Disagreement(
                                "anomalous/d.png",
                                Verdict.ANOMALOUS,
                                List.of(
                                        new Judgement(Verdict.NORMAL, 0.9),
                                        new Judgement(Verdict.ANOMALOUS, 90),
                                        new Judgement(Verdict.NORMAL, 90))),
                        new Disagreement(
                                "normal/01/b.png",
                                Verdict.NORMAL,
                                List.of(
                                        new Judgement(Verdict.ANOMALOUS, 1.2),
                                        new Judgement(Verdict.ANOMALOUS, 120),
                                        new Judgement(Verdict.NORMAL, 120))));
        assertThat(seen)
                .containsExactly(
                        "normal/01/b.png of level 120 called [ANOMALOUS, ANOMALOUS, NORMAL]",
                        "anomalous/d.png of level 90 called [NORMAL, ANOMALOUS, NORMAL]");
        assertThat(comparison.pairs())
                .containsExactly(
                        new MethodPair("a", "above 70", 0, 1, 0, 1, 1),
                        new MethodPair("a", "above 150", 0, 1, 0, 1, 1),
                        new MethodPair("above 70", "above 150", 1, 1, 1, 1, 1));
    }

    @Test
    void whatOneMethodCannotJudgeCountsForNone() throws IOException {
        smallCapture();
        Files.writeString(dir.resolve("normal/00/text.png"), "not a picture");
        Method refuses = new LevelMethod("refuses", 100) {
            @Override
            public Judgement judge(GrayF32 picture) {
                if (SmallCapture.level(picture) == 120) {
                    throw new IllegalArgumentException("a level of 120 is too much");
                }
                return super.judge(picture);
            }
        };

        MethodComparison comparison = compare(brightness("a"), refuses);

        assertThat(comparison.methods()).extracting(MethodResult::confusion).containsOnly(new Confusion(1, 0, 1, 1));
        assertThat(comparison.unreadable())
                .extracting(UnreadablePicture::file)
                .containsExactly("normal/00/text.png", "normal/01/b.png");
        assertThat(comparison.unreadable().get(1).reason())
                .isEqualTo("cannot be judged by refuses: a level of 120 is too much");
    }

    @Test
    void testingOnWhatAnyMethodLearnedFromGivesAWarning() throws IOException {
        smallCapture();
        FileFingerprint learned = FileFingerprint.of(dir.resolve("normal/01/b.png"));
        Method knows = new InspectorMethod("knows", SmallCapture.byBrightness(Set.of(learned)));

        assertThat(compare(brightness("a"), knows).warnings())
                .singleElement()
                .asString()
                .startsWith("1 picture tested here also stood")
                .endsWith("normal/01/b.png");
    }

    @Test
    void whatNeedsAMissingClassIsUndefinedAndSaidOnce() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);

        MethodComparison comparison = compare(brightness("a"), above(70));

        assertThat(comparison.methods().get(0).figures().auroc()).isNaN();
        assertThat(comparison.warnings()).singleElement().asString().contains("no picture below anomalous/ was judged");
    }

    @Test
    void everyMethodJudgesTheChangedPictureAndRunsAreFoundBefore() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        SmallCapture.picture(dir, "normal/00/b.png", 52);
        PictureChange black = (file, picture) -> new GrayF32(picture.width, picture.height);

        MethodComparison comparison = MethodComparison.of(
                List.of(new LearnedMethod(brightness("a"), 3), new LearnedMethod(above(70), 4)),
                dir,
                black,
                DisagreementObserver.NONE,
                ProgressListener.SILENT);

        assertThat(comparison.methods())
                .allSatisfy(result -> assertThat(result.pictures()).hasSize(2).allSatisfy(picture -> {
                    assertThat(picture.score()).isZero();
                    assertThat(picture.run()).isZero();
                }));
        assertThat(comparison.methods())
                .extracting(MethodResult::learningSeconds)
                .containsExactly(3.0, 4.0);
    }

    @Test
    void timesAndProgressCountEveryPicture() throws IOException {
        smallCapture();
        List<String> heard = new ArrayList<>();

        MethodComparison comparison = MethodComparison.of(
                List.of(new LearnedMethod(brightness("a"), 0)),
                dir,
                PictureChange.NONE,
                DisagreementObserver.NONE,
                (stage, done, total) -> heard.add(stage + " " + done + " of " + total));

        assertThat(heard).containsExactly("judging 1 of 4", "judging 2 of 4", "judging 3 of 4", "judging 4 of 4");
        assertThat(comparison.methods().get(0).time().median()).isPositive();
        assertThat(comparison.methods().get(0).time().mean()).isPositive();
    }

    @Test
    void timesAreMillisecondsMiddleAndMean() {
        assertThat(JudgingTime.of(new long[] {9_000_000, 1_000_000, 2_000_000})).isEqualTo(new JudgingTime(2, 4));
        assertThat(JudgingTime.of(new long[] {3_000_000, 1_000_000})).isEqualTo(new JudgingTime(2, 2));
        assertThat(JudgingTime.of(new long[0])).isEqualTo(new JudgingTime(Double.NaN, Double.NaN));
    }

    @Test
    void methodsNeedNamesOfTheirOwn() {
        assertThatThrownBy(() -> compare())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learned is empty; at least 1 method is needed");
        assertThatThrownBy(() -> compare(brightness("a"), brightness("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two methods are named a");
        assertThatThrownBy(() -> new Judgement(Verdict.NORMAL, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score must be a number but is NaN");
    }

    private void smallCapture() throws IOException {
        SmallCapture.picture(dir, "normal/00/a.png", 50);
        SmallCapture.picture(dir, "normal/01/b.png", 120);
        SmallCapture.picture(dir, "anomalous/c.png", 200);
        SmallCapture.picture(dir, "anomalous/d.png", 90);
    }

    private MethodComparison compare(Method... methods) throws IOException {
        return MethodComparison.of(
                List.of(methods).stream().map(m -> new LearnedMethod(m, 0)).toList(),
                dir,
                PictureChange.NONE,
                (picture, judged, judgements) ->
                        seen.add(picture.file() + " of level " + SmallCapture.level(judged) + " called "
                                + judgements.stream().map(Judgement::verdict).toList()),
                ProgressListener.SILENT);
    }

    private static Method brightness(String name) {
        return new InspectorMethod(name, BY_BRIGHTNESS);
    }

    private static Method above(int level) {
        return new LevelMethod("above " + level, level);
    }

    /** Calls anomalous what is brighter than a level. */
    private static class LevelMethod implements Method {
        private final String name;
        private final int level;

        LevelMethod(String name, int level) {
            this.name = name;
            this.level = level;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Judgement judge(GrayF32 picture) {
            int found = SmallCapture.level(picture);
            return new Judgement(found > level ? Verdict.ANOMALOUS : Verdict.NORMAL, found);
        }

        @Override
        public String explain(GrayF32 picture) {
            return "level " + SmallCapture.level(picture);
        }

        @Override
        public boolean learnedFrom(FileFingerprint file) {
            return false;
        }
    }
}
