package io.github.boofdice.align;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.FrameFit;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.InkStroke;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where drawn dice are found: the renderer knows the truth to a thousandth of a pixel. */
class AlignerTest {
    private static Aligner aligner;

    /** Anew for every run of the class, that no change of the code (mutation) outlives itself. */
    @BeforeAll
    @BeforeContainer
    static void build() {
        aligner = new Aligner(IDEAL, LEVELS);
    }

    private static final class Learned {
        static final List<Template> TEMPLATES =
                RenderedDice.learned().faces().stream().map(f -> f.template()).toList();
        static final Aligner ALIGNER = new Aligner(TEMPLATES, LEVELS);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aTemplateAlignedWithItselfGivesTheIdentity(Face face) {
        Template template = IDEAL.get(face.ordinal());

        Alignment found = aligner.align(LEVELS.prepare(template.grey()));

        assertThat(found.template()).isEqualTo(face.ordinal());
        assertThat(found.status()).isEqualTo(AlignmentStatus.CONVERGED);
        assertThat(RenderedDice.apart(found.pose(), RigidPose.IDENTITY, face.symmetry()))
                .isLessThan(0.02);
        assertThat(found.gain()).isCloseTo(1, within(0.01));
        // What is left is what turning by a period about the middle does to pixels.
        assertThat(found.residual()).isLessThan(0.5);
    }

    @Tag("slow")
    @Property(tries = 70, seed = "1", shrinking = ShrinkingMode.OFF)
    void aDieIsFoundWhereItWasDrawnAtAnyAngle(
            @ForAll Face face,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees,
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double x,
            @ForAll @DoubleRange(min = -5, max = 5) @Scale(3) double y,
            @ForAll @DoubleRange(min = 0.2, max = 0.55) double blur,
            @ForAll @DoubleRange(max = 2) double grain,
            @ForAll long seed) {
        DiePose truth = new DiePose(x, y, Math.toRadians(degrees));
        Scene scene = RenderedDice.clean(face)
                .withPose(truth)
                .withBlur(blur)
                .withGrain(grain)
                .withSeed(seed);

        Alignment found = aligner.align(RenderedDice.prepared(scene));

        assertThat(found.template()).isEqualTo(face.ordinal());
        assertThat(found.converged()).isTrue();
        assertThat(RenderedDice.apart(found.pose(), RenderedDice.pose(truth), face.symmetry()))
                .isLessThan(0.15);
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "-10, 0", "0, 10", "0, -10", "7, 7", "-7, 7"})
    void shiftsOfTenPixelsAreWithinReach(double x, double y) {
        for (Face face : List.of(Face.TWO, Face.SIX)) {
            DiePose truth = new DiePose(x, y, 1.1);

            Alignment found = aligner.align(RenderedDice.prepared(
                    RenderedDice.clean(face).withPose(truth).withGrain(1)));

            assertThat(found.template()).isEqualTo(face.ordinal());
            assertThat(found.status()).isEqualTo(AlignmentStatus.CONVERGED);
            assertThat(RenderedDice.apart(found.pose(), RenderedDice.pose(truth), face.symmetry()))
                    .isLessThan(0.15);
        }
    }

    /** With the templates that are learned from pictures and under real light: laws that need no truth. */
    @Tag("slow")
    @Property(tries = 40, seed = "2", shrinking = ShrinkingMode.OFF)
    void turningAndShiftingThePictureTurnsAndShiftsThePose(
            @ForAll Face face,
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees,
            @ForAll @DoubleRange(min = -3, max = 3) @Scale(3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) @Scale(3) double y) {
        GrayF32 picture = RenderedDice.draw(Scenes.good(seed, face));
        RigidPose move = new RigidPose(x, y, Math.toRadians(degrees));

        Alignment before = Learned.ALIGNER.align(LEVELS.prepare(picture));
        Alignment after = Learned.ALIGNER.align(LEVELS.prepare(Warp.toTemplate(picture, move.inverse())));

        assertThat(Learned.TEMPLATES.get(before.template()).name()).isEqualTo(face.folder());
        assertThat(after.template()).isEqualTo(before.template());
        assertThat(after.converged()).isEqualTo(before.converged()).isTrue();
        assertThat(RenderedDice.apart(after.pose(), move.after(before.pose()), face.symmetry()))
                .isLessThan(0.2);
    }

