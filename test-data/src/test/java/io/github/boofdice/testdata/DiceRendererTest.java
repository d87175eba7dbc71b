package io.github.boofdice.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiceRendererTest {
    private static final int SIDE = DiceRenderer.SIDE;
    private static final double MIDDLE = (SIDE - 1) / 2.0;
    /** Each face upright at eight times the size, which takes a second to draw. */
    private static final Map<Face, GrayPicture> LARGE = new ConcurrentHashMap<>();
    /** Within this radius there is nothing but die, wherever the die may lie. */
    private static final double DIE = 55;

    @Property(tries = 20, seed = "20240601")
    void quarterTurnOfTheSceneIsAQuarterTurnOfThePicture(
            @ForAll Face face, @ForAll @IntRange(min = 1, max = 3) int quarters, @ForAll long seed) {
        Scene scene = textured(face, seed);
        GrayPicture upright = DiceRenderer.render(scene);
        GrayPicture turned = DiceRenderer.render(scene.turned(quarters * Math.PI / 2));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int fromX = x;
                int fromY = y;
                for (int i = 0; i < quarters; i++) {
                    int swap = fromX;
                    fromX = fromY;
                    fromY = SIDE - 1 - swap;
                }
                if (Math.hypot(x - MIDDLE, y - MIDDLE) < DIE) {
                    // One level: the sums are rounded in another order.
                    assertThat(turned.get(x, y)).isCloseTo(upright.get(fromX, fromY), within(1));
                }
            }
        }
    }

    @Property(tries = 25, seed = "20240601")
    void poseOfTheSceneIsPoseOfThePicture(
            @ForAll Face face,
            @ForAll @DoubleRange(min = -3.2, max = 3.2) double theta,
            @ForAll @DoubleRange(min = -4, max = 4) double dx,
            @ForAll @DoubleRange(min = -4, max = 4) double dy) {
        int fine = 8;
        GrayPicture upright =
                LARGE.computeIfAbsent(face, which -> DiceRenderer.render(Scene.plain(which), fine * SIDE));
        DiePose pose = new DiePose(dx, dy, theta);
        GrayPicture posed = DiceRenderer.render(Scene.plain(face).withPose(pose));
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        double sum = 0;
        double worst = 0;
        int count = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (Math.hypot(x - MIDDLE - dx, y - MIDDLE - dy) > 52) {
                    continue;
                }
                double expected = 0;
                for (int i = 0; i < 64; i++) {
                    double px = x - MIDDLE - dx + (i % 8 - 3.5) / 8;
                    double py = y - MIDDLE - dy + (i / 8 - 3.5) / 8;
                    expected += bilinear(
                                    upright,
                                    fine * (cos * px + sin * py) + (fine * SIDE - 1) / 2.0,
                                    fine * (cos * py - sin * px) + (fine * SIDE - 1) / 2.0)
                            / 64;
                }
                double error = Math.abs(posed.get(x, y) - expected);
                sum += error;
                worst = Math.max(worst, error);
                count++;
            }
        }
        // A shift by a tenth of a pixel would change the steepest edge, some 100 levels a pixel, by 10.
        assertThat(sum / count).isLessThan(0.25);
        assertThat(worst).isLessThan(2.5);
    }

    @Property(tries = 20, seed = "20240601")
    void shiftOfTheSceneByWholePixelsShiftsThePicture(
            @ForAll Face face,
            @ForAll @IntRange(min = -5, max = 5) int dx,
            @ForAll @IntRange(min = -5, max = 5) int dy) {
        Scene scene = textured(face, 5).withPose(new DiePose(0.3, -0.2, 0.4));
        GrayPicture still = DiceRenderer.render(scene);
        GrayPicture moved = DiceRenderer.render(scene.withPose(scene.pose().shifted(dx, dy)));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (Math.hypot(x - MIDDLE, y - MIDDLE) < 50) {
                    assertThat(moved.get(x + dx, y + dy)).isCloseTo(still.get(x, y), within(1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void turnByTheSymmetryOfAFaceChangesNothingOnIt(Face face) {
        Scene scene = Scene.plain(face);
        double angle = face.symmetry() == 0 ? 1 : 2 * Math.PI / face.symmetry();
        GrayPicture upright = DiceRenderer.render(scene);
        assertThat(largestChange(upright, DiceRenderer.render(scene.turned(angle)), 50))
                .isLessThanOrEqualTo(1);
        if (face != Face.ONE) {
            assertThat(largestChange(upright, DiceRenderer.render(scene.turned(angle / 2)), 50))
                    .as("half that angle" + face)
                    .isGreaterThan(face.symmetry() == 1 ? 100 : 150);
        }
    }

    @Property(tries = 20, seed = "20240601")
    void gainAndOffsetOfTheLightScaleAndShiftTheLevels(
            @ForAll Face face,
            @ForAll @DoubleRange(min = 0.5, max = 1.05) double gain,
            @ForAll @DoubleRange(min = 0, max = 8) double offset) {
        GrayPicture plain = DiceRenderer.render(Scene.plain(face));
        Light light = Light.EVEN.withGain(gain).withOffset(offset);
        GrayPicture lit = DiceRenderer.render(Scene.plain(face).withLight(light));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                assertThat((double) lit.get(x, y))
                        .isCloseTo(Math.min(255, gain * plain.get(x, y) + offset), within(1.1));
            }
        }
    }

    @Test
    void gammaBendsTheLevels() {
        GrayPicture plain = DiceRenderer.render(Scene.plain(Face.SIX));
        GrayPicture bent = DiceRenderer.render(Scene.plain(Face.SIX).withLight(Light.EVEN.withGamma(0.8)));
        for (int x = 0; x < SIDE; x++) {
            assertThat((double) bent.get(x, 64)).isCloseTo(255 * Math.pow(plain.get(x, 64) / 255.0, 0.8), within(1.2));
        }
    }

    @Test
    void gradientOfTheLightStaysWhenTheDieTurns() {
        Light light = new Light(1, 0, 1, 0.2, 0, List.of());
        for (double theta : new double[] {0, 1, 2, 3}) {
            GrayPicture picture =
                    DiceRenderer.render(Scene.plain(Face.ONE).withLight(light).turned(theta));
            assertThat(picture.get(96, 64) - picture.get(31, 64))
                    .as("turned by " + theta)
                    .isBetween(40, 48);
        }
    }

    @Property(tries = 15, seed = "20240601")
    void highlightsStayWhenTheDieTurns(
            @ForAll @DoubleRange(min = -3, max = 3) double theta,
            @ForAll @DoubleRange(min = -3, max = 3) double angle) {
        Light lit = Light.EVEN.withHighlights(List.of(new Highlight(angle, 0.6, 25, 1)));
        Scene dark = Scene.plain(Face.ONE).turned(theta);
        GrayPicture without = DiceRenderer.render(dark);
        GrayPicture with = DiceRenderer.render(dark.withLight(lit));
        double sumX = 0;
        double sumY = 0;
        int brighter = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (with.get(x, y) - without.get(x, y) > 10) {
                    sumX += x - MIDDLE;
                    sumY += y - MIDDLE;
                    brighter++;
                }
            }
        }
        assertThat(brighter).isGreaterThan(100);
        assertThat(Math.IEEEremainder(Math.atan2(sumY, sumX) - angle, 2 * Math.PI))
                .isCloseTo(0, within(0.3));
    }

    @Property(tries = 15, seed = "20240601")
    void sameSceneGivesSameBytesAndAnotherSeedOthers(@ForAll Face face, @ForAll long seed) {
        GrayPicture picture = DiceRenderer.render(Scenes.good(seed, face));
        assertThat(DiceRenderer.render(Scenes.good(seed, face))).isEqualTo(picture);
        assertThat(DiceRenderer.render(Scenes.good(seed + 1, face))).isNotEqualTo(picture);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void pipsAreDarkWhereTheFaceSaysAndTheRestIsWhite(Face face) {
        GrayPicture picture = DiceRenderer.render(Scene.plain(face));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double distance = face.distanceToPrint(x - MIDDLE, y - MIDDLE);
                if (Math.hypot(x - MIDDLE, y - MIDDLE) < Face.RADIUS && Math.abs(distance) > 1.5) {
                    assertThat(picture.get(x, y) < 100)
                            .as(face + " at " + x + ", " + y + " at distance " + distance)
                            .isEqualTo(distance < 0);
                }
            }
        }
    }

    @Property(tries = 10, seed = "20240601")
    void grainHasTheStatedSpread(@ForAll @DoubleRange(min = 1, max = 8) double grain, @ForAll long seed) {
        Scene scene = Scene.plain(Face.ONE).withSeed(seed);
        GrayPicture clean = DiceRenderer.render(scene);
        GrayPicture grainy = DiceRenderer.render(scene.withGrain(grain));
        double sum = 0;
        int count = 0;
        for (int y = 75; y < 105; y++) {
            for (int x = 40; x < 90; x++) {
                double noise = grainy.get(x, y) - clean.get(x, y);
                sum += noise * noise;
                count++;
            }
        }
        // 1500 draws: the spread is known to 2 %, five of that; rounding adds a twelfth.
        assertThat(Math.sqrt(sum / count)).isCloseTo(Math.sqrt(grain * grain + 1 / 12.0), within(0.1 * grain));
    }

    @Property(tries = 10, seed = "20240601")
    void blurKeepsTheSumOfTheLevelsAndSoftensEdges(@ForAll @DoubleRange(min = 0.5, max = 3) double blur) {
        Scene scene = Scene.plain(Face.ONE);
        GrayPicture sharp = DiceRenderer.render(scene);
        GrayPicture soft = DiceRenderer.render(scene.withBlur(blur));
        // Not to the digit: the rows at the border, which are darker than the die, count for what lies beyond.
        assertThat(sum(soft)).isCloseTo(sum(sharp), within(0.8 * SIDE * SIDE));
        assertThat(steepest(soft)).isLessThan(steepest(sharp) - 3);
    }

    @Test
    void largerPictureShowsTheSame() {
        Scene scene = textured(Face.SIX, 3).withPrintGrain(0).withBlur(0).withPose(new DiePose(2, -1, 0.5));
        GrayPicture small = DiceRenderer.render(scene);
        GrayPicture large = DiceRenderer.render(scene, 384);
        for (int y = 20; y < 108; y++) {
            for (int x = 20; x < 108; x++) {
                int sum = 0;
                for (int i = 0; i < 9; i++) {
                    sum += large.get(3 * x + i % 3, 3 * y + i / 3);
                }
                assertThat(small.get(x, y)).isCloseTo(sum / 9, within(2));
            }
        }
    }

    @Test
    void impossibleScenesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scene.plain(Face.ONE).withBlur(6))
                .withMessage("blur is 6.0 but must lie in 0.0 .. 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scene.plain(Face.ONE).withGrain(Double.NaN))
                .withMessage("grain is NaN but must lie in 0.0 .. 30.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiePose(0, Double.POSITIVE_INFINITY, 0))
                .withMessage("y is Infinity but must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Light.EVEN.withGain(0))
                .withMessageStartingWith("gain is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Highlight(0, 4, 1, 1))
                .withMessageStartingWith("spread is 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiceRenderer.render(Scene.plain(Face.ONE), 5000))
                .withMessageStartingWith("side is 5000.0");
    }

    /** An even light and no camera noise, but a rough print, a wavy edge and a slight blur. */
    private static Scene textured(Face face, long seed) {
        return Scene.plain(face).withSeed(seed).withPrintGrain(15).withBlur(0.4);
    }

    private static double bilinear(GrayPicture picture, double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double u = x - x0;
        double v = y - y0;
        return (1 - v) * ((1 - u) * picture.get(x0, y0) + u * picture.get(x0 + 1, y0))
                + v * ((1 - u) * picture.get(x0, y0 + 1) + u * picture.get(x0 + 1, y0 + 1));
    }

    private static int largestChange(GrayPicture a, GrayPicture b, double radius) {
        int largest = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (Math.hypot(x - MIDDLE, y - MIDDLE) < radius) {
                    largest = Math.max(largest, Math.abs(a.get(x, y) - b.get(x, y)));
                }
            }
        }
        return largest;
    }

    private static double sum(GrayPicture picture) {
        double sum = 0;
        for (byte pixel : picture.pixels()) {
            sum += pixel & 0xFF;
        }
        return sum;
    }

    private static int steepest(GrayPicture picture) {
        int steepest = 0;
        for (int x = 40; x < 90; x++) {
            steepest = Math.max(steepest, Math.abs(picture.get(x, 64) - picture.get(x - 1, 64)));
        }
        return steepest;
    }
}
