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
import io.github.boofdice.template.Template;
import java.util.List;
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
