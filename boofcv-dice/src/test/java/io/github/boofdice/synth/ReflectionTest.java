package io.github.boofdice.synth;

import static org.assertj.core.api.Assertions.assertThat;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReflectionTest {
    @Property(tries = 100, seed = "1")
    void aReflectionOnlyBrightensAndNowhereNearTheMiddle(@ForAll long seed) {
        Frame frame = new Frame(100, 128);
        GrayF32 picture = Planes.waves(100, 128, 7, seed);
        GrayF32 before = picture.clone();

        Reflection.over(picture, frame, new SplittableRandom(seed));

        for (int i = 0; i < picture.data.length; i++) {
            float level = picture.data[i];
            if (!(level >= before.data[i] && level <= 1.4001f * before.data[i])) {
                throw new AssertionError(before.data[i] + " became " + level);
            }
        }
        GrayF32 again = before.clone();
        Reflection.over(again, frame, new SplittableRandom(seed));
        assertThat(again.data).isEqualTo(picture.data);
        assertThat(picture.get(49, 63)).isEqualTo(before.get(49, 63));
    }
}
