package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static io.github.boofdice.RenderedDice.QUIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
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
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariationScorerTest {
    private static Template template(Face face) {
        return IDEAL.get(face.ordinal());
    }

    private static VariationScorer scorer(Face face) {
        return new VariationScorer(template(face), QUIET, LEVELS.frame());
    }

    private static Difference compare(VariationScorer scorer, PictureLevels picture, RigidPose pose, double gain) {
        GrayF32 map = Planes.flat(128, 128, 99);
        GrayF32 heat = Planes.flat(128, 128, 99);
        Evidence evidence = new Evidence(LEVELS.frame());
        double raw = scorer.compare(picture, pose, gain, evidence, map);
        scorer.locate(evidence, heat);
        return new Difference(raw, map, heat);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theTemplateItselfScoresZero(Face face) {
        Difference found = compare(scorer(face), LEVELS.prepare(template(face).grey()), RigidPose.IDENTITY, 1);

        assertThat(found.raw()).isZero();
        assertThat(found.map().data).containsOnly(0f);
        assertThat(found.heat().data).containsOnly(0f);
    }

    /** The formula of the class from the maps of the filters, which have tests of their own. */
    @Property(tries = 6, seed = "1", shrinking = ShrinkingMode.OFF)
    void theScoreIsItsDefinition(@ForAll long seed) {
        List<GrayF32> light = new ArrayList<>();
        List<GrayF32> dark = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            light.add(atLeastOne(Planes.noise(128, 128, seed + f)));
            dark.add(atLeastOne(Planes.noise(128, 128, seed - f - 1)));
        }
        GrayF32 texture = atLeastOne(Planes.noise(128, 128, seed + 9));
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, seed));
        RigidPose pose = new RigidPose(1, -2, 0.3);

        Difference found = compare(
                new VariationScorer(template(Face.FIVE), new EvidenceLimits(light, dark, texture), LEVELS.frame()),
                picture,
                pose,
                1.2);

        Evidence evidence = new Evidence(LEVELS.frame());
        new Deviation(template(Face.FIVE), LEVELS.frame()).into(picture, pose, 1.2, evidence);
        evidence.gather(texture);
        double raw = 0;
        for (int i = 0; i < 128 * 128; i++) {
            double expected = 0;
            for (int f = 0; f < Evidence.FILTERS && inDisc(i, 50); f++) {
                expected = Math.max(expected, evidence.light(f).data[i] / light.get(f).data[i]);
                expected = Math.max(expected, evidence.dark(f).data[i] / dark.get(f).data[i]);
            }
            assertThat((double) found.map().data[i]).isCloseTo(expected, within(1e-4));
            raw = Math.max(raw, found.map().data[i]);
        }
        assertThat(found.raw()).isEqualTo(raw).isGreaterThan(1);
    }

    private static GrayF32 atLeastOne(GrayF32 noise) {
        for (int i = 0; i < noise.data.length; i++) {
            noise.data[i] = 1 + noise.data[i] / 50;
        }
        return noise;
    }

    /** Whatever a picture shows, with limits as wide it scores 1, with limits twice as wide half of that, and no limit of a pixel lowers another's score. */
    @Property(tries = 6, seed = "2", shrinking = ShrinkingMode.OFF)
    void evidenceAtItsLimitScoresOneAndWiderLimitsScoreLess(@ForAll long seed) {
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, seed));
        Evidence evidence = new Evidence(LEVELS.frame());
        new Deviation(template(Face.SIX), LEVELS.frame()).into(picture, RigidPose.IDENTITY, 1, evidence);
        GrayF32 texture = Planes.flat(128, 128, 0.1f);
        evidence.gather(texture);
        EvidenceLimits seen = new EvidenceLimits(
                List.of(positive(evidence.light(0)), positive(evidence.light(1)), positive(evidence.light(2))),
                List.of(positive(evidence.dark(0)), positive(evidence.dark(1)), positive(evidence.dark(2))),
                texture);

        Difference atLimit = compare(sixWithin(seen), picture, RigidPose.IDENTITY, 1);
        Difference wider = compare(sixWithin(seen.times(new double[] {2, 2, 2})), picture, RigidPose.IDENTITY, 1);
        Difference patchesOnly =
                compare(sixWithin(seen.times(new double[] {4, 1e6, 1e6})), picture, RigidPose.IDENTITY, 1);

        for (int i = 0; i < 128 * 128; i++) {
            assertThat(atLimit.map().data[i]).isCloseTo(inDisc(i, 50) ? 1 : 0, within(1e-5f));
            assertThat(wider.map().data[i]).isCloseTo(inDisc(i, 50) ? 0.5f : 0, within(1e-5f));
        }
        assertThat(atLimit.raw()).isCloseTo(1, within(1e-5));
        assertThat(patchesOnly.raw()).isCloseTo(0.25, within(1e-5));
    }

    private static VariationScorer sixWithin(EvidenceLimits limits) {
        return new VariationScorer(template(Face.SIX), limits, LEVELS.frame());
    }

    private static GrayF32 positive(GrayF32 plane) {
        GrayF32 out = plane.clone();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = Math.max(1e-3f, out.data[i]);
        }
        return out;
    }

    /** A faint defect's score is its contrast's: nothing is lost below a threshold. */
    @Property(tries = 20, seed = "3", shrinking = ShrinkingMode.OFF)
    void aFaintDefectScoresInProportionToItsContrast(
            @ForAll @DoubleRange(min = 0.5, max = 10) double contrast,
            @ForAll boolean dark,
            @ForAll @IntRange(min = 2, max = 30) int size) {
        int sign = dark ? -1 : 1;
        double unit = painted(sign, size);

        assertThat(painted(sign * contrast, size)).isCloseTo(contrast * unit, within(0.01));
        assertThat(unit).isGreaterThan(0.05);
    }

    /** Twenty-one grey levels count in full, which is five times the limit of patches; a tenth of what goes beyond. */
    @ParameterizedTest
    @ValueSource(ints = {-200, 200})
    void strongDefectsScoreATenthOfWhatGoesBeyond(int contrast) {
        double raw = painted(contrast, 9);
        double twice = painted(2 * contrast, 9);

        assertThat(raw).isBetween(21 / 4.0, 21 / 4.0 + 200 / 4.0 / 10);
        assertThat(painted(3 * contrast, 9) - twice)
                .isCloseTo(twice - raw, within(0.01))
                .isGreaterThan(1);
    }

    /** Rectangles of one size on a template, in grey levels that no picture file could hold. */
    private static double painted(double contrast, int size) {
        GrayF32 grey = template(Face.SIX).grey().clone();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < 5; x++) {
                grey.data[(50 + y) * 128 + 60 + x] += (float) contrast;
            }
        }
        return compare(scorer(Face.SIX), LEVELS.prepare(grey), RigidPose.IDENTITY, 1)
                .raw();
    }

    /** Only what lies in a region of interest counts, and there it counts as it always does. */
    @Property(tries = 6, seed = "4", shrinking = ShrinkingMode.OFF)
    void onlyPixelsOfTheGivenDiscCount(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int pixels) {
        PixelDisc all = PixelDisc.scored(LEVELS.frame());
        PixelDisc some = all.subset(new SplittableRandom(seed)
                .ints(pixels, 0, all.size())
                .sorted()
                .distinct()
                .toArray());
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, seed));

        Difference whole = compare(scorer(Face.TWO), picture, RigidPose.IDENTITY, 1);
        Difference part = compare(
                new VariationScorer(template(Face.TWO), QUIET, LEVELS.frame(), some), picture, RigidPose.IDENTITY, 1);

        boolean[] chosen = some.mask();
        double raw = 0;
        for (int i = 0; i < chosen.length; i++) {
            assertThat(part.map().data[i]).isEqualTo(chosen[i] ? whole.map().data[i] : 0);
            raw = Math.max(raw, part.map().data[i]);
        }
        assertThat(part.raw()).isEqualTo(raw);
    }

    /** A band-pass leaves a rim of the other sign round what is wide; the heat map shows the mark, all of it, and not the rim. (Without what is given back, one of 8 pixels is no hotter than its rim.) */
    @Property(tries = 20, seed = "5", shrinking = ShrinkingMode.OFF)
    void aWideMarkIsHotterAllOverThanAnythingBesideIt(
            @ForAll @DoubleRange(min = 20, max = 150) double contrast,
            @ForAll boolean dark,
            @ForAll @IntRange(min = 4, max = 9) int width) {
        int top = 50;
        int left = 82;
        GrayF32 grey = template(Face.ONE).grey().clone();
        for (int y = top; y < top + 30; y++) {
            for (int x = left; x < left + width; x++) {
                grey.data[y * 128 + x] += (float) (dark ? -contrast : contrast);
            }
        }

        GrayF32 heat = compare(scorer(Face.ONE), LEVELS.prepare(grey), RigidPose.IDENTITY, 1)
                .heat();

        float inside = Float.MAX_VALUE;
        float beside = 0;
        for (int y = top + 5; y < top + 25; y++) {
            for (int x = left + 1; x < left + width - 1; x++) {
                inside = Math.min(inside, heat.data[y * 128 + x]);
            }
            for (int x = left + width + 2; x < 108; x++) {
                beside = Math.max(beside, heat.data[y * 128 + x]);
            }
        }
        assertThat(inside).as("beside %s", beside).isGreaterThan(1.1f * beside);
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

                // A deviation is clipped at 18 + 2 * 1.5 for patches, which then score 21 / 4, at 10 + 0.5 * 1.5 for
                // lines: a scratch is as strong as can be from 35 levels on.
                assertThat(raw).as("%s", drawn).isGreaterThan(Math.min(before + 0.05, share > 0.25 ? 3.5 : 6));
                before = raw;
            }
            assertThat(before).isGreaterThan(3.5);
        }
    }

    @Test
    void theScoreFollowsThePose() {
        Scene scene = RenderedDice.clean(Face.SIX).withGrain(0.8);
        Defect defect = new Blot(20, 5, 8, -120, 4);
        DiePose moved = new DiePose(2.4, -1.6, 1.9);

        double upright = raw(scene, DiePose.IDENTITY, defect);
        double turned = raw(scene.withPose(moved), moved, defect);
        double sound = compare(
                        scorer(Face.SIX), RenderedDice.prepared(scene.withPose(moved)), RenderedDice.pose(moved), 1)
                .raw();

        assertThat(turned).isCloseTo(upright, within(0.15 * upright));
        assertThat(sound).isLessThan(0.4 * turned);
    }

    private static double raw(Scene scene, DiePose pose, Defect defect) {
        GrayF32 picture = RenderedDice.plane(DiceRenderer.render(scene, defect).picture());
        return compare(scorer(scene.face()), LEVELS.prepare(picture), RenderedDice.pose(pose), 1)
                .raw();
    }

    @Test
    void whereGoodPicturesAreLoudTheSameEvidenceCountsLess() {
        List<GrayF32> loud = new ArrayList<>();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            GrayF32 plane = Planes.flat(128, 128, 3);
            for (int i = 0; i < plane.data.length; i++) {
                plane.data[i] = i % 128 < 64 ? 9 : 3;
            }
            loud.add(plane);
        }
        VariationScorer scorer = new VariationScorer(
                template(Face.ONE), new EvidenceLimits(loud, loud, Planes.flat(128, 128, 1000)), LEVELS.frame());
        double[] raw = new double[2];
        for (int side = 0; side < 2; side++) {
            GrayF32 picture = RenderedDice.plane(
                    DiceRenderer.render(RenderedDice.clean(Face.ONE), new Blot(side == 0 ? -30 : 30, 0, 8, -60, 1))
                            .picture());
            raw[side] = compare(scorer, LEVELS.prepare(picture), RigidPose.IDENTITY, 1)
                    .raw();
        }

        assertThat(raw[0]).isLessThan(0.4 * raw[1]);
    }

    @Test
    void theMapIsZeroOutsideTheScoredDisc() {
        Difference found = compare(scorer(Face.ONE), LEVELS.prepare(Planes.noise(128, 128, 1)), RigidPose.IDENTITY, 1);

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

            Difference found = compare(scorer(face), picture, RenderedDice.pose(pose), 1);
            List<RegionFinder.PixelRegion> regions = RegionFinder.find(
                    found.map(), 2, 1.2, () -> GreyDifference.of(picture, template(face), RenderedDice.pose(pose), 1));

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
