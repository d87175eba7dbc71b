package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.Planes;
import io.github.boofdice.score.EvidenceLimits;
import io.github.boofdice.template.Template;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationLimitsTest {
    private static final Frame FRAME = new Frame(128, 128);
    private static final int PATCH = 0;
    private static final int LINE = 1;

    private static EvidenceLimits limits(GrayF32 centre) {
        GrayF32 spread = Planes.flat(128, 128, 1);
        return RegistrationLimits.of(new Template("", centre, centre, spread, spread, 1), FRAME, 0.15);
    }

    private static GrayF32 times(GrayF32 plane, float factor) {
        GrayF32 out = plane.clone();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] *= factor;
        }
        return out;
    }

    @ParameterizedTest
    @ValueSource(floats = {-20, 0, 35})
    void whereATemplateIsFlatNothingIsToBeExpected(float level) {
        EvidenceLimits limits = limits(Planes.flat(128, 128, level));

        for (int f = 0; f < 2; f++) {
            for (int i = 0; i < 128 * 128; i++) {
                assertThat(limits.light().get(f).data[i]).isBetween(0f, 1e-4f);
                assertThat(limits.dark().get(f).data[i]).isBetween(0f, 1e-4f);
            }
        }
    }

    /** On a slope the patch finds what the sixth or so of a pixel uphill differs, and nothing is left for a line. */
    @Property(tries = 12, seed = "1", shrinking = ShrinkingMode.OFF)
    void limitsOfASlopeAreItsGradientsShare(@ForAll @FloatRange(min = -5, max = 5) float slope) {
        EvidenceLimits limits = limits(Planes.ramp(128, 128, -60 * slope, slope, 0));

        // Where a patch and a line reach no further than the face.
        PixelDisc disc = new PixelDisc(128, 128, 36);
        for (int i = 0; i < disc.size(); i++) {
            assertThat(limits.light().get(PATCH).data[disc.index(i)]).isCloseTo(0.15f * Math.abs(slope), within(2e-3f));
            assertThat(limits.dark().get(PATCH).data[disc.index(i)]).isCloseTo(0.15f * Math.abs(slope), within(2e-3f));
            assertThat(limits.light().get(LINE).data[disc.index(i)]).isCloseTo(0, within(2e-3f));
        }
    }

    @Property(tries = 8, seed = "2", shrinking = ShrinkingMode.OFF)
    void limitsGrowWithTheContrast(@ForAll long seed, @ForAll @FloatRange(min = 0.1f, max = 4) float factor) {
        GrayF32 centre = Planes.waves(128, 128, 3, seed);

        EvidenceLimits limits = limits(centre);
        EvidenceLimits stronger = limits(times(centre, factor));
        EvidenceLimits opposite = limits(times(centre, -1));

        for (int f = 0; f < 2; f++) {
            for (int i = 0; i < 128 * 128; i++) {
                float light = limits.light().get(f).data[i];
                assertThat(stronger.light().get(f).data[i]).isCloseTo(factor * light, within(2e-3f));
                assertThat(opposite.dark().get(f).data[i]).isCloseTo(light, within(1e-4f));
            }
        }
    }

    @Test
    void anEdgeIsExpectedWhereItIsAndNowhereElse() {
        GrayF32 centre = new GrayF32(128, 128);
        for (int i = 0; i < centre.data.length; i++) {
            centre.data[i] = Math.max(-20, Math.min(20, 10 * (i % 128 - 63.5f)));
        }

        EvidenceLimits limits = limits(centre);

        // Ten levels a pixel over four pixels: 0.15 * 10 * 4 / 5 for a patch upon it.
        assertThat(limits.light().get(PATCH).get(63, 64)).isCloseTo(1.2f, within(0.1f));
        assertThat(limits.light().get(LINE).get(63, 64)).isBetween(0.2f, 1f);
        assertThat(limits.light().get(PATCH).get(80, 64)).isBetween(0f, 1e-4f);
        assertThat(limits.light().get(LINE).get(90, 64)).isBetween(0f, 1e-4f);
    }
}
