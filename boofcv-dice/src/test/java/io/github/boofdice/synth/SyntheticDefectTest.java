package io.github.boofdice.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import io.github.boofdice.testdata.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SyntheticDefectTest {
    private static final Frame FRAME = new Frame(128, 128);
    private static final GrayF32 DIE = RenderedDice.draw(RenderedDice.clean(Face.FIVE));
    private static final int MANY = 400;
    /** Grey levels that an eye might see. */
    private static final float VISIBLE = 2;

    @Provide
    Arbitrary<Frame> frames() {
        return Arbitraries.of(FRAME, new Frame(64, 64), new Frame(200, 160), new Frame(32, 90));
    }

    @Property(tries = 1000, seed = "1")
    void onlyWhatIsCoveredChangesAndStaysAPicture(@ForAll long seed, @ForAll("frames") Frame frame) {
        GrayF32 good = Planes.waves(frame.width(), frame.height(), 6, seed);
        float[] before = good.data.clone();

        SyntheticDefect defect = SyntheticDefect.over(good, frame, new SplittableRandom(seed));

        assertThat(good.data).isEqualTo(before);
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                float covered = defect.coverage().get(x, y);
                float level = defect.picture().get(x, y);
                if (!(covered >= 0 && covered <= 1) || !(level >= 0 && level <= 255)) {
                    throw new AssertionError("covered " + covered + " level " + level + " at " + x + ", " + y);
                }
                if (level != good.get(x, y) && !coveredNear(defect.coverage(), x, y)) {
                    throw new AssertionError(x + ", " + y + " changes, though nothing beside it is covered");
                }
            }
        }
    }

    private static boolean coveredNear(GrayF32 coverage, int x, int y) {
        for (int v = Math.max(0, y - 1); v <= Math.min(coverage.height - 1, y + 1); v++) {
            for (int u = Math.max(0, x - 1); u <= Math.min(coverage.width - 1, x + 1); u++) {
                if (coverage.get(u, v) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Property(tries = 20, seed = "2")
    void theSameSeedDrawsTheSameDefect(@ForAll long seed) {
        SyntheticDefect one = SyntheticDefect.over(DIE, FRAME, new SplittableRandom(seed));
        SyntheticDefect other = SyntheticDefect.over(DIE, FRAME, new SplittableRandom(seed));

        assertThat(other.picture().data).isEqualTo(one.picture().data);
        assertThat(other.coverage().data).isEqualTo(one.coverage().data);
    }

    @Example
    void defectsAreLighterAndDarkerSmallAndLargeFaintAndStrongAndHardlyAnyIsInvisible() {
        int lighter = 0;
        int darker = 0;
        int visible = 0;
        int strong = 0;
        List<Double> areas = new ArrayList<>();
        for (long seed = 0; seed < MANY; seed++) {
            SyntheticDefect defect = SyntheticDefect.over(DIE, FRAME, new SplittableRandom(seed));
            float most = 0;
            float least = 0;
            for (int i = 0; i < DIE.data.length; i++) {
                most = Math.max(most, defect.picture().data[i] - DIE.data[i]);
                least = Math.min(least, defect.picture().data[i] - DIE.data[i]);
            }
            lighter += most > VISIBLE && most > -least ? 1 : 0;
            darker += least < -VISIBLE && most < -least ? 1 : 0;
            visible += Math.max(most, -least) > VISIBLE ? 1 : 0;
            strong += Math.max(most, -least) > 60 ? 1 : 0;
            areas.add(area(defect));
        }

        assertThat(visible).isGreaterThan(MANY * 85 / 100);
        assertThat(List.of(lighter, darker, strong, MANY - strong))
                .allSatisfy(count -> assertThat(count).isGreaterThan(MANY / 5));
        assertThat(areas).filteredOn(area -> area < 30).hasSizeGreaterThan(MANY / 20);
        assertThat(areas).filteredOn(area -> area > 500).hasSizeGreaterThan(MANY / 20);
    }

    @Example
    void lengthsScaleWithTheFrame() {
        Frame twice = new Frame(256, 256);
        GrayF32 good = Planes.flat(256, 256, 200);
        double small = 0;
        double large = 0;
        for (long seed = 0; seed < 100; seed++) {
            small += area(SyntheticDefect.over(DIE, FRAME, new SplittableRandom(seed)));
            large += area(SyntheticDefect.over(good, twice, new SplittableRandom(seed)));
        }

        assertThat(large / small).isCloseTo(4, within(0.05));
    }

    private static double area(SyntheticDefect defect) {
        double sum = 0;
        for (float covered : defect.coverage().data) {
            sum += covered;
        }
        return sum;
    }
}
