package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Planes;
import io.github.boofdice.io.PictureException;
import io.github.boofdice.learn.LearnedFace;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FurtherPicturesTest {
    private static final DiceInspector BEFORE = SmallModel.INSPECTOR;
    private static final String FOUR = Face.FOUR.folder();

    /** A good die with a faint mark between its pips, as strong as makes it just score above the threshold. */
    private static GrayF32 rejected(long seed) {
        for (int strength = 2; strength < 120; strength += 2) {
            GrayF32 picture = SmallModel.picture(seed, Face.FOUR);
            for (int y = 22; y < 26; y++) {
                for (int x = 22; x < 26; x++) {
                    picture.set(x, y, picture.get(x, y) - strength);
                }
            }
            if (BEFORE.inspect(picture).score() > 1.2 * BEFORE.info().threshold()) {
                return picture;
            }
        }
        throw new AssertionError("no mark is rejected");
    }

    private static GoodPicture four(GrayF32 picture) {
        return new GoodPicture("four.png", FOUR, picture);
    }

    @Test
    void aPictureScoresLowerOnceItIsLearnedAndAcceptedAfterSeveral() throws IOException {
        GrayF32 picture = rejected(500);
        double score = BEFORE.inspect(picture).score();
        DiceInspector once = BEFORE.learnOn(List.of(four(picture)));
        DiceInspector again = once;
        for (int i = 0; i < 8; i++) {
            again = again.learnOn(List.of(four(picture)));
        }

        assertThat(once.inspect(picture).score()).isLessThan(score);
        assertThat(again.inspect(picture).score())
                .isLessThan(once.inspect(picture).score());
        assertThat(BEFORE.inspect(picture).anomalous()).isTrue();
        assertThat(again.inspect(picture).anomalous()).isFalse();
    }

    @Test
    void otherPicturesNeverScoreHigherAndOtherFacesAsBefore() throws IOException {
        DiceInspector after = BEFORE.learnOn(List.of(four(rejected(500)), four(rejected(501))));
        for (int seed = 600; seed < 606; seed++) {
            double before = BEFORE.inspect(SmallModel.picture(seed, Face.FOUR)).score();
            GrayF32 six = SmallModel.picture(seed, Face.SIX);

            assertThat(after.inspect(SmallModel.picture(seed, Face.FOUR)).score())
                    .isBetween(0.8 * before, before);
            assertThat(after.inspect(six).score()).isEqualTo(BEFORE.inspect(six).score());
        }
    }

    @Test
    void noLimitFallsAndAQuietPictureRaisesNone() throws IOException {
        LearnedFace before = face(BEFORE);
        LearnedFace loud = face(BEFORE.learnOn(List.of(four(rejected(500)))));
        boolean risen = false;
        for (int f = 0; f < before.limits().light().size(); f++) {
            for (int i = 0; i < before.limits().dark().get(f).data.length; i++) {
                assertThat(loud.limits().dark().get(f).data[i])
                        .isGreaterThanOrEqualTo(before.limits().dark().get(f).data[i]);
                risen |= loud.limits().dark().get(f).data[i]
                        > before.limits().dark().get(f).data[i];
            }
        }

        assertThat(risen).isTrue();
        GrayF32 typical = BEFORE.picture(FOUR);
        assertThat(face(BEFORE.learnOn(List.of(four(typical)))).limits().dark().get(0).data)
                .isEqualTo(before.limits().dark().get(0).data);
    }

    private static LearnedFace face(DiceInspector inspector) {
        return inspector.learned().faces().get(inspector.index(FOUR));
    }

    @Test
    void theScoreBeforeJoinsThoseThatSetTheThreshold() throws IOException {
        GrayF32 picture = rejected(500);
        double score = BEFORE.inspect(picture).score();
        DiceInspector after = BEFORE.learnOn(List.of(four(picture)));

        assertThat(after.learned().calibration().scores())
                .contains(score)
                .contains(BEFORE.learned().calibration().scores());
        assertThat(after.info().calibrationScores()).isEqualTo(BEFORE.info().calibrationScores() + 1);
        assertThat(after.info().threshold())
                .isGreaterThanOrEqualTo(BEFORE.info().threshold());
        assertThat(after.info().pictures()).isEqualTo(BEFORE.info().pictures() + 1);
        assertThat(face(after).traits()).hasSize(face(BEFORE).traits().size() + 1);
    }

    @Test
    void whatIsLearnedOnIsKeptInTheFileAndKnownAgain(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("four.png");
        DiceRenderer.render(Scenes.good(700, Face.FOUR), SmallModel.SIDE).writePng(file);
        DiceInspector after = BEFORE.learnOn(FOUR, List.of(file));
        DiceInspector read = ModelFile.decode(ModelFile.encode(after), "model");

        assertThat(after.learnedFrom(FileFingerprint.of(file))).isTrue();
        assertThat(read.info()).isEqualTo(after.info());
        assertThatThrownBy(() -> read.learnOn(FOUR, List.of(file)))
                .isInstanceOf(LearningException.class)
                .hasMessage(file + ": was learned from already");
        assertThatThrownBy(() -> BEFORE.learnOn(FOUR, List.of(file, file))).isInstanceOf(LearningException.class);
        Path text = Files.writeString(dir.resolve("text.png"), "text");
        assertThatThrownBy(() -> BEFORE.learnOn(FOUR, List.of(text))).isInstanceOf(PictureException.class);
    }

    @Test
    void whatIsNoGoodPictureOfTheFaceIsRefusedWithTheReason() {
        GrayF32 six = SmallModel.picture(500, Face.SIX);

        refused(List.of(four(six)), "four.png: shows face " + Face.SIX.folder() + ", not " + FOUR);
        refused(List.of(four(Planes.flat(48, 48, 100))), "four.png: none of the faces could be found in it");
        refused(List.of(new GoodPicture("a", "seven", six)), "a: this model has no face seven");
        refused(List.of(four(new GrayF32(5, 5))), "four.png: ");
        refused(List.of(), "there is no picture to learn from");
    }

    @Test
    void aPictureThatScoresFarBeyondTheThresholdWouldHideOthersLikeIt() {
        DiceInspector sharp = RenderedDice.inspector();
        GrayF32 bad = RenderedDice.draw(Scenes.good(500, Face.FOUR));
        for (int y = 55; y < 73; y++) {
            for (int x = 55; x < 73; x++) {
                bad.set(x, y, 0);
            }
        }

        assertThat(sharp.inspect(bad).score()).isGreaterThan(2 * sharp.info().threshold());
        assertThatThrownBy(() -> sharp.learnOn(List.of(four(bad))))
                .isInstanceOf(LearningException.class)
                .hasMessageStartingWith("four.png: scores ")
                .hasMessageContaining("times the threshold: it looks like a bad part");
    }

    private static void refused(List<GoodPicture> good, String why) {
        assertThatThrownBy(() -> BEFORE.learnOn(good))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining(why);
    }
}
