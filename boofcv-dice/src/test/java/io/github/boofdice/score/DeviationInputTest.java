package io.github.boofdice.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.Allocations;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DeviationInputTest {
    private static final int SIDE = DeviationInput.SIDE;
    private static final int PLANE = SIDE * SIDE;
    private static final float LIGHT = 4;
    private static final float DARK = 8;

    @Provide
    Arbitrary<Frame> frames() {
        return Arbitraries.of(new Frame(128, 128), new Frame(64, 64), new Frame(200, 160), new Frame(32, 48));
    }

    /** A template of one picture and what works on its frame. */
    private static final class Bench {
        final Frame frame;
        final PictureLevels.Factory levels;
        final GrayF32 grey;
        final DeviationInput input;
        final DeviationInput.Planes planes;
        final float[] values = new float[DeviationInput.CHANNELS * PLANE];

        Bench(Frame frame, long seed) {
            this.frame = frame;
            levels = new PictureLevels.Factory(frame);
            grey = Planes.waves(frame.width(), frame.height(), 8, seed);
            GrayF32 spread = plane(1);
            Template template = new Template("one", grey, levels.prepare(grey).fine(), spread, spread, 1);
            List<GrayF32> light = List.of(plane(LIGHT), plane(2), plane(1000));
            List<GrayF32> dark = List.of(plane(DARK), plane(2), plane(1000));
            input = new DeviationInput(template, new EvidenceLimits(light, dark, spread), frame);
            planes = new DeviationInput.Planes(frame);
        }

        private GrayF32 plane(float level) {
            return Planes.flat(frame.width(), frame.height(), level);
        }

        float[] see(GrayF32 picture, RigidPose pose, double gain) {
            input.into(levels.prepare(picture), pose, gain, planes, values);
            return values;
        }
    }

    @Property(tries = 20, seed = "1")
    void thePictureOfTheTemplateDeviatesNowhere(@ForAll("frames") Frame frame, @ForAll long seed) {
        Bench bench = new Bench(frame, seed);

        for (float value : bench.see(bench.grey, new RigidPose(0, 0, 0), 1)) {
            assertThat(value).isZero();
        }
    }

    @Property(tries = 60, seed = "2")
    void noPictureIsBeyondTheBounds(
            @ForAll("frames") Frame frame,
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @DoubleRange(min = -4, max = 4) double theta,
            @ForAll @DoubleRange(min = 0.01, max = 100) double gain) {
        Bench bench = new Bench(frame, seed);
        GrayF32 picture = kind == 2
                ? Planes.noise(frame.width(), frame.height(), seed)
                : Planes.flat(frame.width(), frame.height(), 255f * kind);

        float[] values = bench.see(picture, new RigidPose(3 * theta, -5, theta), gain);

        for (int i = 0; i < values.length; i++) {
            // As many grey levels as 8 eights; as many limits as 12.
            float most = i < PLANE ? 8 : 12;
            if (!(Math.abs(values[i]) <= most)) {
                throw new AssertionError("value " + i + " is " + values[i]);
            }
        }
    }

    /** Whatever the frame and the pose, a value belongs to a place of the template, a pixel of 128 x 128 away from the next. */
    @Property(tries = 60, seed = "3")
    void aSpotShowsWhereItLiesOnTheFace(
            @ForAll("frames") Frame frame,
            @ForAll @DoubleRange(min = -30, max = 30) double right,
            @ForAll @DoubleRange(min = -30, max = 30) double down,
            @ForAll @DoubleRange(min = -3, max = 3) double theta,
            @ForAll boolean light) {
        Bench bench = new Bench(frame, 7);
        RigidPose pose = new RigidPose(0, 0, theta);
        GrayF32 flat = Planes.flat(frame.width(), frame.height(), 128);
        GrayF32 spotted = flat.clone();
        double x = frame.middleX() + frame.unit() * (Math.cos(theta) * right - Math.sin(theta) * down);
        double y = frame.middleY() + frame.unit() * (Math.sin(theta) * right + Math.cos(theta) * down);
        for (int i = 0; i < spotted.data.length; i++) {
            double away = Math.hypot(i % frame.width() - x, i / frame.width() - y);
            if (away <= Math.max(1, 4 * frame.unit())) {
                spotted.data[i] += light ? 40 : -40;
            }
        }
        float[] without = bench.see(flat, pose, 1).clone();
        float[] with = bench.see(spotted, pose, 1);

        double sum = 0;
        double column = 0;
        double row = 0;
        for (int i = 0; i < PLANE; i++) {
            double change = (light ? 1 : -1) * (with[i] - without[i]);
            // A band-pass rings round a spot, the other way.
            if (change > 1) {
                sum += change;
                column += change * (i % SIDE);
                row += change * (i / SIDE);
            }
        }
        double middle = (SIDE - 1) / 2.0;
        assertThat(sum).isPositive();
        assertThat(column / sum - middle).isCloseTo(right, within(0.7 + 0.7 / frame.unit()));
        assertThat(row / sum - middle).isCloseTo(down, within(0.7 + 0.7 / frame.unit()));
    }

    @Example
    void levelsAreCountedInLimitsOfTheirOwnPolarityWhereTheFaceIsScored() {
        Bench bench = new Bench(new Frame(129, 129), 3);

        float[] values = bench.see(Planes.waves(129, 129, 8, 4), new RigidPose(0, 0, 0), 2);

        double middle = (SIDE - 1) / 2.0;
        int counted = 0;
        for (int i = 0; i < PLANE; i++) {
            double away = Math.hypot(i % SIDE - middle, i / SIDE - middle);
            float levels = 8 * values[i];
            float limits = values[PLANE + i];
            if (away > 53.5) {
                assertThat(levels).isZero();
            }
            if (away > 51.5) {
                assertThat(limits).isZero();
            } else if (away < 48.5 && Math.abs(levels) > 5 && Math.abs(levels) < 20) {
                // Between pixels some may be lighter and some darker, but not where all are far from 0.
                counted++;
                assertThat(limits).isCloseTo(levels / (levels > 0 ? LIGHT : DARK), within(0.3f));
            }
        }
        assertThat(counted).isGreaterThan(1000);
    }

    @Example
    void comparingAllocatesNothing() {
        Bench bench = new Bench(new Frame(64, 64), 3);
        PictureLevels picture = bench.levels.prepare(Planes.noise(64, 64, 1));
        RigidPose pose = new RigidPose(1, 0, 2);

        assertThat(Allocations.bytesEach(() -> bench.input.into(picture, pose, 1.1, bench.planes, bench.values)))
                .isZero();
    }
}
