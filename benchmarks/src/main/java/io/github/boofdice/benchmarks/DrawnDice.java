package io.github.boofdice.benchmarks;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.DiceInspector;
import io.github.boofdice.GoodPicture;
import io.github.boofdice.LearningException;
import io.github.boofdice.io.GrayPictures;
import io.github.boofdice.learn.Learned;
import io.github.boofdice.learn.Learner;
import io.github.boofdice.learn.Sample;
import io.github.boofdice.learn.UnlearnableException;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.GrayPicture;
import io.github.boofdice.testdata.Scene;
import io.github.boofdice.testdata.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is learned from drawn dice: the inspector that a user would have, and the same faces laid open. An inspector keeps
 * its stages to itself, so the same pictures are learned from twice.
 *
 * @param inspector the whole
 * @param learned the same, to build single stages from
 */
record DrawnDice(DiceInspector inspector, Learned learned) {
    private static final int LEARNED_PER_FACE = 20;
    private static final long LEARNED_SEED = 1;

    /** Learned once in a JVM: it takes seconds. */
    private static final class Once {
        static final DrawnDice DICE = learn();
    }

    /** All six faces, learned from {@value #LEARNED_PER_FACE} pictures each. */
    static DrawnDice six() {
        return Once.DICE;
    }

    private static DrawnDice learn() {
        List<GoodPicture> good = new ArrayList<>();
        for (Face face : Face.values()) {
            for (int i = 0; i < LEARNED_PER_FACE; i++) {
                GrayF32 picture = draw(Scenes.good(LEARNED_SEED + i, face));
                good.add(new GoodPicture(face.folder() + "-" + i, face.folder(), picture));
            }
        }
        List<Sample> samples = good.stream()
                .map(p -> new Sample(p.name(), p.folder(), p.picture()))
                .toList();
        try {
            DiceInspector inspector = DiceInspector.builder().learn(good);
            Learned learned = new Learner((stage, done, total) -> {}).learn(samples, true, OptionalDouble.empty());
            return new DrawnDice(inspector, learned);
        } catch (LearningException | UnlearnableException e) {
            throw new IllegalStateException("nothing can be learned from drawn dice", e);
        }
    }

    /** A scene as the library takes it. */
    static GrayF32 draw(Scene scene) {
        return plane(DiceRenderer.render(scene));
    }

    /** What was drawn, as the library takes it. */
    static GrayF32 plane(GrayPicture picture) {
        return GrayPictures.fromBufferedImage(picture.toBufferedImage());
    }
}
