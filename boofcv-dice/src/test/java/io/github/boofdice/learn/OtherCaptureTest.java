package io.github.boofdice.learn;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.RenderedDice;
import io.github.boofdice.align.Aligner;
import io.github.boofdice.align.Alignment;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.testdata.Face;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

class OtherCaptureTest {
    private static GrayF32 changed(GrayF32 grey, long seed) {
        Frame frame = new Frame(grey.width, grey.height);
        return OtherCapture.Dusty.next(new SplittableRandom(seed)).of(grey, frame, new OtherCapture.Memory(frame));
    }

    @Property(tries = 60, seed = "1", shrinking = ShrinkingMode.OFF)
    void whateverIsChangedIsAPictureOfTheSameSize(
            @ForAll @IntRange(min = 32, max = 90) int width,
            @ForAll @IntRange(min = 32, max = 90) int height,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll long seed) {
        GrayF32 grey = kind == 0
                ? Planes.noise(width, height, seed)
                : kind == 1 ? Planes.flat(width, height, 255) : Planes.flat(width, height, 0);
        float[] before = grey.data.clone();

        GrayF32 other = changed(grey, seed);

        assertThat(other.width).isEqualTo(width);
        assertThat(other.height).isEqualTo(height);
        for (float level : other.data) {
            assertThat(level).isBetween(0f, 255f);
        }
        assertThat(grey.data).isEqualTo(before);
    }

    @Property(tries = 20, seed = "2", shrinking = ShrinkingMode.OFF)
    void theSameLotChangesAPictureTheSameWayAndAnotherAnother(@ForAll long seed) {
        GrayF32 grey = Planes.waves(64, 64, 4, 1);

        assertThat(changed(grey, seed).data)
                .isEqualTo(changed(grey, seed).data)
                .isNotEqualTo(changed(grey, seed + 1).data)
                .isNotEqualTo(grey.data);
    }

    /** Another day's capture of a good part shows the same part in the same place. */
    @Property(tries = 12, seed = "3", shrinking = ShrinkingMode.OFF)
    void theDieIsStillThereAndHasNotMoved(@ForAll long seed) {
        GrayF32 die = RenderedDice.draw(RenderedDice.clean(Face.SIX));
        Aligner aligner = new Aligner(RenderedDice.IDEAL, RenderedDice.LEVELS);

        Alignment place = aligner.align(RenderedDice.LEVELS.prepare(changed(die, seed)));

        assertThat(place.converged()).isTrue();
        assertThat(place.template()).isEqualTo(Face.SIX.ordinal());
        assertThat(RenderedDice.apart(place.pose(), RigidPose.IDENTITY, 1)).isLessThan(0.5);
        assertThat(place.gain()).isBetween(0.5, 2.0);
    }
}
