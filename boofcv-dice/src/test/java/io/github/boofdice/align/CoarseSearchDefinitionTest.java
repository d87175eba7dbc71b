package io.github.boofdice.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.CoarseSearch.Candidate;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search beside every correlation computed on its own. */
class CoarseSearchDefinitionTest {
    private static Template template(PictureLevels.Factory levels, long seed, int symmetry) {
        int width = levels.frame().width();
        int height = levels.frame().height();
        GrayF32 grey = Planes.waves(width, height, 8, seed);
        GrayF32 spread = Planes.flat(width, height, 1);
        return new Template("t" + seed, grey, levels.prepare(grey).fine(), spread, spread, symmetry);
    }

    /** Pearson's correlation of a turned template and of what a picture shows a shift away, over the disc. */
    private static double correlation(GrayF32 turned, GrayF32 picture, PixelDisc disc, int sx, int sy) {
        double a = 0;
        double b = 0;
        for (int i = 0; i < disc.size(); i++) {
            a += turned.data[disc.index(i)] / disc.size();
            b += picture.data[disc.index(i) + sy * picture.width + sx] / disc.size();
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < disc.size(); i++) {
            double u = turned.data[disc.index(i)] - a;
            double v = picture.data[disc.index(i) + sy * picture.width + sx] - b;
            ab += u * v;
            aa += u * u;
            bb += v * v;
        }
        return ab / Math.sqrt(aa * bb);
    }

    /** Of 48 pixels a side the coarse disc is only as wide as the shifts leave room for. */
    @ParameterizedTest
    @CsvSource({"32, 32", "36, 50", "48, 48", "64, 64", "66, 70", "128, 128"})
    void thePlaceWithTheGreatestCorrelationIsFound(int width, int height) {
        PictureLevels.Factory levels = new PictureLevels.Factory(new Frame(width, height));
        List<Template> templates = List.of(template(levels, 1, 1), template(levels, 2, 4), template(levels, 3, 0));
        int factor = levels.coarseFactor();
        GrayF32 picture = levels.coarse(Planes.waves(width, height, 8, 9));
        for (int i = 0; i < picture.data.length; i++) {
            picture.data[i] += 20; // a correlation does not mind
        }
        int side = Math.min(picture.width, picture.height);
        PixelDisc disc = new PixelDisc(
                picture.width,
                picture.height,
                Math.min(52.0 * Math.min(width, height) / 128 / factor, side / 2.0 - 2.5));

        CoarseSearch search = new CoarseSearch(templates, levels);
        Candidate best = search.search(picture, 1, search.memory()).get(0);

        double greatest = -1;
        Candidate expected = best;
        int[] angles = {60, 15, 1};
        for (int t = 0; t < 3; t++) {
            GrayF32 middle = levels.middle(templates.get(t).grey());
            for (int k = 0; k < angles[t]; k++) {
                double theta = Math.toRadians(6 * k);
                GrayF32 turned = levels.coarseTurned(middle, theta);
                for (int shift = 0; shift < 25; shift++) {
                    int sx = shift % 5 - 2;
                    int sy = shift / 5 - 2;
                    double found = correlation(turned, picture, disc, sx, sy);
                    if (found > greatest) {
                        greatest = found;
                        RigidPose pose = new RigidPose(sx * factor, sy * factor, RigidPose.wrap(theta));
                        expected = new Candidate(t, pose, found);
                    }
                }
            }
        }
        assertThat(best.template()).isEqualTo(expected.template());
        assertThat(RenderedDice.apart(best.pose(), expected.pose(), 1)).isLessThan(1e-6);
        assertThat(best.correlation()).isCloseTo(greatest, within(1e-4));
    }

    private static final PictureLevels.Factory LEVELS = new PictureLevels.Factory(new Frame(64, 64));
    private static final List<Template> TEMPLATES =
            List.of(template(LEVELS, 1, 1), template(LEVELS, 2, 4), template(LEVELS, 3, 0));

    private static double[] correlations(Template template, double theta, GrayF32 picture) {
        PixelDisc disc = new PixelDisc(32, 32, 13);
        GrayF32 turned = LEVELS.coarseTurned(LEVELS.middle(template.grey()), theta);
        return IntStream.range(0, 25)
                .mapToDouble(s -> correlation(turned, picture, disc, s % 5 - 2, s / 5 - 2))
                .toArray();
    }

    /** Bounds rule out most places; whether the picture is like a template, like none, or nothing but grain, no place is lost by that. */
    @Property(tries = 30, seed = "1", shrinking = ShrinkingMode.OFF)
    void boundsRuleOutNoPlace(
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(max = 2) int shown,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(2) double share,
            @ForAll boolean grain) {
        GrayF32 other = grain ? Planes.noise(64, 64, seed) : Planes.waves(64, 64, 8, seed);
        GrayF32 grey = Warp.toTemplate(TEMPLATES.get(shown).grey(), new RigidPose(seed % 7 - 3, 2, seed));
        for (int i = 0; i < grey.data.length; i++) {
            grey.data[i] = (float) (share * grey.data[i] + (1 - share) * other.data[i]);
        }
        GrayF32 picture = LEVELS.coarse(grey);
        int[] angles = {60, 15, 1};
        List<Candidate> all = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            for (int k = 0; k < angles[t]; k++) {
                double theta = Math.toRadians(6 * k);
                double best = DoubleStream.of(correlations(TEMPLATES.get(t), theta, picture))
                        .max()
                        .orElseThrow();
                all.add(new Candidate(t, new RigidPose(0, 0, theta), best));
            }
        }

        CoarseSearch search = new CoarseSearch(TEMPLATES, LEVELS);
        List<Candidate> found = search.search(picture, 3, search.memory());

        for (Candidate place : found) {
            double greatest =
                    all.stream().mapToDouble(Candidate::correlation).max().orElseThrow();
            assertThat(place.correlation()).isCloseTo(greatest, within(1e-5));
            double period = TEMPLATES.get(place.template()).period();
            all.removeIf(c -> c.template() == place.template()
                    && (period == 0
                            || Math.abs(Math.IEEEremainder(
                                            c.pose().theta() - place.pose().theta(), period))
                                    < Math.toRadians(13)));
        }
        assertThat(found).hasSize(3);
    }

    /** Once all angles of all templates are taken, there is no more to give. */
    @ParameterizedTest
    @CsvSource({"0, 1", "4, 5"})
    void aSearchReturnsNoMoreThanThereIs(int symmetry, int most) {
        PictureLevels.Factory levels = new PictureLevels.Factory(new Frame(64, 64));
        GrayF32 picture = levels.coarse(Planes.waves(64, 64, 8, 9));

        CoarseSearch search = new CoarseSearch(List.of(template(levels, 1, symmetry)), levels);
        List<Candidate> found = search.search(picture, 40, search.memory());

        assertThat(found).hasSizeBetween(1, most);
    }
}