    @Tag("slow")
    @Property(tries = 40, seed = "3", shrinking = ShrinkingMode.OFF)
    void gainAndOffsetOfTheLightChangeNeitherFaceNorPose(
            @ForAll Face face,
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = 0.5, max = 1.8) double gain,
            @ForAll @DoubleRange(min = -100, max = 100) double offset) {
        GrayF32 picture = RenderedDice.draw(Scenes.turned(seed, face));
        GrayF32 lit = picture.clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = (float) (gain * picture.data[i] + offset);
        }

        Alignment before = aligner.align(LEVELS.prepare(picture));
        Alignment after = aligner.align(LEVELS.prepare(lit));

        assertThat(after.template()).isEqualTo(before.template()).isEqualTo(face.ordinal());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(RenderedDice.apart(after.pose(), before.pose(), face.symmetry()))
                .isLessThan(0.02);
        assertThat(after.gain()).isCloseTo(gain * before.gain(), within(0.005 * gain));
    }

    /** Face 52, its shift 2, sampling 1, and the wide blur's kernel, whose corner lies 9 to the right and 9 down: 68 at the most. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void pixelsOutsideTheFaceDoNotMatter(Face face) {
        DiePose truth = new DiePose(1.2, -1.5, 0.4);
        GrayF32 picture =
                RenderedDice.draw(RenderedDice.clean(face).withPose(truth).withGrain(1));
        GrayF32 noise = Planes.noise(128, 128, 5);
        GrayF32 other = picture.clone();
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                if (Math.hypot(x - 63.5, y - 63.5) > 70) {
                    other.set(x, y, noise.get(x, y));
                }
            }
        }

        Alignment refined = aligner.refine(LEVELS.prepare(picture), face.ordinal(), RenderedDice.pose(truth));
        Alignment refinedOther = aligner.refine(LEVELS.prepare(other), face.ordinal(), RenderedDice.pose(truth));
        Alignment searched = aligner.align(LEVELS.prepare(other));

        assertThat(refinedOther).isEqualTo(refined);
        assertThat(searched.template()).isEqualTo(face.ordinal());
        assertThat(searched.converged()).isTrue();
        assertThat(RenderedDice.apart(searched.pose(), refined.pose(), face.symmetry()))
                .isLessThan(0.03);
    }

    /** An ink stroke from edge to edge and a blot of a pip's size: the robust weights must hold them off. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void defectsDoNotDragThePose(Face face) {
        DiePose truth = new DiePose(-1.3, 2.1, 0.7);
        Scene scene = RenderedDice.clean(face).withPose(truth).withGrain(1);
        for (var defect : List.of(
                new InkStroke(8, -20, 0.5, 70, 7, -180, 3),
                new Blot(-14, 16, 14, -180, 4),
                new Blot(20, 20, 14, 180, 5))) {
            GrayF32 picture =
                    RenderedDice.plane(DiceRenderer.render(scene, defect).picture());

            Alignment found = aligner.align(LEVELS.prepare(picture));

            assertThat(found.template()).as("%s", defect).isEqualTo(face.ordinal());
            assertThat(found.converged()).isTrue();
            assertThat(RenderedDice.apart(found.pose(), RenderedDice.pose(truth), face.symmetry()))
                    .as("%s", defect)
                    .isLessThan(0.1);
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void refinementFindsTheTruthFromFiveDegreesAndTwoAndAHalfPixelsAway(Face face) {
        DiePose truth = new DiePose(2.3, -1.7, -2.2);
        PictureLevels picture =
                RenderedDice.prepared(RenderedDice.clean(face).withPose(truth).withGrain(2));

        for (int corner = 0; corner < 8; corner++) {
            RigidPose start = RenderedDice.pose(truth.shifted(corner % 2 == 0 ? 2.5 : -2.5, corner % 4 < 2 ? 2.5 : -2.5)
                    .turned(Math.toRadians(corner < 4 ? 5 : -5)));

            Alignment found = aligner.refine(picture, face.ordinal(), start);

            assertThat(found.status()).isEqualTo(AlignmentStatus.CONVERGED);
            assertThat(RenderedDice.apart(found.pose(), RenderedDice.pose(truth), face.symmetry()))
                    .isLessThan(0.1);
        }
    }

    @Test
    void flatPicturesHaveLowTexture() {
        for (float level : new float[] {0, 1, 128, 254, 255}) {
            assertThat(aligner.align(LEVELS.prepare(Planes.flat(128, 128, level)))
                            .status())
                    .isEqualTo(AlignmentStatus.LOW_TEXTURE);
        }
        assertThat(aligner.align(LEVELS.prepare(Planes.ramp(128, 128, 0, 1, 0.9f)))
                        .status())
                .isEqualTo(AlignmentStatus.LOW_TEXTURE);
    }

    @Property(tries = 40, seed = "4")
    void anyPictureGivesAStatusAndFiniteNumbers(
            @ForAll @IntRange(max = 7) int kind, @ForAll long seed, @ForAll @DoubleRange(max = 1) double share) {
        GrayF32 picture = switch (kind) {
            case 0 -> Planes.noise(128, 128, seed);
            case 1 -> stripes(1 + (int) (20 * share), true);
            case 2 -> stripes(1 + (int) (20 * share), false);
            case 3 -> checks(1 + (int) (20 * share));
            case 4 -> Planes.waves(128, 128, 4, seed);
            case 5 -> step((int) (128 * share));
            case 6 -> onePixel((int) (127 * share));
            default -> Planes.flat(128, 128, (float) (255 * share));
        };

        Alignment found = aligner.align(LEVELS.prepare(picture));

        assertThat(found.status()).isNotNull();
        assertThat(found.template()).isBetween(0, 5);
        assertThat(found.residual()).isGreaterThanOrEqualTo(0).isFinite();
        assertThat(found.gain()).isBetween(0.25, 4.0);
        assertThat(found.pose().shift() + found.pose().theta()).isFinite();
    }

    private static GrayF32 stripes(int width, boolean upright) {
        return pattern((x, y) -> (upright ? x : y) / width % 2 == 0);
    }

    private static GrayF32 checks(int width) {
        return pattern((x, y) -> (x / width + y / width) % 2 == 0);
    }

    private static GrayF32 step(int at) {
        return pattern((x, y) -> x < at);
    }

    private static GrayF32 onePixel(int at) {
        return pattern((x, y) -> x == at && y == at);
    }

    private interface Bright {
        boolean at(int x, int y);
    }

    private static GrayF32 pattern(Bright bright) {
        GrayF32 plane = new GrayF32(128, 128);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                plane.set(x, y, bright.at(x, y) ? 255 : 0);
            }
        }
        return plane;
    }

    @Test
    void aDieThatLeavesThePictureDoesNotConverge() {
        for (double x : new double[] {30, 45, 60}) {
            Alignment found = aligner.align(
                    RenderedDice.prepared(RenderedDice.clean(Face.FIVE).withPose(new DiePose(x, 0, 0))));

            assertThat(found.converged() && found.residual() < 5)
                    .as("a good place %s pixels off", x)
                    .isFalse();
        }
    }

    /** Square or not: everything scales with the frame. */
    @org.junit.jupiter.api.Tag("slow")
    @ParameterizedTest
    @CsvSource({"64, 64", "96, 128", "200, 150", "256, 256"})
    void otherFramesAlignAsWell(int width, int height) {
        PictureLevels.Factory levels = new PictureLevels.Factory(new Frame(width, height));
        GrayF32 spread = Planes.flat(width, height, 1.5f);
        List<Template> templates = new ArrayList<>();
        for (Face face : Face.values()) {
            GrayF32 grey = FrameFit.fit(levels.frame(), Large.UPRIGHT.get(face.ordinal()));
            GrayF32 centre = levels.prepare(grey).fine();
            templates.add(new Template(face.folder(), grey, centre, spread, spread, face.symmetry()));
        }
        Aligner aligner = new Aligner(templates, levels);
        for (Face face : Face.values()) {
            GrayF32 picture = FrameFit.fit(levels.frame(), Large.TURNED.get(face.ordinal()));

            Alignment found = aligner.align(levels.prepare(picture));

            RigidPose expected =
                    RenderedDice.pose(Large.POSE).scaled(2 * FrameFit.scale(levels.frame(), Large.SIDE, Large.SIDE));
            assertThat(found.template()).isEqualTo(face.ordinal());
            assertThat(found.converged()).isTrue();
            assertThat(RenderedDice.apart(found.pose(), expected, face.symmetry()))
                    .isLessThan(0.2);
        }
    }

    /** Drawn twice as large, once upright and once in a pose. */
    private static final class Large {
        static final int SIDE = 256;
        static final DiePose POSE = new DiePose(2, -3, 2);
        static final List<GrayF32> UPRIGHT = drawn(DiePose.IDENTITY);
        static final List<GrayF32> TURNED = drawn(POSE);

        static List<GrayF32> drawn(DiePose pose) {
            return Arrays.stream(Face.values())
                    .map(face -> RenderedDice.clean(face).withPose(pose))
                    .map(scene -> RenderedDice.plane(DiceRenderer.render(scene, SIDE)))
                    .toList();
        }
    }

    @Test
    void twoTemplatesOfOneFaceAreAmbiguousButConverged() {
        Template five = IDEAL.get(Face.FIVE.ordinal());
        Aligner twins = new Aligner(List.of(five, five.named("twin")), LEVELS);

        Alignment found =
                twins.align(RenderedDice.prepared(RenderedDice.clean(Face.FIVE).withGrain(1)));

        assertThat(found.status()).isEqualTo(AlignmentStatus.AMBIGUOUS);
        assertThat(found.converged()).isTrue();
    }
}
