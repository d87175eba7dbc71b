package io.github.boofdice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.AlignmentStatus;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.score.Polarity;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DefectPainter;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Painted;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiceInspectorTest {
    private static final DiceInspector INSPECTOR = RenderedDice.inspector();

    @Test
    void goodDiceOfTheSamplePicturesAreNormalAndKnownByFace() throws IOException {
        int rejected = 0;
        for (Path file : SamplePictures.normal()) {
            Inspection found = INSPECTOR.inspect(file);

            assertThat(found.face()).isEqualTo(file.getParent().getFileName().toString());
            assertThat(found.symmetry())
                    .isEqualTo(Face.valueOf(found.face().toUpperCase(java.util.Locale.ROOT))
                            .symmetry());
            rejected += found.anomalous() ? 1 : 0;
        }
        // One in 73 is stated; twelve pictures a face tell little of how far good ones stray.
        assertThat(rejected).isLessThanOrEqualTo(4);
    }

    @Test
    void badDiceOfTheSamplePicturesAreFoundWhereTheirMasksLie() throws IOException {
        int missed = 0;
        int seenAsAnotherFace = 0;
        for (Path file : SamplePictures.anomalous()) {
            Inspection found = INSPECTOR.inspect(file);

            missed += found.anomalous() ? 0 : 1;
            if (!file.toString().endsWith("-" + found.face() + ".png")) {
                // A five without a corner pip differs from a three by a pip as well.
                seenAsAnotherFace++;
                assertThat(found.anomalous()).isTrue();
            } else if (found.anomalous()) {
                GrayPicture mask = GrayPicture.read(SamplePictures.mask(file));
                assertThat(found.regions().stream().anyMatch(region -> touches(region, mask)))
                        .as("%s: %s", file.getFileName(), found.regions())
                        .isTrue();
            }
        }
        assertThat(missed).isLessThanOrEqualTo(1);
        assertThat(seenAsAnotherFace).isLessThanOrEqualTo(6);
    }

    private static boolean touches(DefectRegion region, GrayPicture mask) {
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                if (mask.get(x, y) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theVerdictFollowsScoreAndAlignmentAlone() throws IOException {
        double threshold = INSPECTOR.info().threshold();
        List<Path> files = new ArrayList<>(SamplePictures.normal());
        files.addAll(SamplePictures.anomalous());
        for (Path file : files) {
            Inspection found = INSPECTOR.inspect(file);

            assertThat(found.anomalous()).isEqualTo(found.score() > threshold || !found.converged());
            assertThat(found.regions().isEmpty()).isEqualTo(found.score() <= threshold);
            assertThat(found.heatMap().width).isEqualTo(128);
            for (DefectRegion region : found.regions()) {
                assertThat(region.peak()).isGreaterThan(0);
                assertThat(region.x() + region.width()).isLessThanOrEqualTo(128);
            }
        }
    }

    /** Of 150 good dice resampled by bicubic the score (1 is typical, 2.6 the threshold) moved by 0.1 in half and by 1.2 at the worst; the face never. */
    @Property(tries = 30, seed = "1", shrinking = ShrinkingMode.OFF)
    void turningAndShiftingThePictureLeavesFaceAndScore(
            @ForAll Face face,
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(2) double degrees,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll boolean bad) {
        Scene scene = Scenes.good(seed, face);
        GrayF32 picture = RenderedDice.plane(
                bad
                        ? DiceRenderer.render(scene, new Blot(14, -12, 10, -150, seed))
                                .picture()
                        : DiceRenderer.render(scene));
        RigidPose move = new RigidPose(x, 1, Math.toRadians(degrees));

        Inspection upright = INSPECTOR.inspect(picture);
        Inspection turned = INSPECTOR.inspect(inRange(Warp.toTemplate(picture, move.inverse())));

        assertThat(turned.face()).isEqualTo(upright.face()).isEqualTo(face.folder());
        assertThat(turned.score()).isCloseTo(upright.score(), within(0.35 * upright.score() + 1));
        double threshold = INSPECTOR.info().threshold();
        if (upright.score() > 1.5 * threshold + 0.2 || upright.score() < threshold / 1.5 - 0.2) {
            assertThat(turned.verdict()).isEqualTo(upright.verdict());
        }
    }

    /** Bicubic sampling overshoots at edges, a camera does not. */
    private static GrayF32 inRange(GrayF32 plane) {
        for (int i = 0; i < plane.data.length; i++) {
            plane.data[i] = Math.max(0, Math.min(255, plane.data[i]));
        }
        return plane;
    }

    @Property(tries = 30, seed = "2", shrinking = ShrinkingMode.OFF)
    void gainAndOffsetOfTheLightLeaveFaceAndScore(
            @ForAll Face face,
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = 0.6, max = 0.8) double gain,
            @ForAll @DoubleRange(min = 0, max = 50) double offset) {
        GrayF32 picture = RenderedDice.draw(Scenes.turned(seed, face));
        GrayF32 lit = picture.clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = (float) (gain * picture.data[i] + offset);
        }

        Inspection before = INSPECTOR.inspect(picture);
        Inspection after = INSPECTOR.inspect(lit);

        assertThat(after.face()).isEqualTo(before.face()).isEqualTo(face.folder());
        assertThat(after.score()).isCloseTo(before.score(), within(0.1 * before.score() + 0.05));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 128, 255})
    void flatPicturesGetAVerdict(float level) {
        for (int side : new int[] {32, 128, 700}) {
            Inspection found = INSPECTOR.inspect(Planes.flat(side, side, level));

            assertThat(found.verdict()).isEqualTo(Verdict.ANOMALOUS);
            assertThat(found.alignment()).isEqualTo(AlignmentStatus.LOW_TEXTURE);
            assertThat(found.converged()).isFalse();
            assertThat(found.heatMap().width).isEqualTo(side);
        }
    }

    /** What was learned can be seen, but not where or as it should be: the score alone would let these pass. */
    @Test
    void diceThatDoNotAlignAreAnomalousWhateverTheirScore() {
        GrayF32 faint = RenderedDice.draw(RenderedDice.clean(Face.SIX));
        for (int i = 0; i < faint.data.length; i++) {
            faint.data[i] = 100 + 0.22f * (faint.data[i] - 100);
        }

        Inspection tooFaint = INSPECTOR.inspect(faint);
        Inspection tooFarOff =
                INSPECTOR.inspect(RenderedDice.draw(RenderedDice.clean(Face.TWO).withPose(new DiePose(13.5, 0, 0))));

        assertThat(tooFaint.alignment()).isEqualTo(AlignmentStatus.DIVERGED);
        assertThat(tooFarOff.alignment()).isEqualTo(AlignmentStatus.LOW_OVERLAP);
        for (Inspection found : List.of(tooFaint, tooFarOff)) {
            assertThat(found.score()).isLessThan(INSPECTOR.info().threshold());
            assertThat(found.verdict()).isEqualTo(Verdict.ANOMALOUS);
            assertThat(found.pValue()).isEqualTo(1.0 / 73);
        }
    }

    @Property(tries = 25, seed = "3")
    void noiseOfAnySizeIsAnomalous(
            @ForAll @IntRange(min = 32, max = 300) int width,
            @ForAll @IntRange(min = 32, max = 300) int height,
            @ForAll long seed) {
        Inspection found = INSPECTOR.inspect(Planes.noise(width, height, seed));

        assertThat(found.anomalous()).isTrue();
        assertThat(found.heatMap().width).isEqualTo(width);
        assertThat(found.heatMap().height).isEqualTo(height);
    }

    /** The pose of the die in its own picture, whatever the picture's size; sizes other than square are cut from a square. */
    @ParameterizedTest
    @CsvSource({"64, 64, 64", "300, 300, 300", "300, 250, 300", "500, 500, 500", "100, 100, 100"})
    void poseAndRegionsComeInThePicturesOwnPixels(int width, int height, int side) {
        double unit = side / 128.0;
        DiePose truth = new DiePose(1.5, -2, 0.6);
        Scene scene = RenderedDice.clean(Face.TWO).withPose(truth).withGrain(0.8);
        DiePose inPixels = new DiePose(unit * truth.x(), unit * truth.y(), truth.theta());
        Painted painted = DefectPainter.paint(
                DiceRenderer.render(scene, side), inPixels, new Blot(14 * unit, 12 * unit, 13 * unit, -160, 2));
        GrayF32 square = RenderedDice.plane(painted.picture());
        int top = (side - height) / 2;
        GrayF32 picture = square.subimage(0, top, width, top + height, null);

        Inspection found = INSPECTOR.inspect(picture);

        assertThat(found.face()).isEqualTo("two");
        assertThat(found.converged()).isTrue();
        RigidPose pose =
                new RigidPose(found.pose().x(), found.pose().y(), found.pose().theta());
        // The learned template's middle is its pictures' middle, to a third of a pixel or so.
        assertThat(RenderedDice.apart(pose.scaled(1 / unit), RenderedDice.pose(truth), 2))
                .isLessThan(0.6);
        assertThat(found.anomalous()).isTrue();
        double blotX = (width - 1) / 2.0 + inPixels.pictureX(14 * unit, 12 * unit);
        double blotY = (height - 1) / 2.0 + inPixels.pictureY(14 * unit, 12 * unit);
        DefectRegion region = found.regions().get(0);
        assertThat(blotX).isBetween((double) region.x(), (double) region.x() + region.width());
        assertThat(blotY).isBetween((double) region.y(), (double) region.y() + region.height());
        assertThat(region.width()).isLessThan((int) (44 * unit));
        assertThat(found.heatMap().width).isEqualTo(width);
        assertThat(found.heatMap().height).isEqualTo(height);
        assertThat(found.heatMap().get((int) Math.round(blotX), (int) Math.round(blotY)))
                .isGreaterThan(1f);
    }

    @Test
    void aSubimageIsInspectedLikeItsCopyAndLeftAsItWas() {
        GrayF32 picture = RenderedDice.draw(Scenes.turned(3, Face.FIVE));
        GrayF32 window = Planes.asSubimage(picture);

        Inspection found = INSPECTOR.inspect(window);

        ModelFileTest.assertSameInspection(found, INSPECTOR.inspect(picture));
        assertThat(window.clone().data).isEqualTo(picture.data);
    }

    @Test
    void manyThreadsGiveIdenticalInspections() throws Exception {
        List<GrayF32> pictures = new ArrayList<>();
        for (Path file : SamplePictures.anomalous().subList(0, 10)) {
            pictures.add(RenderedDice.plane(GrayPicture.read(file)));
        }
        pictures.add(Planes.noise(128, 128, 1));
        pictures.add(Planes.noise(90, 150, 2));
        List<Inspection> alone = pictures.stream().map(INSPECTOR::inspect).toList();

        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Inspection>>> jobs = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int first = thread;
                jobs.add(() -> {
                    List<Inspection> found = new ArrayList<>();
                    for (int i = 0; i < pictures.size(); i++) {
                        found.add(INSPECTOR.inspect(pictures.get((first + i) % pictures.size())));
                    }
                    return found;
                });
            }
            List<Future<List<Inspection>>> results = pool.invokeAll(jobs);
            for (int thread = 0; thread < 8; thread++) {
                List<Inspection> found = results.get(thread).get();
                for (int i = 0; i < pictures.size(); i++) {
                    ModelFileTest.assertSameInspection(found.get(i), alone.get((thread + i) % pictures.size()));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anotherRateMovesTheThresholdAndNothingElse() throws IOException {
        DiceInspector lenient = INSPECTOR.withFalseRejectRate(0.2);
        Path file = SamplePictures.normal().get(0);

        assertThat(lenient.info().falseRejectRate()).isEqualTo(0.2);
        assertThat(lenient.info().threshold()).isLessThan(INSPECTOR.info().threshold());
        assertThat(lenient.info().faces()).isEqualTo(INSPECTOR.info().faces());
        assertThat(lenient.inspect(file).score())
                .isEqualTo(INSPECTOR.inspect(file).score());
        assertThat(lenient.learnedFrom(
                        FileFingerprint.of(SamplePictures.learn(Face.SIX).get(0))))
                .isTrue();
        assertThatThrownBy(() -> INSPECTOR.withFalseRejectRate(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePictureOfAFaceIsACopyAndUnknownFacesAreNamed() {
        GrayF32 six = INSPECTOR.picture("six");
        float level = six.get(64, 64);
        six.set(64, 64, -1);

        assertThat(INSPECTOR.picture("six").get(64, 64)).isEqualTo(level);
        assertThatThrownBy(() -> INSPECTOR.picture("seven"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seven");
    }

    @ParameterizedTest
    @CsvSource({"31, 128", "128, 31", "4097, 128"})
    void picturesBeyondTheLimitsAreRefusedWithTheirSize(int width, int height) {
        assertThatThrownBy(() -> INSPECTOR.inspect(new GrayF32(width, height)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(width == 128 ? height : width));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -1, 256})
    void levelsOutsideTheRangeAreRefused(float level) {
        GrayF32 picture = RenderedDice.draw(RenderedDice.clean(Face.SIX));
        picture.set(70, 60, level);

        assertThatThrownBy(() -> INSPECTOR.inspect(picture))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(level));
    }

    @Test
    void theSpreadsOfAFaceAreCopies() {
        GrayF32 light = INSPECTOR.spread("six", Polarity.LIGHT);
        GrayF32 dark = INSPECTOR.spread("six", Polarity.DARK);
        assertThat(light.data).isNotEqualTo(dark.data);
        for (float spread : light.data) {
            assertThat(spread).isGreaterThanOrEqualTo(0);
        }
        float level = light.get(64, 64);
        light.set(64, 64, level + 1);

        assertThat(INSPECTOR.spread("six", Polarity.LIGHT).get(64, 64)).isEqualTo(level);
        assertThatThrownBy(() -> INSPECTOR.spread("seven", Polarity.LIGHT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("seven");
    }
}
