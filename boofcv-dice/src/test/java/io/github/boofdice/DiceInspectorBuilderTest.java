package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to bad input, and what is heard while learning. */
class DiceInspectorBuilderTest {
    private static void assertRefused(Path dir, String message) {
        assertThatThrownBy(() -> DiceInspector.builder().learn(dir))
                .isInstanceOf(LearningException.class)
                .hasMessage(message);
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path dir) throws IOException {
        assertRefused(dir.resolve("none"), dir.resolve("none") + ": no such folder");
        Path file = Files.writeString(dir.resolve("file"), "");
        assertRefused(file, file + ": no such folder");
    }

    @Test
    void aFolderWithoutPicturesIsNamed(@TempDir Path dir) throws IOException {
        Files.createDirectories(dir.resolve("one"));
        Files.writeString(dir.resolve("one/readme.txt"), "no picture");

        assertRefused(dir, dir + ": holds no pictures");
    }

    @Test
    void aSinglePictureIsTooFew(@TempDir Path dir) throws IOException {
        SmallModel.write(dir, 1);
        Files.delete(dir.resolve("four/0.png"));

        assertRefused(
                dir,
                dir + ": holds 1 readable picture(s) but learning needs at least 2, one to learn from and one to"
                        + " calibrate with");
        assertThatThrownBy(() -> DiceInspector.builder().learn(List.of())).isInstanceOf(LearningException.class);
    }

