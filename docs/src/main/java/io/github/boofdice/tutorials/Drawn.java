package io.github.boofdice.tutorials;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.SamplePictures;
import io.github.boofdice.testdata.Scene;
import java.io.IOException;
import java.nio.file.Path;

/** The drawn dice that the tutorials show: one inspector, learned once from 72 of them. */
final class Drawn {
    private Drawn() {}

    private static final class Learned {
        static final DiceInspector INSPECTOR = learn();

        private static DiceInspector learn() {
            try {
                return DiceInspector.builder().learn(SamplePictures.learn());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** Learned from the six faces in test-data. */
    static DiceInspector inspector() {
        return Learned.INSPECTOR;
    }

    /** A bad die of test-data, {@code scratch-five}, say. */
    static Path bad(String name) {
        return SamplePictures.judge().resolve("anomalous").resolve(name + ".png");
    }

    /** Draws a good die, 128 x 128 grey levels 0..255. */
    static GrayF32 die(Scene scene) {
        return GrayPictures.fromBufferedImage(DiceRenderer.render(scene).toBufferedImage());
    }
}
