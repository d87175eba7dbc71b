package io.github.boofdice.score;

import static io.github.boofdice.RenderedDice.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import io.github.boofdice.testdata.Face;
import org.junit.jupiter.api.Test;

class GreyDifferenceTest {
    private static Template template(Face face) {
        return RenderedDice.IDEAL.get(face.ordinal());
    }

    @Test
    void greyDifferencesAreThePaintedContrastAndZeroOutsideTheFace() {
        GrayF32 sound = template(Face.SIX).grey();
        GrayF32 lit = sound.clone();
        for (int i = 0; i < lit.data.length; i++) {
            lit.data[i] = 0.5f * (sound.data[i] - (i % 128 > 40 && i % 128 < 50 ? 30 : 0));
        }

        GrayF32 none = GreyDifference.of(LEVELS.prepare(sound), smooth(Face.SIX), RigidPose.IDENTITY, 1);
        GrayF32 some = GreyDifference.of(LEVELS.prepare(lit), smooth(Face.SIX), RigidPose.IDENTITY, 0.5);

        for (float d : none.data) {
            assertThat(d).isCloseTo(0, within(1e-3f));
        }
        assertThat(some.get(45, 64)).isCloseTo(-30, within(0.1f));
        assertThat(some.get(60, 64)).isCloseTo(0, within(0.1f));
        assertThat(some.get(45, 10)).isZero();
    }

    /** A learned template's grey levels are lightly smoothed, as pictures are when they are compared. */
    private static Template smooth(Face face) {
        Template ideal = template(face);
        return new Template(
                "",
                LEVELS.prepare(ideal.grey()).smooth(),
                ideal.centre(),
                ideal.spreadLight(),
                ideal.spreadDark(),
                ideal.symmetry());
    }
}
