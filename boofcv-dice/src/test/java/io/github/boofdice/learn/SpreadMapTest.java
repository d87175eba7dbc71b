package io.github.boofdice.learn;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Dilation;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Blot;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.DiePose;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Light;
import io.github.boofdice.testdata.Scene;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadMapTest {
    private static Template template(Face face) {
        return IDEAL.get(face.ordinal());
    }

    private static SpreadMap map(Face face) {
        return new SpreadMap(template(face), LEVELS.frame());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theTemplateDoesNotDeviateFromItself(Face face) {
        GrayF32 found = map(face).of(LEVELS.prepare(template(face).grey()), RigidPose.IDENTITY, 1);

        assertThat(found.data).containsOnly(0f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.3})
    void theTemplateUnderAnotherLightDoesNotDeviateAtItsGain(double gain) {
        GrayF32 lit = template(Face.SIX).grey().clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = (float) (gain * lit.data[i] + 60);
        }

        GrayF32 found = map(Face.SIX).of(LEVELS.prepare(lit), RigidPose.IDENTITY, gain);

        for (float z : found.data) {
            assertThat(z).isCloseTo(0, within(1e-3f));
        }
    }

    /** The formula of the class, pixel by pixel, in double. */
    @Property(tries = 8, seed = "1", shrinking = ShrinkingMode.OFF)
    void deviationsAreTheirDefinition(
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

        GrayF32 found = new SpreadMap(template, LEVELS.frame()).of(picture, pose, gain);

        GrayF32 wideLight = Dilation.dilate(light, 2.3);
        GrayF32 wideDark = Dilation.dilate(dark, 2.3);
        for (int i = 0; i < 128 * 128; i++) {
            double u = i % 128 - 63.5;
            double v = i / 128 - 63.5;
            double z = 0;
            if (Math.hypot(u, v) <= 52) {
                RigidPose place = pose.after(new RigidPose(u, v, 0));
                double seen = Bilinear.sample(picture.fine(), (float) (63.5 + place.x()), (float) (63.5 + place.y()));
                double d = seen / gain - template.centre().data[i];
                z = Math.max(-6, Math.min(6, d / ((d > 0 ? wideLight : wideDark).data[i] + 3)));
            }
            assertThat((double) found.data[i]).isCloseTo(z, within(2e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void lightIsPositiveAndDarkNegativeEachWithItsOwnSpread(int sign) {
        Scene dim = RenderedDice.clean(Face.TWO).withLight(Light.EVEN.withGain(0.6));
        GrayF32 grey = RenderedDice.draw(dim);
        GrayF32 centre = LEVELS.prepare(grey).fine();
        GrayF32 narrow = Planes.flat(128, 128, 17);
        GrayF32 wide = Planes.flat(128, 128, 37);
        PictureLevels picture = LEVELS.prepare(RenderedDice.plane(
                DiceRenderer.render(dim, new Blot(0, 0, 5, sign * 60, 1)).picture()));

        float strict = new SpreadMap(new Template("", grey, centre, narrow, narrow, 2), LEVELS.frame())
                .of(picture, RigidPose.IDENTITY, 1)
                .get(64, 64);
        float lenient = new SpreadMap(
                        new Template("", grey, centre, sign > 0 ? wide : narrow, sign > 0 ? narrow : wide, 2),
                        LEVELS.frame())
                .of(picture, RigidPose.IDENTITY, 1)
                .get(64, 64);

        assertThat(Math.signum(strict)).isEqualTo(sign);
        assertThat(Math.abs(strict)).isGreaterThan(1);
        assertThat(lenient / strict).isCloseTo(20 / 40f, within(1e-4f));
    }

    /** Face 52, its shift 3, sampling 2, and the wide blur's kernel, whose corner lies 9 to the right and 9 down: 70 at the most. */
    @Test
    void maskedPixelsDoNotMatter() {
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

        assertThat(map(Face.THREE).of(LEVELS.prepare(other), RenderedDice.pose(pose), 1).data)
                .isEqualTo(map(Face.THREE).of(LEVELS.prepare(picture), RenderedDice.pose(pose), 1).data);
    }
}
