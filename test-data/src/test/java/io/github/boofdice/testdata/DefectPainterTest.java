package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefectPainterTest {
    private static final int SIDE = 128;
    private static final double MIDDLE = 63.5;

    @Property(tries = 150, seed = "20240601")
    void maskIsWhereThePictureChangedByHalfTheContrast(
            @ForAll("defects") Defect defect, @ForAll("poses") DiePose pose) {
        GrayPicture base = flat(120);
        Painted painted = DefectPainter.paint(base, pose, defect);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int change = Math.abs(painted.picture().get(x, y) - base.get(x, y));
                boolean masked = painted.mask().get(x, y) != 0;
                assertThat(masked).isEqualTo(2 * change >= Math.abs(defect.contrast()));
            }
        }
        assertThat(painted.mask().area()).isPositive();
    }

    @Property(tries = 150, seed = "20240601")
    void nothingChangesBeyondTheReach(@ForAll("defects") Defect defect, @ForAll("poses") DiePose pose) {
        GrayPicture base = flat(120);
        GrayPicture after = DefectPainter.paint(base, pose, defect).picture();
        double cx = pose.pictureX(defect.x(), defect.y()) + MIDDLE;
        double cy = pose.pictureY(defect.x(), defect.y()) + MIDDLE;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (Math.hypot(x - cx, y - cy) > defect.reach() + 1e-6) {
                    assertThat(after.get(x, y)).isEqualTo(120);
                }
            }
        }
    }

    /** Else what lies between would be cut off unseen. */
    @Property(tries = 150, seed = "20240601")
    void footprintCoversNothingBeyondTheReach(@ForAll("defects") Defect defect) {
        Footprint footprint = defect.footprint();
        for (int i = 0; i < 360; i++) {
            double r = defect.reach() + 0.01 * (1 + i % 7);
            double x = defect.x() + r * Math.cos(Math.toRadians(i));
            double y = defect.y() + r * Math.sin(Math.toRadians(i));
            assertThat(footprint.coverage(x, y)).isZero();
            assertThat(footprint.coverage(defect.x() + 0.3 * i * Math.cos(i), defect.y() + 0.3 * i * Math.sin(i)))
                    .isBetween(0.0, 1.0);
        }
    }

    @Property(tries = 150, seed = "20240601")
    void contrastMeasuredInThePictureIsTheNominal(@ForAll("wide") Defect defect, @ForAll("poses") DiePose pose) {
        GrayPicture base = flat(120);
        GrayPicture after = DefectPainter.paint(base, pose, defect).picture();
        double largest = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double change = after.get(x, y) - 120;
                largest = Math.abs(change) > Math.abs(largest) ? change : largest;
            }
        }
        assertThat(largest).isCloseTo(defect.contrast(), within(0.5));
    }

    @Property(tries = 60, seed = "20240601")
    void scratchChangesItsLengthTimesItsWidth(
            @ForAll @DoubleRange(min = 1, max = 4) double width,
            @ForAll @DoubleRange(min = -3, max = 3) double angle,
            @ForAll("poses") DiePose pose,
            @ForAll long seed) {
        Scratch scratch = new Scratch(3, -5, angle, 30, width, 60, seed);
        GrayPicture after = DefectPainter.paint(flat(100), pose, scratch).picture();
        double sum = 0;
        for (byte pixel : after.pixels()) {
            sum += ((pixel & 0xFF) - 100) / 60.0;
        }
        // Its ends are round, and slanted lines are a twentieth fatter than pixels cover exactly.
        assertThat(sum).isCloseTo(30 * width + Math.PI * width * width / 4, within(0.12 * 30 * width + 1));
    }

    @Property(tries = 40, seed = "20240601")
    void turningThePoseTurnsPictureAndMask(
            @ForAll("defects") Defect defect, @ForAll @IntRange(min = 0, max = 40) int step) {
        DiePose pose = new DiePose(0, 0, step * 0.1);
        Painted upright = DefectPainter.paint(flat(120), pose, defect);
        Painted turned = DefectPainter.paint(flat(120), pose.turned(Math.PI / 2), defect);
        int differing = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat(turned.picture().get(SIDE - 1 - y, x))
                        .isCloseTo(upright.picture().get(x, y), within(1));
                differing +=
                        turned.mask().get(SIDE - 1 - y, x) == upright.mask().get(x, y) ? 0 : 1;
            }
        }
        // Pixels that change by half the contrast to the last digit may fall either way.
        assertThat(differing).isLessThanOrEqualTo(2 + upright.mask().area() / 50);
    }

    @Property(tries = 60, seed = "20240601")
    void typicalDefectShowsWithinTheFace(@ForAll DefectKind kind, @ForAll("faces") Face face, @ForAll long seed) {
        Scene scene = Scenes.turned(seed, face);
        GrayPicture mask =
                DiceRenderer.render(scene, Defects.typical(kind, face, seed)).mask();
        DiePose.Turn turn = scene.pose().toDie();
        int area = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (mask.get(x, y) != 0) {
                    double u = turn.u(x - MIDDLE, y - MIDDLE);
                    double v = turn.v(x - MIDDLE, y - MIDDLE);
                    // A pip in the corner reaches to 41 + 13 pixels from the middle.
                    assertThat(Math.hypot(u, v)).isLessThan(kind.name().endsWith("PIP") ? 55 : 51);
                    area++;
                }
            }
        }
        assertThat(area).isGreaterThan(8);
    }

    @Property(tries = 20, seed = "20240601")
    void missingPipIsWhiteInADrawnDie(@ForAll("faces") Face face, @ForAll long seed) {
        Scene scene = Scenes.turned(seed, face);
        for (Face.Pip pip : face.pips()) {
            Painted painted = DiceRenderer.render(scene, MissingPip.of(pip));
            assertWhite(painted.picture(), scene.pose(), pip);
            assertThat((double) painted.mask().area()).isCloseTo(Math.PI * pip.radius() * pip.radius(), within(60.0));
        }
    }

    @Property(tries = 20, seed = "20240601")
    void missingPipIsWhiteInAGivenPicture(@ForAll("faces") Face face, @ForAll long seed) {
        Scene scene = Scenes.turned(seed, face);
        GrayPicture sound = DiceRenderer.render(scene);
        for (Face.Pip pip : face.pips()) {
            Painted painted = DefectPainter.paint(sound, scene.pose(), MissingPip.of(pip));
            assertWhite(painted.picture(), scene.pose(), pip);
            GrayPicture exact = DiceRenderer.render(scene, MissingPip.of(pip)).mask();
            assertThat(painted.mask().area()).isCloseTo(exact.area(), within(40));
        }
    }

    @Property(tries = 30, seed = "20240601")
    void missingPipPaintedOverIsCloseToOneNeverDrawn(
            @ForAll("faces") Face face, @ForAll("poses") DiePose pose, @ForAll long seed) {
        Scene scene = Scene.plain(face).withPose(pose).withSeed(seed);
        GrayPicture sound = DiceRenderer.render(scene);
        for (Face.Pip pip : face.pips()) {
            MissingPip missing = MissingPip.of(pip);
            GrayPicture exact = DiceRenderer.render(scene, missing).picture();
            GrayPicture painted = DefectPainter.paint(sound, pose, missing).picture();
            DiePose.Turn turn = pose.toDie();
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double u = turn.u(x - MIDDLE, y - MIDDLE);
                    double v = turn.v(x - MIDDLE, y - MIDDLE);
                    if (Math.hypot(u, v) < 51) {
                        assertThat(painted.get(x, y)).isCloseTo(exact.get(x, y), within(5));
                    }
                }
            }
        }
    }

    @Property(tries = 40, seed = "20240601")
    void whatBaresTheWhiteIsNeverLighterThanIt(
            @ForAll("faces") Face face,
            @ForAll @DoubleRange(min = 5, max = 250) double contrast,
            @ForAll @DoubleRange(min = 2, max = 9) double size,
            @ForAll long seed) {
        Scene scene = Scene.plain(face).withPose(new DiePose(1, 2, 0.3));
        GrayPicture sound = DiceRenderer.render(scene);
        for (DefectKind kind : List.of(DefectKind.LOST_INK, DefectKind.FADED_PIP)) {
            Defect defect = Defects.on(kind, face, Ground.PRINT, contrast, size, seed);
            GrayPicture after = DefectPainter.paint(sound, scene.pose(), defect).picture();
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    assertThat(after.get(x, y)).isBetween(sound.get(x, y), Math.max(216, sound.get(x, y)));
                }
            }
        }
    }

    @Property(tries = 20, seed = "20240601")
    void fadedPipIsLighterByItsContrastDrawnOrPainted(
            @ForAll @DoubleRange(min = 20, max = 150) double contrast, @ForAll long seed) {
        Scene scene = Scene.plain(Face.FOUR);
        FadedPip faded = FadedPip.of(Face.FOUR.pips().get(2), contrast, seed);
        GrayPicture sound = DiceRenderer.render(scene);
        for (Painted painted :
                List.of(DiceRenderer.render(scene, faded), DefectPainter.paint(sound, scene.pose(), faded))) {
            int[] changes = new int[SIDE * SIDE];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = painted.picture().get(i % SIDE, i / SIDE) - sound.get(i % SIDE, i / SIDE);
            }
            int largest = Arrays.stream(changes).max().orElseThrow();
            assertThat((double) largest).isCloseTo(contrast, within(2 + 0.05 * contrast));
            assertThat((double) painted.mask().area()).isCloseTo(Math.PI * 11.4 * 11.4, within(60.0));
        }
    }

    @ParameterizedTest
    @EnumSource(DefectKind.class)
    void sameSeedGivesTheSameDefectAndAnotherSeedAnother(DefectKind kind) {
        Face face = Face.THREE;
        Scene scene = Scenes.good(7, face);
        Defect defect = Defects.typical(kind, face, 11);
        assertThat(defect.kind()).isEqualTo(kind);
        assertThat(Defects.typical(kind, face, 11)).isEqualTo(defect);
        Painted painted = DiceRenderer.render(scene, defect);
        assertThat(DiceRenderer.render(scene, defect)).isEqualTo(painted);
        assertThat(List.of(12L, 13L, 14L, 15L))
                .extracting(seed -> DiceRenderer.render(scene, Defects.typical(kind, face, seed)))
                .anyMatch(other -> !other.equals(painted));
    }

    @Test
    void pipThatIsNoneOfTheFaceCannotBeMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiceRenderer.render(Scene.plain(Face.ONE), new MissingPip(5, 5, 13)))
                .withMessageStartingWith("missing pip is at (5.0, 5.0) but the pips of ONE are");
    }

    private static void assertWhite(GrayPicture picture, DiePose pose, Face.Pip pip) {
        for (int dy = -12; dy <= 12; dy++) {
            for (int dx = -12; dx <= 12; dx++) {
                if (Math.hypot(dx, dy) < pip.radius() && Math.hypot(pip.x() + dx, pip.y() + dy) < Face.RADIUS) {
                    int x = (int) Math.round(pose.pictureX(pip.x() + dx, pip.y() + dy) + MIDDLE);
                    int y = (int) Math.round(pose.pictureY(pip.x() + dx, pip.y() + dy) + MIDDLE);
                    assertThat(picture.get(x, y)).as(x + ", " + y).isGreaterThan(180);
                }
            }
        }
    }

    private static GrayPicture flat(int level) {
        byte[] pixels = new byte[SIDE * SIDE];
        Arrays.fill(pixels, (byte) level);
        return GrayPicture.of(SIDE, SIDE, pixels);
    }

    @Provide
    Arbitrary<Face> faces() {
        return Arbitraries.of(Face.ONE, Face.TWO, Face.THREE, Face.FOUR);
    }

    @Provide
    Arbitrary<DiePose> poses() {
        Arbitrary<Double> shift = Arbitraries.doubles().between(-4, 4);
        return Combinators.combine(shift, shift, Arbitraries.doubles().between(-3.2, 3.2))
                .as(DiePose::new);
    }

    /** All that changes a flat grey picture, thin ones among them; nothing that is stopped by the white. */
    @Provide
    Arbitrary<Defect> defects() {
        return defects(1, 3);
    }

    /** Wide enough to cover a pixel wholly, wherever it falls. */
    @Provide
    Arbitrary<Defect> wide() {
        return defects(2.5, 5);
    }

    private static Arbitrary<Defect> defects(double leastWidth, double leastSize) {
        Arbitrary<Double> place = Arbitraries.doubles().between(-25, 25);
        Arbitrary<Double> angle = Arbitraries.doubles().between(-3.2, 3.2);
        Arbitrary<Double> contrast = Arbitraries.doubles().between(3, 110).flatMap(c -> Arbitraries.of(c, -c));
        Arbitrary<Double> width = Arbitraries.doubles().between(leastWidth, 8);
        Arbitrary<Double> size = Arbitraries.doubles().between(leastSize, 40);
        Arbitrary<Long> seed = Arbitraries.longs();
        return Arbitraries.oneOf(
                Combinators.combine(place, place, angle, size, width, contrast, seed)
                        .as(InkStroke::new),
                Combinators.combine(place, place, angle, size, width, contrast, seed)
                        .as(Scratch::new),
                Combinators.combine(place, place, size, contrast, seed).as(Blot::new),
                Combinators.combine(place, place, Arbitraries.doubles().between(leastSize, 20), contrast)
                        .as(ExtraPip::new),
                Combinators.combine(
                                place,
                                place,
                                angle,
                                size.map(s -> s + 8),
                                width.map(w -> w + 0.5),
                                contrast.map(c -> -Math.abs(c)))
                        .as(Cut::new),
                Combinators.combine(
                                place,
                                place,
                                angle,
                                Arbitraries.strings().withCharRange('A', 'Z').ofLength(3),
                                width,
                                contrast)
                        .as((x, y, turn, letters, line, c) ->
                                new Engraving(x, y, turn, letters, 2 * line + 2, line, c)));
    }
}
