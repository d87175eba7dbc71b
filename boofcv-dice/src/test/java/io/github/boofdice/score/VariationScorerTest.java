package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static io.github.boofdice.RenderedDice.QUIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
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
import io.github.boofdice.testdata.LostInk;
import io.github.boofdice.testdata.Painted;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariationScorerTest {
    private static Template template(Face face) {
        return IDEAL.get(face.ordinal());
    }

    private static VariationScorer scorer(Face face) {
        return new VariationScorer(template(face), QUIET, LEVELS.frame());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theTemplateItselfScoresZero(Face face) {
        Difference found = scorer(face).compare(LEVELS.prepare(template(face).grey()), RigidPose.IDENTITY, 1);

        assertThat(found.raw()).isZero();
        assertThat(found.map().data).containsOnly(0f);
    }

    /** The formula of the class from the maps of the filters, which have tests of their own. */
    @Property(tries = 6, seed = "1", shrinking = ShrinkingMode.OFF)
    void theScoreIsItsDefinition(@ForAll long seed) {
        List<GrayF32> usual = new ArrayList<>();
        List<GrayF32> stray = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            usual.add(scaled(Planes.noise(128, 128, seed + f), 1 / 255f));
            stray.add(scaled(Planes.noise(128, 128, seed - f - 1), 1 / 400f));
        }
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, seed));
        RigidPose pose = new RigidPose(1, -2, 0.3);

        Difference found = new VariationScorer(template(Face.FIVE), new EvidenceLimits(usual, stray), LEVELS.frame())
                .compare(picture, pose, 1.2);

        GrayF32[] evidence = new Evidence(LEVELS.frame())
                .of(new DeviationMap(template(Face.FIVE), LEVELS.frame()).of(picture, pose, 1.2));
        double[] expected = new double[128 * 128];
        for (int f = 0; f < Evidence.FILTERS; f++) {
            GrayF32 most = Limits.dilate(usual.get(f), 2);
            GrayF32 wide = Limits.dilate(stray.get(f), 2);
            for (int i = 0; i < expected.length; i++) {
                double strays = (evidence[f].data[i] - most.data[i]) / (wide.data[i] + 0.2);
                expected[i] = inDisc(i, 50) ? Math.max(expected[i], strays) : 0;
            }
        }
        double raw = 0;
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found.map().data[i]).isCloseTo(expected[i], within(1e-3));
            raw = Math.max(raw, found.map().data[i]);
        }
        assertThat(found.raw()).isEqualTo(raw).isGreaterThan(1);
    }

    private static GrayF32 scaled(GrayF32 plane, float factor) {
        for (int i = 0; i < plane.data.length; i++) {
            plane.data[i] *= factor;
        }
        return plane;
    }

    private static boolean inDisc(int i, double radius) {
        return Math.hypot(i % 128 - 63.5, i / 128 - 63.5) <= radius;
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

                double raw = raw(RenderedDice.clean(Face.FOUR), DiePose.IDENTITY, drawn);

                // Every deviation is clipped at 6, so the evidence is too: (6 - 0.3) / 0.5.
                assertThat(raw).as("%s", drawn).isGreaterThan(Math.min(before + 0.05, 11.3));
                before = raw;
            }
            assertThat(before).isBetween(4.0, 11.4001);
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
    void whereGoodPicturesAreLoudTheSameEvidenceCountsLess() {
        List<GrayF32> loud = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            GrayF32 plane = Planes.flat(128, 128, 0.3f);
            for (int i = 0; i < plane.data.length; i++) {
                plane.data[i] = i % 128 < 64 ? 2 : 0.3f;
            }
            loud.add(plane);
        }
        VariationScorer scorer =
                new VariationScorer(template(Face.ONE), new EvidenceLimits(loud, loud), LEVELS.frame());
        double[] raw = new double[2];
        for (int side = 0; side < 2; side++) {
            GrayF32 picture = RenderedDice.plane(
                    DiceRenderer.render(RenderedDice.clean(Face.ONE), new Blot(side == 0 ? -30 : 30, 0, 8, -60, 1))
                            .picture());
            raw[side] = scorer.compare(LEVELS.prepare(picture), RigidPose.IDENTITY, 1)
                    .raw();
        }

        assertThat(raw[0]).isLessThan(0.4 * raw[1]);
    }

    @Test
    void theMapIsZeroOutsideTheScoredDisc() {
        Difference found = scorer(Face.ONE).compare(LEVELS.prepare(Planes.noise(128, 128, 1)), RigidPose.IDENTITY, 1);

        for (int i = 0; i < 128 * 128; i++) {
            assertThat(found.map().data[i] > 0).isEqualTo(inDisc(i, 50));
        }
    }

    /** The greatest deviation and all regions lie where the renderer says that the defect is, and have its sign. */
    @ParameterizedTest
    @EnumSource(DefectKind.class)
    void regionsAreFoundWhereThePaintedDefectsMaskLies(DefectKind kind) {
        for (int seed = 0; seed < 3; seed++) {
            Face face = kind == DefectKind.ENGRAVING ? Face.SIX : Face.values()[1 + seed];
            DiePose pose = new DiePose(1.5, -0.7, 0.3 + seed);
            Scene scene = RenderedDice.clean(face).withPose(pose).withGrain(0.8).withSeed(seed);
            Defect defect = Defects.typical(kind, face, seed);
            Painted painted = DiceRenderer.render(scene, defect);
            PictureLevels picture = LEVELS.prepare(RenderedDice.plane(painted.picture()));

            Difference found = scorer(face).compare(picture, RenderedDice.pose(pose), 1);
            List<RegionFinder.PixelRegion> regions = RegionFinder.find(
                    found.map(), 4, 2, () -> GreyDifference.of(picture, template(face), RenderedDice.pose(pose), 1));

            assertThat(regions).as("%s on %s", defect, face).isNotEmpty();
            int hit = 0;
            for (RegionFinder.PixelRegion region : regions) {
                for (int at : region.pixels()) {
                    // Half the largest window, 11, and the reach of the band-pass round a strong edge, 9.
                    assertThat(masked(painted.mask(), pose, at, 14))
                            .as("%s on %s at %s", defect, face, at)
                            .isTrue();
                    hit += masked(painted.mask(), pose, at, 1) ? 1 : 0;
                }
            }
            assertThat(hit)
                    .as("%s on %s", defect, face)
                    .isGreaterThan(painted.mask().area() / 2);
            assertThat(regions.get(0).polarity())
                    .as("%s on %s", defect, face)
                    .isEqualTo(defect.contrast() > 0 ? Polarity.LIGHT : Polarity.DARK);
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
                    .isGreaterThan(3);
        }
    }
}
