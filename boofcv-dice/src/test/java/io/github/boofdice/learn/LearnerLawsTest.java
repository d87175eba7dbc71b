package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.decide.Trait;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Laws of learning, on pictures of 64 x 64 pixels. */
class LearnerLawsTest {
    private static List<Sample> small(Face face, int first, int count) {
        List<Sample> samples = new ArrayList<>();
        for (int seed = first; seed < first + count; seed++) {
            samples.add(DrawnSamples.small(seed, face));
        }
        return samples;
    }

    private static List<Sample> twoFaces() {
        List<Sample> samples = small(Face.SIX, 0, 6);
        samples.addAll(small(Face.TWO, 0, 5));
        return samples;
    }

    private static Sample inked(int seed, Face face) {
        Sample clean = DrawnSamples.small(seed, face);
        GrayF32 grey = clean.grey().clone();
        for (int i = 0; i < grey.data.length; i++) {
            grey.data[i] = Math.hypot(i % 64 - 42, i / 64 - 38) < 7 ? 40 : grey.data[i];
        }
        return new Sample("inked", clean.folder(), grey);
    }

    @Test
    void whatIsLearnedAddsUp() {
        Learned learned = DrawnSamples.learn(twoFaces());

        assertThat(learned.libraryVersion()).isEqualTo(Learned.THIS_VERSION);
        assertThat(learned.frame()).isEqualTo(new Frame(64, 64));
        assertThat(learned.faces()).extracting(f -> f.template().name()).containsExactly("six", "two");
        assertThat(learned.faces()).extracting(LearnedFace::pictures).containsExactly(6, 5);
        assertThat(learned.faces()).extracting(f -> f.template().symmetry()).containsExactly(1, 2);
        assertThat(learned.leftOut()).isEmpty();
        assertThat(learned.calibration().failed()).isZero();
        assertThat(learned.calibration().heldOut()).isTrue();
        assertThat(learned.calibration().rate()).isEqualTo(1.0 / 12);
        assertThat(learned.calibration().scores()).hasSize(11);
        // The typical picture of both faces together scores one, whose logarithm is 0: half of eleven less, half more.
        List<Double> scores = learned.faces().stream()
                .flatMap(f -> f.traits().stream())
                .map(t -> t.get(Trait.SCORE))
                .toList();
        assertThat(scores).hasSize(11);
        assertThat(scores.stream().filter(s -> s < 0)).hasSize(5);
        assertThat(scores.stream().filter(s -> s == 0)).hasSize(1);
        assertThat(learned.faces())
                .extracting(LearnedFace::scale)
                .containsOnly(learned.faces().get(0).scale());
    }

    @Test
    void theStatedRateIsKept() throws UnlearnableException {
        Learned learned = new Learner((stage, done, total) -> {}).learn(twoFaces(), true, OptionalDouble.of(0.25));

        assertThat(learned.calibration().rate()).isEqualTo(0.25);
    }

    @Test
    void progressCountsEachStageToItsEnd() throws UnlearnableException {
        Map<String, List<Integer>> done = new LinkedHashMap<>();
        Map<String, Integer> totals = new LinkedHashMap<>();

        new Learner((stage, at, total) -> {
                    done.computeIfAbsent(stage, s -> new ArrayList<>()).add(at);
                    assertThat(totals.merge(stage, total, (a, b) -> b)).isEqualTo(total);
                })
                .learn(twoFaces(), true, OptionalDouble.empty());

        assertThat(totals.keySet())
                .containsExactly(
                        "preparing pictures", "averaging folders", "building templates", "scoring held-out pictures");
        assertThat(totals.values()).containsExactly(11, 2, 2, 10);
        done.forEach((stage, steps) -> {
            for (int i = 0; i < steps.size(); i++) {
                assertThat(steps.get(i)).as(stage).isEqualTo(i + 1);
            }
            assertThat(steps).as(stage).hasSize(totals.get(stage));
        });
    }