    @Test
    void onlyTextNamedAsPicturesIsTooFew(@TempDir Path dir) throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.writeString(dir.resolve(i + ".jpg"), "text");
        }

        assertThatThrownBy(() -> DiceInspector.builder().learn(dir))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("holds 0 readable picture(s)");
    }

    @Test
    void aTextFileNamedAsAPictureIsLeftOutAndNamed(@TempDir Path dir) throws IOException {
        SmallModel.write(dir, 3);
        Files.writeString(dir.resolve("six/text.jpg"), "text");

        ModelInfo info = DiceInspector.builder().learn(dir).info();

        assertThat(info.excluded()).hasSize(1);
        assertThat(info.excluded().get(0).file()).isEqualTo("six/text.jpg");
        assertThat(info.excluded().get(0).reason()).isNotBlank();
        assertThat(info.pictures()).isEqualTo(6);
        assertThat(info.faces()).extracting(FaceInfo::name).containsExactly("four", "six");
    }

    @Test
    void filesAreKnownAgainButPicturesInMemoryAreNot(@TempDir Path dir) throws IOException {
        SmallModel.write(dir, 2);
        DiceInspector inspector = DiceInspector.builder().learn(dir);

        assertThat(inspector.learnedFrom(FileFingerprint.of(dir.resolve("six/1.png"))))
                .isTrue();
        assertThat(inspector.learnedFrom(new FileFingerprint(1))).isFalse();
        assertThat(SmallModel.INSPECTOR.learnedFrom(FileFingerprint.of(dir.resolve("six/1.png"))))
                .isFalse();
    }

    @Test
    void aFolderNormalIsLearnedFromAndItsNeighboursAreNot(@TempDir Path dir) throws IOException {
        SmallModel.write(dir.resolve("normal"), 2);
        SmallModel.write(dir.resolve("anomalous"), 2);

        ModelInfo info = DiceInspector.builder().learn(dir).info();

        assertThat(info.pictures()).isEqualTo(4);
        assertThat(info.faces()).extracting(FaceInfo::name).containsExactly("four", "six");
    }

    @Test
    void picturesDirectlyInTheFolderAreAFaceOfItsName(@TempDir Path dir) throws IOException {
        SmallModel.write(dir, 2);

        ModelInfo info = DiceInspector.builder().learn(dir.resolve("six")).info();

        assertThat(info.faces()).extracting(FaceInfo::name).containsExactly("six");
    }

    @Test
    void foldersInFoldersAreNamedWithASlash(@TempDir Path dir) throws IOException {
        SmallModel.write(dir.resolve("belt/left"), 2);

        assertThat(DiceInspector.builder().learn(dir).info().faces())
                .extracting(FaceInfo::name)
                .containsExactly("belt/left/four", "belt/left/six");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 2, Double.NaN})
    void ratesOutsideZeroToOneAreRefused(double rate) {
        assertThatThrownBy(() -> DiceInspector.builder().falseRejectRate(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("false-reject rate must lie between 0 and 1 but is " + rate);
    }

    @Test
    void aRateThatThePicturesCannotVouchForIsRefusedInOneClearLine() throws IOException {
        List<GoodPicture> pictures = SmallModel.pictures(2);

        assertThatThrownBy(() -> DiceInspector.builder().falseRejectRate(0.19).learn(pictures))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("4 good pictures cannot vouch for a false-reject rate of 0.19 (at least 1/5)")
                .hasMessageNotContaining("\n");
        assertThat(DiceInspector.builder()
                        .falseRejectRate(0.2)
                        .learn(pictures)
                        .info()
                        .falseRejectRate())
                .isEqualTo(0.2);
    }

    @Test
    void extrapolationNeedsEnoughScoresForATailAndIsSaidSo() throws IOException {
        assertThatThrownBy(() -> DiceInspector.builder()
                        .falseRejectRate(0.01)
                        .allowExtrapolation(true)
                        .learn(SmallModel.pictures(2)))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("a tail needs more than 10");

        ModelInfo info = DiceInspector.builder()
                .falseRejectRate(0.01)
                .allowExtrapolation(true)
                .learn(SmallModel.pictures(8))
                .info();
        assertThat(info.falseRejectRate()).isEqualTo(0.01);
        assertThat(info.thresholdSource()).startsWith("extrapolated");
    }

    @Test
    void withoutAStatedRateThePicturesDecide() {
        assertThat(SmallModel.INSPECTOR.info().falseRejectRate()).isEqualTo(1.0 / 9);
    }

    private record Heard(String stage, int done, int total) {}

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void progressOfEveryStageRisesToItsEnd(boolean labelled, @TempDir Path dir) throws IOException {
        SmallModel.write(dir, 3);
        List<Heard> heard = new ArrayList<>();
        Thread learning = Thread.currentThread();

        DiceInspector.builder()
                .unlabelled(!labelled)
                .progress((stage, done, total) -> {
                    assertThat(Thread.currentThread()).isSameAs(learning);
                    heard.add(new Heard(stage, done, total));
                })
                .learn(dir);

        assertThat(heard).extracting(Heard::stage).contains("reading pictures", "building templates");
        for (int i = 0; i < heard.size(); i++) {
            Heard now = heard.get(i);
            assertThat(now.stage()).isNotBlank();
            assertThat(now.done()).isBetween(0, now.total());
            boolean last = i + 1 == heard.size() || !heard.get(i + 1).stage().equals(now.stage());
            if (last) {
                assertThat(now.done()).as("%s", now).isEqualTo(now.total());
            } else {
                assertThat(heard.get(i + 1).total()).isEqualTo(now.total());
                assertThat(heard.get(i + 1).done()).isGreaterThanOrEqualTo(now.done());
            }
        }
    }

    @Test
    void twoRunsLearnIdenticalBytes(@TempDir Path dir) throws IOException {
        SmallModel.write(dir.resolve("good"), 3);

        DiceInspector.builder().learn(dir.resolve("good")).save(dir.resolve("a"));
        DiceInspector.builder().learn(dir.resolve("good")).save(dir.resolve("b"));

        assertThat(Files.readAllBytes(dir.resolve("a"))).isEqualTo(Files.readAllBytes(dir.resolve("b")));
    }

    @Test
    void thePicturesGivenAreNotModified() throws IOException {
        List<GoodPicture> pictures = SmallModel.pictures(2);
        List<float[]> before =
                pictures.stream().map(p -> p.picture().data.clone()).toList();

        DiceInspector.builder().learn(pictures);

        for (int i = 0; i < before.size(); i++) {
            assertThat(pictures.get(i).picture().data).isEqualTo(before.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void picturesThatShowNothingAreRefusedInOneClearLine(boolean labelled) {
        List<GoodPicture> black = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            black.add(new GoodPicture("p" + i, "a", new GrayF32(48, 48)));
        }

        assertThatThrownBy(() -> DiceInspector.builder().unlabelled(!labelled).learn(black))
                .isInstanceOf(LearningException.class)
                .hasMessageStartingWith("the list of good pictures: ")
                .hasMessageContaining("5 pictures")
                .hasMessageNotContaining("\n");
    }

    @Test
    void picturesOfAWrongSizeOrLevelAreNamed() {
        GrayF32 level = SmallModel.picture(9, Face.SIX).clone();
        level.set(3, 4, Float.NaN);
        for (GrayF32 wrong : List.of(new GrayF32(10, 10), new GrayF32(4097, 40), level)) {
            List<GoodPicture> pictures = new ArrayList<>(SmallModel.pictures(2));
            pictures.add(new GoodPicture("the wrong one", "six", wrong));

            assertThatThrownBy(() -> DiceInspector.builder().learn(pictures))
                    .isInstanceOf(LearningException.class)
                    .hasMessageStartingWith("the wrong one: ");
        }
    }

    @Test
    void aFacesFirstFolderMayLoseAllItsPictures() throws IOException {
        Scene scene = RenderedDice.clean(Face.SIX).withGrain(1);
        List<GoodPicture> pictures = new ArrayList<>();
        pictures.add(new GoodPicture(
                "blotted",
                "a",
                RenderedDice.plane(
                        DiceRenderer.render(scene, new Blot(25, -20, 9, -20, 1)).picture())));
        for (int i = 0; i < 25; i++) {
            DiePose pose = new DiePose(0.1 * (i % 5), 0.1 * (i % 3), 0.01 * i);
            pictures.add(new GoodPicture(
                    "good" + i, "b", RenderedDice.draw(scene.withSeed(i + 1).withPose(pose))));
        }

        ModelInfo info = DiceInspector.builder().learn(pictures).info();

        assertThat(info.excluded()).extracting(ExcludedPicture::file).contains("blotted");
        assertThat(info.faces()).hasSize(1);
    }

    @Test
    void whatWasLeftOutWasNotLearnedFrom(@TempDir Path dir) throws IOException {
        SmallModel.write(dir, 3);
        Files.copy(dir.resolve("six/0.png"), dir.resolve("four/stray.png"));
        Files.delete(dir.resolve("six/0.png"));

        DiceInspector inspector = DiceInspector.builder().learn(dir);

        assertThat(inspector.info().excluded())
                .containsExactly(new ExcludedPicture("four/stray.png", "shows face six, not four", true));
        assertThat(inspector.learnedFrom(FileFingerprint.of(dir.resolve("four/stray.png"))))
                .isFalse();
        assertThat(inspector.learnedFrom(FileFingerprint.of(dir.resolve("four/0.png"))))
                .isTrue();
    }

    @Test
    void picturesOfSeveralSizesMeetInTheirMedianFrame() throws IOException {
        List<GoodPicture> pictures = new ArrayList<>();
        for (int side : new int[] {40, 48, 48, 90, 60}) {
            pictures.add(new GoodPicture(
                    "p" + side, "six", RenderedDice.plane(DiceRenderer.render(Scenes.good(side, Face.SIX), side))));
        }

        ModelInfo info = DiceInspector.builder().learn(pictures).info();

        assertThat(info.frameWidth()).isEqualTo(48);
        assertThat(info.frameHeight()).isEqualTo(48);
    }
}
