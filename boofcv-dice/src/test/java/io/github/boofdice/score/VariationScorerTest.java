package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Bicubic;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.Defect;
import io.github.boofdice.testdata.DefectKind;
import io.github.boofdice.testdata.Defects;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Ground;
import io.github.boofdice.testdata.Light;
import io.github.boofdice.testdata.LostInk;
import io.github.boofdice.testdata.Painted;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scratch;
import java.util.List;
import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariationScorerTest {
    private static Template template(Face face) {
        return IDEAL.get(face.ordinal());
    }

    private static VariationScorer scorer(Face face) {
        return new VariationScorer(template(face), LEVELS.frame());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theTemplateItselfScoresZero(Face face) {
        Difference found = scorer(face).compare(LEVELS.prepare(template(face).grey()), RigidPose.IDENTITY, 1);

        assertThat(found.raw()).isZero();
        assertThat(found.map().data).containsOnly(0f);
        assertThat(found.deviation().data).containsOnly(0f);
    }

    @Test
    void theTemplateUnderAnotherLightScoresZeroAtItsGain() {
        GrayF32 lit = template(Face.SIX).grey().clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = 0.6f * lit.data[i] + 60;
        }

        Difference found = scorer(Face.SIX).compare(LEVELS.prepare(lit), RigidPose.IDENTITY, 0.6);

        assertThat(found.raw()).isLessThan(1e-4);
    }

    /** The formula of the class, pixel by pixel, in double. */
    @Property(tries = 8, seed = "1", shrinking = ShrinkingMode.OFF)
    void theScoreIsItsDefinition(
            @ForAll @DoubleRange(min = -4, max = 4) @Scale(3) double x,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees,
            @ForAll @DoubleRange(min = 0.5, max = 2) double gain,
            @ForAll long seed) {
        GrayF32 light = Planes.noise(128, 128, seed + 1);
        GrayF32 dark = Planes.noise(128, 128, seed + 2);
        for (int i = 0; i < light.data.length; i++) {
            light.data[i] /= 20;
            dark.data[i] /= 10;
        }
        Template five = template(Face.FIVE);
        Template template = new Template("", five.grey(), five.centre(), light, dark, 1);
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, seed));
        RigidPose pose = new RigidPose(x, -x / 2, Math.toRadians(degrees));

        Difference found = new VariationScorer(template, LEVELS.frame()).compare(picture, pose, gain);

        GrayF32 wideLight = Limits.dilate(light, 2.3);
        GrayF32 wideDark = Limits.dilate(dark, 2.3);
        double[] z = new double[128 * 128];
        for (int i = 0; i < z.length; i++) {
            double u = i % 128 - 63.5;
            double v = i / 128 - 63.5;
            if (Math.hypot(u, v) <= 52) {
                RigidPose place = pose.after(new RigidPose(u, v, 0));
                double seen = Bicubic.sample(picture.fine(), (float) (63.5 + place.x()), (float) (63.5 + place.y()));
                double d = seen / gain - template.centre().data[i];
                z[i] = Math.max(-6, Math.min(6, d / ((d > 0 ? wideLight : wideDark).data[i] + 3)));
            }
            assertThat((double) found.deviation().data[i]).isCloseTo(z[i], within(2e-3));
        }
        double raw = 0;
        for (int i = 0; i < z.length; i++) {
            double mean = 0;
            if (Math.hypot(i % 128 - 63.5, i / 128 - 63.5) <= 50) {
                for (int window = 0; window < 25; window++) {
                    mean += Math.abs(z[i + (window / 5 - 2) * 128 + window % 5 - 2]) / 25;
                }
            }
            assertThat((double) found.map().data[i]).isCloseTo(mean, within(2e-3));
            raw = Math.max(raw, mean);
        }
        assertThat(found.raw()).isCloseTo(raw, within(2e-3));
    }

    @Test
    void theScoreGrowsWithTheContrastOfTheDefect() {
        List<DoubleFunction<Defect>> growing = List.of(
                share -> new Blot(0, -14, 6, -150 * share, 1),
                share -> new Scratch(0, 14, 0.3, 30, 1.5, -150 * share, 2),
                share -> new LostInk(-29, -29, 8, 120 * share, 3));
        for (DoubleFunction<Defect> defect : growing) {
            double before = 0;
            for (double share : new double[] {0.1, 0.2, 0.3, 0.45, 0.7, 1}) {
                Defect drawn = defect.apply(share);
                GrayF32 picture = RenderedDice.plane(DiceRenderer.render(RenderedDice.clean(Face.FOUR), drawn)
                        .picture());

                double raw = scorer(Face.FOUR)
                        .compare(LEVELS.prepare(picture), RigidPose.IDENTITY, 1)
                        .raw();

                // Every deviation is clipped at 6, so the mean of a window is too.
                assertThat(raw).as("%s", drawn).isGreaterThan(Math.min(before + 0.1, 5.99));
                before = raw;
            }
            assertThat(before).isBetween(2.0, 6.0001);
        }
    }

    @Test
    void theScoreFollowsThePose() {
        Scene scene = RenderedDice.clean(Face.SIX).withGrain(0.8);
        Defect defect = new Blot(20, 5, 8, -120, 4);
        DiePose moved = new DiePose(2.4, -1.6, 1.9);

        double upright = raw(scene, DiePose.IDENTITY, defect);
        double turned = raw(scene.withPose(moved), moved, defect);
        double sound = scorer(Face.SIX)
                .compare(RenderedDice.prepared(scene.withPose(moved)), RenderedDice.pose(moved), 1)
                .raw();

        assertThat(turned).isCloseTo(upright, within(0.15 * upright));
        assertThat(sound).isLessThan(0.4 * turned);
    }

    private static double raw(Scene scene, DiePose pose, Defect defect) {
        GrayF32 picture = RenderedDice.plane(DiceRenderer.render(scene, defect).picture());
        return scorer(scene.face())
                .compare(LEVELS.prepare(picture), RenderedDice.pose(pose), 1)
                .raw();
    }

    @Test
    void lightAndDarkDefectsAreToldApart() {
        for (int sign : new int[] {-1, 1}) {
            Scene grey = RenderedDice.clean(Face.TWO).withLight(Light.EVEN.withGain(0.6));
            GrayF32 sound = RenderedDice.draw(grey);
            GrayF32 picture = RenderedDice.plane(
                    DiceRenderer.render(grey, new Blot(0, 0, 9, sign * 60, 1)).picture());
            Template template = new Template(
                    "",
                    sound,
                    LEVELS.prepare(sound).fine(),
                    template(Face.TWO).spreadLight(),
                    template(Face.TWO).spreadDark(),
                    2);

            Difference found = new VariationScorer(template, LEVELS.frame())
                    .compare(LEVELS.prepare(picture), RigidPose.IDENTITY, 1);

            assertThat(Math.signum(found.deviation().get(64, 64))).isEqualTo(sign);
            assertThat(RegionFinder.find(found, 0.8 * found.raw(), 0.4 * found.raw())
                            .get(0)
                            .polarity())
                    .isEqualTo(sign > 0 ? Polarity.LIGHT : Polarity.DARK);
        }
    }

    @Test
    void eachPolarityHasItsOwnSpread() {
        Template four = template(Face.FOUR);
        GrayF32 wide = Planes.flat(128, 128, 20);
        Template tolerant = new Template("", four.grey(), four.centre(), four.spreadLight(), wide, 4);
        GrayF32 picture =
                RenderedDice.plane(DiceRenderer.render(RenderedDice.clean(Face.FOUR), new Blot(0, 0, 9, -100, 1))
                        .picture());

        double strict = scorer(Face.FOUR)
                .compare(LEVELS.prepare(picture), RigidPose.IDENTITY, 1)
                .raw();
        double lenient = new VariationScorer(tolerant, LEVELS.frame())
                .compare(LEVELS.prepare(picture), RigidPose.IDENTITY, 1)
                .raw();

        assertThat(lenient).isLessThan(0.7 * strict);
    }

    /** Face 52, its shift 3, sampling 2, and the wide blur's kernel, whose corner lies 9 to the right and 9 down: 70 at the most. */
    @Test
    void maskedPixelsDoNotAffectTheScore() {
        DiePose pose = new DiePose(2, -2, 0.7);
        GrayF32 picture =
                RenderedDice.draw(RenderedDice.clean(Face.THREE).withPose(pose).withGrain(2));
        GrayF32 noise = Planes.noise(128, 128, 8);
        GrayF32 other = picture.clone();
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                if (Math.hypot(x - 63.5, y - 63.5) > 70) {
                    other.set(x, y, noise.get(x, y));
                }
            }
        }
        assertThat(other.data).isNotEqualTo(picture.data);

        Difference a = scorer(Face.THREE).compare(LEVELS.prepare(picture), RenderedDice.pose(pose), 1);
        Difference b = scorer(Face.THREE).compare(LEVELS.prepare(other), RenderedDice.pose(pose), 1);

        assertThat(b.raw()).isEqualTo(a.raw());
        assertThat(b.map().data).isEqualTo(a.map().data);
        assertThat(b.deviation().data).isEqualTo(a.deviation().data);
    }

    @Test
    void theMapIsZeroOutsideTheScoredDisc() {
        Difference found = scorer(Face.ONE).compare(LEVELS.prepare(Planes.noise(128, 128, 1)), RigidPose.IDENTITY, 1);

        for (int i = 0; i < 128 * 128; i++) {
            double away = Math.hypot(i % 128 - 63.5, i / 128 - 63.5);
            assertThat(found.map().data[i] == 0).isEqualTo(away > 50);
            assertThat(found.deviation().data[i] == 0).isEqualTo(away > 52);
        }
    }

    /** The greatest deviation and all regions lie where the renderer says that the defect is. */
    @ParameterizedTest
    @EnumSource(DefectKind.class)
    void regionsAreFoundWhereThePaintedDefectsMaskLies(DefectKind kind) {
        for (int seed = 0; seed < 3; seed++) {
            Face face = kind == DefectKind.ENGRAVING ? Face.SIX : Face.values()[1 + seed];
            DiePose pose = new DiePose(1.5, -0.7, 0.3 + seed);
            Scene scene = RenderedDice.clean(face).withPose(pose).withGrain(0.8).withSeed(seed);
            Defect defect = Defects.typical(kind, face, seed);
            Painted painted = DiceRenderer.render(scene, defect);

            Difference found = scorer(face)
                    .compare(LEVELS.prepare(RenderedDice.plane(painted.picture())), RenderedDice.pose(pose), 1);
            List<RegionFinder.PixelRegion> regions = RegionFinder.find(found, 1.5, 1);

            assertThat(regions).as("%s on %s", defect, face).isNotEmpty();
            int hit = 0;
            for (RegionFinder.PixelRegion region : regions) {
                for (int at : region.pixels()) {
                    // Half the window of 5, and the reach of the band-pass round a strong edge.
                    assertThat(masked(painted.mask(), pose, at, 9))
                            .as("%s on %s at %s", defect, face, at)
                            .isTrue();
                    hit += masked(painted.mask(), pose, at, 1) ? 1 : 0;
                }
            }
            assertThat(hit)
                    .as("%s on %s", defect, face)
                    .isGreaterThan(painted.mask().area() / 2);
        }
    }

    /** Whether the mask, which lies as the picture does, has a pixel within a distance of a template's pixel. */
    private static boolean masked(GrayPicture mask, DiePose pose, int at, int distance) {
        RigidPose place = RenderedDice.pose(pose).after(new RigidPose(at % 128 - 63.5, at / 128 - 63.5, 0));
        int column = (int) Math.round(63.5 + place.x());
        int row = (int) Math.round(63.5 + place.y());
        for (int y = Math.max(0, row - distance); y <= Math.min(127, row + distance); y++) {
            for (int x = Math.max(0, column - distance); x <= Math.min(127, column + distance); x++) {
                if (mask.get(x, y) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void defectsOnPrintAndOnWhiteBothCount() {
        for (Ground ground : new Ground[] {Ground.PRINT, Ground.WHITE}) {
            double contrast = ground == Ground.PRINT ? 60 : -60;
            Defect defect = Defects.on(DefectKind.BLOT, Face.SIX, ground, contrast, 5, 3);

            assertThat(raw(RenderedDice.clean(Face.SIX), DiePose.IDENTITY, defect))
                    .isGreaterThan(1.5);
        }
    }
}
