package io.github.boofdice.train;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OtherViewsTest {
    @Property(tries = 100, seed = "1")
    void aViewIsAPictureOfTheSameSizeToldByItsSeed(@ForAll long seed) {
        Frame frame = new Frame(64, 50);
        GrayF32 picture = Planes.noise(64, 50, seed);
        float[] before = picture.data.clone();

        GrayF32 view = OtherViews.of(picture, frame, new SplittableRandom(seed));

        assertThat(view.data).isEqualTo(OtherViews.of(picture, frame, new SplittableRandom(seed)).data);
        assertThat(picture.data).isEqualTo(before);
        assertThat(view.data).isNotSameAs(before).hasSameSizeAs(before);
        for (float level : view.data) {
            if (!(level >= 0 && level <= 255)) {
                throw new AssertionError("level " + level);
            }
        }
    }
}
