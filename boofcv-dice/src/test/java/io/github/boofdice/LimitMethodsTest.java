package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.learn.LimitMethod;
import io.github.boofdice.testdata.Face;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitMethodsTest {
    /** The same spot on several dice, as when one bad die was taken several times. */
    private static GrayF32 spotted(GrayF32 good) {
        GrayF32 picture = good.clone();
        for (int y = 21; y < 27; y++) {
            for (int x = 21; x < 27; x++) {
                picture.set(x, y, 255 - picture.get(x, y));
            }
        }
        return picture;
    }

    private static List<GoodPicture> withBadOnes(int eachFace, int every) {
        List<GoodPicture> pictures = SmallModel.pictures(eachFace);
        for (int i = 0; i < pictures.size(); i += every) {
            GoodPicture good = pictures.get(i);
            pictures.set(i, new GoodPicture("bad " + i, good.folder(), spotted(good.picture())));
        }
        return pictures;
    }

    private static List<String> leftOut(DiceInspector inspector) {
        return inspector.info().excluded().stream().map(ExcludedPicture::file).toList();
    }

    @ParameterizedTest
    @EnumSource(LimitMethod.class)
    void aModelTellsHowItsLimitsWereLearnedAndItsFileKeepsThat(LimitMethod method) throws IOException {
        DiceInspector learned = DiceInspector.builder().limits(method).learn(SmallModel.pictures(3));
        DiceInspector read = ModelFile.decode(ModelFile.encode(learned), "model");

        assertThat(learned.info().limits()).isEqualTo(method);
        assertThat(read.info()).isEqualTo(learned.info());
        assertThat(learned.withFalseRejectRate(0.3).info().limits()).isEqualTo(method);
    }

    @ParameterizedTest
    @EnumSource(LimitMethod.class)
    void aSpotScoresHigherThanTheGoodPictureBelowItWhateverTheMethod(LimitMethod method) throws IOException {
        DiceInspector learned = DiceInspector.builder().limits(method).learn(SmallModel.pictures(4));
        for (int seed = 100; seed < 104; seed++) {
            GrayF32 good = SmallModel.picture(seed, Face.FOUR);

            assertThat(learned.inspect(spotted(good)).score())
                    .isGreaterThan(1.3 * learned.inspect(good).score());
        }
    }

    @Test
    void directLimitsAreLearnedFromASinglePicture() throws IOException {
        List<GoodPicture> one = SmallModel.pictures(1).subList(0, 1);
        DiceInspector learned =
                DiceInspector.builder().limits(LimitMethod.DIRECT).learn(one);

        assertThat(learned.inspect(one.get(0).picture()).anomalous()).isFalse();
        assertThat(learned.inspect(spotted(one.get(0).picture())).anomalous()).isTrue();
        assertThat(learned.info().pictures()).isEqualTo(1);
        assertThat(learned.info().thresholdSource()).contains("copies");
        assertThatThrownBy(() -> DiceInspector.builder().learn(one))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("at least 2");
        assertThatThrownBy(
                        () -> DiceInspector.builder().limits(LimitMethod.DIRECT).learn(List.of()))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void copiesVouchForNoSmallerRateThanAsManyPicturesWould() {
        List<GoodPicture> one = SmallModel.pictures(1).subList(0, 1);

        assertThatThrownBy(() -> DiceInspector.builder()
                        .limits(LimitMethod.DIRECT)
                        .falseRejectRate(1e-4)
                        .learn(one))
                .isInstanceOf(LearningException.class)
                .hasMessageContaining("cannot vouch for a false-reject rate of 1.0E-4");
    }

    @Test
    void theAssumedContaminationTakesOutTheBadPicturesThatShowTheSameAndNamesThem() throws IOException {
        List<GoodPicture> mixed = withBadOnes(10, 5);
        DiceInspector robust = DiceInspector.builder()
                .limits(LimitMethod.ROBUST)
                .assumedContamination(0.2)
                .learn(mixed);

        assertThat(leftOut(robust)).containsExactlyInAnyOrder("bad 0", "bad 5", "bad 10", "bad 15");
        assertThat(robust.info().pictures()).isEqualTo(16);
        assertThat(robust.info().calibrationScores()).isEqualTo(16);
        assertThat(robust.info().excluded())
                .allSatisfy(picture -> assertThat(picture.readable()).isTrue());
        assertThat(robust.inspect(mixed.get(0).picture()).anomalous()).isTrue();
    }

    @Test
    void withoutContaminationNoGoodPictureIsLeftOut() throws IOException {
        DiceInspector robust =
                DiceInspector.builder().limits(LimitMethod.ROBUST).learn(SmallModel.pictures(10));

        assertThat(leftOut(robust)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.5, 1, Double.NaN})
    void aContaminationIsAMinority(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiceInspector.builder().assumedContamination(share))
                .withMessage("assumed contamination must be at least 0 and below 0.5 but is " + share);
    }

    @Test
    void onlyRobustLimitsAssumeAContamination() {
        List<GoodPicture> pictures = new ArrayList<>(SmallModel.pictures(1));
        for (LimitMethod method : List.of(LimitMethod.STANDARD, LimitMethod.DIRECT)) {
            DiceInspectorBuilder builder =
                    DiceInspector.builder().limits(method).assumedContamination(0.02);

            assertThatIllegalStateException()
                    .isThrownBy(() -> builder.learn(pictures))
                    .withMessage("an assumed contamination of 0.02 needs robust limits, but they are " + method.word());
        }
    }
}
