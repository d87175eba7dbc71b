package io.github.boofdice.align;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.align.CoarseSearch.Candidate;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.testdata.Face;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoarseSearchTest {
    private static CoarseSearch search;

    /** Anew for every run of the class, that no change of the code (mutation) outlives itself. */
    @BeforeAll
    @BeforeContainer
    static void build() {
        search = new CoarseSearch(IDEAL, LEVELS);
    }

    /** Half a step of angle is 2.5 degrees, half a cell of shift is two pixels: the best place is the nearest, or its neighbour. */
    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void theBestPlaceLiesNextToTheTruth(
            @ForAll Face face,
            @ForAll @DoubleRange(min = -180, max = 180) @Scale(3) double degrees,
            @ForAll @DoubleRange(min = -8, max = 8) @Scale(3) double x,
            @ForAll @DoubleRange(min = -8, max = 8) @Scale(3) double y) {
        RigidPose truth = new RigidPose(x, y, Math.toRadians(degrees));
        GrayF32 picture = Warp.toTemplate(IDEAL.get(face.ordinal()).grey(), truth.inverse());

        List<Candidate> found = search.search(LEVELS.coarse(picture), 6, search.memory());

        Candidate best = found.get(0);
        assertThat(best.template()).isEqualTo(face.ordinal());
        assertThat(best.correlation()).isBetween(0.85, 1.0001);
        assertThat(best.pose().x()).isCloseTo(x, within(4.0));
        assertThat(best.pose().y()).isCloseTo(y, within(4.0));
        assertThat(turn(best.pose(), truth, face.symmetry())).isLessThan(Math.toRadians(5.5));
    }

    private static double turn(RigidPose a, RigidPose b, int symmetry) {
        return symmetry == 0 ? 0 : Math.abs(Math.IEEEremainder(a.theta() - b.theta(), 2 * Math.PI / symmetry));
    }

    @Property(tries = 40, seed = "2")
    void placesComeBestFirstAndApart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int most) {
        List<Candidate> found = search.search(LEVELS.coarse(Planes.noise(128, 128, seed)), most, search.memory());

        assertThat(found).hasSize(most);
        for (int i = 0; i < most; i++) {
            assertThat(Math.abs(found.get(i).correlation())).isLessThanOrEqualTo(1.0001);
            for (int j = i + 1; j < most; j++) {
                Candidate a = found.get(i);
                Candidate b = found.get(j);
                assertThat(a.correlation()).isGreaterThanOrEqualTo(b.correlation());
                boolean apart = a.template() != b.template()
                        || turn(a.pose(), b.pose(), IDEAL.get(a.template()).symmetry()) >= Math.toRadians(12) - 1e-9;
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
        }
    }

    @Test
    void theTemplateItselfCorrelatesPerfectly() {
        for (Face face : Face.values()) {
            GrayF32 coarse = LEVELS.coarse(IDEAL.get(face.ordinal()).grey());

            Candidate best = search.search(coarse, 1, search.memory()).get(0);

            assertThat(best).isEqualTo(new Candidate(face.ordinal(), RigidPose.IDENTITY, best.correlation()));
            assertThat(best.correlation()).isCloseTo(1, within(1e-4));
        }
    }

    @Property(tries = 30, seed = "3", shrinking = ShrinkingMode.OFF)
    void gainAndOffsetDoNotChangeTheCorrelation(
            @ForAll Face face,
            @ForAll @DoubleRange(min = 0.2, max = 3) double gain,
            @ForAll @DoubleRange(min = -50, max = 50) double offset) {
        GrayF32 coarse = LEVELS.coarse(Warp.toTemplate(IDEAL.get(face.ordinal()).grey(), new RigidPose(3, 2, 1)));
        GrayF32 lit = coarse.clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = (float) (gain * coarse.data[i] + offset);
        }

        Candidate before = search.search(coarse, 1, search.memory()).get(0);
        Candidate after = search.search(lit, 1, search.memory()).get(0);

        assertThat(after.template()).isEqualTo(before.template());
        assertThat(after.pose()).isEqualTo(before.pose());
        assertThat(after.correlation()).isCloseTo(before.correlation(), within(1e-3));
    }

    @Test
    void aFlatPictureIsSearchedWithoutHarm() {
        List<Candidate> found = search.search(new GrayF32(32, 32), 6, search.memory());

        assertThat(found).hasSize(6);
        assertThat(found).allSatisfy(place -> assertThat(place.correlation()).isZero());
    }
}
