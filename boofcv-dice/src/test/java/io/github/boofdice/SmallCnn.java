package io.github.boofdice;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Planes;
import io.github.boofdice.synth.SyntheticDefect;
import io.github.boofdice.testdata.Face;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A {@link SmallModel} with a {@link LimitsNetwork}. */
final class SmallCnn {
    static final CnnInspector INSPECTOR = learn();

    private SmallCnn() {}

    private static CnnInspector learn() {
        try {
            return DiceInspector.builder().withNetwork(LimitsNetwork.get()).learn(SmallModel.pictures(10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Good, defective and foreign ones, of several sizes. */
    static List<GrayF32> pictures() {
        List<GrayF32> pictures = new ArrayList<>(List.of(
                Planes.flat(48, 48, 0),
                Planes.flat(48, 48, 255),
                Planes.noise(64, 90, 2),
                Planes.waves(128, 100, 9, 3)));
        Frame frame = new Frame(SmallModel.SIDE, SmallModel.SIDE);
        for (int i = 0; i < 12; i++) {
            GrayF32 good = SmallModel.picture(500 + i, i % 2 == 0 ? Face.FOUR : Face.SIX);
            pictures.add(good);
            pictures.add(
                    SyntheticDefect.over(good, frame, new SplittableRandom(i)).picture());
        }
        return pictures;
    }
}