    @Test
    void aBadPictureAmongTwentyGoodOnesIsNamedAndNotLearnedFrom() {
        List<Sample> samples = small(Face.SIX, 0, 20);
        Learned without = DrawnSamples.learn(samples);
        samples.add(7, inked(30, Face.SIX));

        Learned learned = DrawnSamples.learn(samples);

        assertThat(learned.leftOut())
                .containsExactly(new Learned.LeftOut("inked", "looks unlike the other pictures of its face"));
        assertThat(learned.faces().get(0).pictures()).isEqualTo(20);
        assertThat(learned.calibration().size()).isEqualTo(20);
        assertThat(learned.calibration().rate()).isEqualTo(1.0 / 21);
        assertThat(learned.calibration().threshold())
                .isCloseTo(
                        without.calibration().threshold(),
                        within(0.3 * without.calibration().threshold()));
    }

    @Test
    void fewerThanTwentyPicturesNameNoneOfThemselves() {
        List<Sample> samples = small(Face.SIX, 0, 18);
        samples.add(7, inked(30, Face.SIX));

        Learned learned = DrawnSamples.learn(samples);

        assertThat(learned.leftOut()).isEmpty();
        assertThat(learned.faces().get(0).pictures()).isEqualTo(19);
        assertThat(Arrays.stream(learned.calibration().scores()).max().orElseThrow())
                .isGreaterThan(3);
    }

    @Test
    void twoPicturesThatLookLikeNothingAreRefused() {
        List<Sample> samples =
                List.of(new Sample("a", "x", Planes.flat(64, 64, 10)), new Sample("b", "x", Planes.flat(64, 64, 200)));

        assertThatThrownBy(() -> new Learner((stage, done, total) -> {}).learn(samples, true, OptionalDouble.empty()))
                .isInstanceOf(UnlearnableException.class)
                .hasMessage("hardly any of the 2 pictures can be aligned with another; do they show the parts?");
        assertThatThrownBy(() -> new Learner((stage, done, total) -> {}).learn(samples, false, OptionalDouble.empty()))
                .isInstanceOf(UnlearnableException.class)
                .hasMessage("none of the 2 pictures looks like another");
    }

    @Test
    void onePictureOfEachOfTwoFacesSetsTheThresholdByTurnedCopies() {
        Learned learned = DrawnSamples.learn(List.of(DrawnSamples.small(1, Face.SIX), DrawnSamples.small(1, Face.TWO)));

        assertThat(learned.calibration().heldOut()).isFalse();
        assertThat(learned.calibration().size() + learned.calibration().failed())
                .isEqualTo(16);
        assertThat(learned.faces()).extracting(LearnedFace::pictures).containsExactly(1, 1);
    }

    /** The median of each side, of an even number the upper one; from 32 to 512, the shape kept where the long side is too long. */
    @Test
    void theFrameIsTheMedianSizeWithinItsLimits() {
        assertThat(frame(40, 36, 64, 40, 44, 60)).isEqualTo(new Frame(44, 40));
        assertThat(frame(40, 36, 44, 40)).isEqualTo(new Frame(44, 40));
        assertThat(frame(640, 50, 640, 50)).isEqualTo(new Frame(512, 40));
        assertThat(frame(34, 640, 34, 640)).isEqualTo(new Frame(32, 512));
    }

    private static Frame frame(int... sides) {
        GrayF32 six = DrawnSamples.small(0, Face.SIX).grey();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < sides.length; i += 2) {
            GrayF32 picture = FrameFit.fit(new Frame(Math.min(512, sides[i]), Math.min(512, sides[i + 1])), six);
            GrayF32 padded = new GrayF32(sides[i], sides[i + 1]);
            for (int y = 0; y < padded.height; y++) {
                for (int x = 0; x < padded.width; x++) {
                    padded.set(x, y, picture.get(Math.min(x, picture.width - 1), Math.min(y, picture.height - 1)));
                }
            }
            samples.add(new Sample("" + i, "six", padded));
        }
        return DrawnSamples.learn(samples).frame();
    }
}
