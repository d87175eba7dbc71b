package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecalibratorTest {
    private static final DiceInspector INSPECTOR = RenderedDice.inspector();

    /** A worse camera: the same good dice with more noise. */
    private static GrayF32 noisy(int seed) {
        GrayF32 picture = RenderedDice.draw(Scenes.good(seed, Face.values()[seed % 6]));
        return noisy(picture, seed);
    }

    private static GrayF32 noisy(GrayF32 picture, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < picture.data.length; i++) {
            picture.data[i] = (float) Math.max(0, Math.min(255, picture.data[i] + 14 * random.nextGaussian()));
        }
        return picture;
    }

    private static List<Inspection> inspected(int from, int n) {
        List<Inspection> found = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            found.add(INSPECTOR.inspect(noisy(from + i)));
        }
        return found;
    }

    private static int rejected(DiceInspector inspector, int from, int n) {
        int rejected = 0;
        for (int i = 0; i < n; i++) {
            rejected += inspector.inspect(noisy(from + i)).anomalous() ? 1 : 0;
        }
        return rejected;
    }

    @Test
    void aWorseCameraRejectsGoodDiceUntilAHandfulOfThemRecalibrates() throws IOException {
        DiceInspector recalibrated = INSPECTOR.recalibrate(inspected(1_000, 24));

        assertThat(rejected(INSPECTOR, 2_000, 150)).isGreaterThan(20);
        assertThat(rejected(recalibrated, 2_000, 150)).isLessThan(10);
        assertThat(recalibrated.info().threshold())
                .isGreaterThan(1.15 * INSPECTOR.info().threshold());
        int found = 0;
        for (Path picture : SamplePictures.anomalous()) {
            found += recalibrated.inspect(picture).anomalous() ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(SamplePictures.anomalous().size() / 2);
    }

    @Test
    void scoresAndHeatMapsStayAsTheyWere() throws IOException {
        DiceInspector recalibrated = INSPECTOR.recalibrate(inspected(1_000, 20));
        Path picture = SamplePictures.anomalous().get(3);

        assertThat(recalibrated.inspect(picture).score())
                .isEqualTo(INSPECTOR.inspect(picture).score());
        assertThat(recalibrated.inspect(picture).heatMap().data)
                .isEqualTo(INSPECTOR.inspect(picture).heatMap().data);
        assertThat(recalibrated.info().falseRejectRate())
                .isEqualTo(INSPECTOR.info().falseRejectRate());
        assertThat(recalibrated.info().faces()).isEqualTo(INSPECTOR.info().faces());
    }

    @Test
    void whatWasRecalibratedIsSavedAndToldByInfo(@TempDir Path dir) throws IOException {
        DiceInspector recalibrated = INSPECTOR.recalibrate(inspected(1_000, 20));
        recalibrated.save(dir.resolve("model"));
        DiceInspector loaded = DiceInspector.load(dir.resolve("model"));

        assertThat(loaded.info()).isEqualTo(recalibrated.info());
        assertThat(ModelFile.encode(loaded)).isEqualTo(ModelFile.encode(recalibrated));
        assertThat(loaded.info().thresholdSource()).endsWith(" to the level of 20 later good pictures");
        assertThat(loaded.withFalseRejectRate(0.05).info().thresholdSource())
                .endsWith(" to the level of 20 later good pictures");
        assertThat(loaded.info().calibrationScores()).isEqualTo(INSPECTOR.info().calibrationScores() + 20);
    }

    @Test
    void goodPicturesLikeThoseLearnedHardlyMoveIt() throws IOException {
        DiceInspector recalibrated =
                INSPECTOR.recalibrate(SamplePictures.judge().resolve("normal"), ProgressListener.SILENT);

        assertThat(recalibrated.info().threshold() / INSPECTOR.info().threshold())
                .isCloseTo(1, within(0.25));
        assertThat(recalibrated.learnedFrom(
                        FileFingerprint.of(SamplePictures.normal().get(0))))
                .isTrue();
    }

    @Test
    void whatCannotBeUsedIsNamed(@TempDir Path dir) throws IOException {
        for (int i = 0; i < 12; i++) {
            DiceRenderer.render(Scenes.good(300 + i, Face.values()[i % 6])).writePng(dir.resolve("good/" + i + ".png"));
        }
        Files.writeString(dir.resolve("text.png"), "no picture");
        spoilt().writePng(dir.resolve("good/zbad.png"));
        List<Integer> heard = new ArrayList<>();

        DiceInspector recalibrated = INSPECTOR.recalibrate(dir, (stage, done, total) -> heard.add(done * 100 + total));

        List<ExcludedPicture> excluded = recalibrated.info().excluded();
        assertThat(excluded).hasSize(2);
        assertThat(excluded.get(0).file()).isEqualTo("text.png");
        assertThat(excluded.get(0).readable()).isFalse();
        assertThat(excluded.get(1))
                .isEqualTo(new ExcludedPicture(
                        "good/zbad.png", "scores far above the other pictures recalibrated with", true));
        assertThat(heard).hasSize(14).last().isEqualTo(1414);
    }

    /** They score lower than new ones, and would draw the threshold down. */
    @Test
    void picturesLearnedFromAreLeftOutAndSoIsWhatWasRecalibratedWithBefore() throws IOException {
        assertThatThrownBy(() -> INSPECTOR.recalibrate(SamplePictures.learn(), ProgressListener.SILENT))
                .isInstanceOf(LearningException.class)
                .hasMessageEndingWith("needs at least 3 good pictures that can be aligned but has 0");

        Path good = SamplePictures.judge().resolve("normal");
        DiceInspector once = INSPECTOR.recalibrate(good, ProgressListener.SILENT);
        assertThatThrownBy(() -> once.recalibrate(good, ProgressListener.SILENT))
                .isInstanceOf(LearningException.class);
        assertThat(once.info().laterPictures())
                .isEqualTo(SamplePictures.normal().size());
        assertThat(once.info().laterFactor()).isCloseTo(1, within(0.25));
        assertThat(INSPECTOR.info().laterPictures()).isZero();
        assertThat(INSPECTOR.info().laterFactor()).isEqualTo(1);
    }

    /** A die half of whose face is painted white. */
    private static GrayPicture spoilt() {
        GrayPicture good = DiceRenderer.render(Scenes.good(400, Face.SIX));
        byte[] pixels = good.pixels();
        for (int y = 40; y < 54; y++) {
            Arrays.fill(pixels, y * good.width() + 40, y * good.width() + 60, (byte) 255);
        }
        return GrayPicture.of(good.width(), good.height(), pixels);
    }

    @Test
    void whatIsWrongIsSaid(@TempDir Path dir) {
        assertThatThrownBy(() -> INSPECTOR.recalibrate(dir.resolve("none"), ProgressListener.SILENT))
                .isInstanceOf(LearningException.class)
                .hasMessage(dir.resolve("none") + ": no such folder");
        assertThatThrownBy(() -> INSPECTOR.recalibrate(dir, ProgressListener.SILENT))
                .isInstanceOf(LearningException.class)
                .hasMessage(dir + ": recalibrating needs at least 3 good pictures that can be aligned but has 0");
        assertThatThrownBy(() -> INSPECTOR.recalibrate(inspected(1_000, 2)))
                .isInstanceOf(LearningException.class)
                .hasMessageEndingWith("needs at least 3 good pictures that can be aligned but has 2");
        assertThatThrownBy(() -> INSPECTOR.recalibrate(List.of(MadeUp.of("seven"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this model has no face seven");
    }
}
