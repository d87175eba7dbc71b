package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.IDEAL;
import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Bilinear;
import io.github.boofdice.image.Dilation;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviationTest {
    private static GrayF32 deviation(Template template, PictureLevels picture, RigidPose pose, double gain) {
        Evidence evidence = new Evidence(LEVELS.frame());
        new Deviation(template, LEVELS.frame()).into(picture, pose, gain, evidence);
        return evidence.deviation();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.3})
    void theTemplateUnderAnotherLightDoesNotDeviateAtItsGain(double gain) {
        Template six = IDEAL.get(Face.SIX.ordinal());
        GrayF32 lit = six.grey().clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = (float) (gain * lit.data[i] + 60);
        }

        for (float d : deviation(six, LEVELS.prepare(lit), RigidPose.IDENTITY, gain).data) {
            assertThat(d).isCloseTo(0, within(1e-3f));
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
            light.data[i] /= 100;
            dark.data[i] /= 50;
        }
        Template five = IDEAL.get(Face.FIVE.ordinal());
        Template template = new Template("", five.grey(), five.centre(), light, dark, 1);
        PictureLevels picture = LEVELS.prepare(Planes.waves(128, 128, 3, seed));
        RigidPose pose = new RigidPose(x, -x / 2, Math.toRadians(degrees));

        GrayF32 found = deviation(template, picture, pose, gain);

        GrayF32 wideLight = Dilation.dilate(light, 2.3);
        GrayF32 wideDark = Dilation.dilate(dark, 2.3);
        int clipped = 0;
        for (int i = 0; i < 128 * 128; i++) {
            double u = i % 128 - 63.5;
            double v = i / 128 - 63.5;
            double expected = 0;
            if (Math.hypot(u, v) <= 52) {
                RigidPose place = pose.after(new RigidPose(u, v, 0));
                double seen = Bilinear.sample(picture.fine(), (float) (63.5 + place.x()), (float) (63.5 + place.y()));
                double d = seen / gain - template.centre().data[i];
                double most = 18 + 2 * (d > 0 ? wideLight : wideDark).data[i];
                expected = Math.max(-most, Math.min(most, d));
                expected += (d - expected) / 10;
                clipped += Math.abs(d) > most ? 1 : 0;
            }
            assertThat((double) found.data[i]).isCloseTo(expected, within(0.01));
        }
        assertThat(clipped).isBetween(1, 6000);
    }

    /** What strays on good parts may stray further: an edge is no speck. */
    @Test
    void faintDeviationsCountInFullAndStrongOnesWhereGoodPartsStray() {
        Template blank = new Template(
                "",
                Planes.flat(128, 128, 0),
                Planes.flat(128, 128, 0),
                Planes.flat(128, 128, 1),
                Planes.flat(128, 128, 4),
                1);
        GrayF32 grey = Planes.flat(128, 128, 100);
        for (int i = 0; i < grey.data.length; i++) {
            grey.data[i] += i % 128 == 40 ? 10 : i % 128 == 60 ? 200 : i % 128 == 80 ? -90 : 0;
        }
        PictureLevels picture = LEVELS.prepare(grey);

        GrayF32 found = deviation(blank, picture, RigidPose.IDENTITY, 1);

        assertThat(found.get(40, 64)).isCloseTo(picture.fine().get(40, 64), within(1e-3f));
        assertThat(found.get(60, 64)).isCloseTo(20 + (picture.fine().get(60, 64) - 20) / 10, within(1e-3f));
        assertThat(found.get(80, 64)).isCloseTo(-26 + (picture.fine().get(80, 64) + 26) / 10, within(1e-3f));
    }
}
