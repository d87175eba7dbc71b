package io.github.boofdice.testdata;

import java.util.ArrayList;
import java.util.List;

/** Scenes drawn by lot, as they vary among real good dice. */
public final class Scenes {
    private Scenes() {}

    /**
     * {@return a good die, nearly in the middle (within 3 pixels) and nearly upright (within 4 degrees)}
     *
     * @param seed decides everything; another seed is another picture
     * @param face which one
     */
    public static Scene good(long seed, Face face) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 100 + face.ordinal()));
        double degrees = Math.max(-4, Math.min(4, 1.5 * random.gaussian()));
        return scene(random, face, degrees * (Math.PI / 180));
    }

    /**
     * {@return a good die at any angle}
     *
     * @param seed decides everything; another seed is another picture
     * @param face which one
     */
    public static Scene turned(long seed, Face face) {
        SeededRandom random = new SeededRandom(SeededRandom.mix(seed, 200 + face.ordinal()));
        return scene(random, face, random.uniform(-Math.PI, Math.PI));
    }

    private static Scene scene(SeededRandom random, Face face, double theta) {
        DiePose pose = new DiePose(shift(random), shift(random), theta);
        double blur = random.uniform(0.2, 0.55);
        double grain = random.uniform(0.7, 1.2);
        double printGrain = random.uniform(12, 18);
        return new Scene(face, pose, light(random), blur, grain, printGrain, random.nextLong());
    }

    private static double shift(SeededRandom random) {
        return Math.max(-3, Math.min(3, 1.2 * random.gaussian()));
    }

    /**
     * {@return a light as it is above the belt}
     *
     * @param seed decides everything
     */
    public static Light light(long seed) {
        return light(new SeededRandom(SeededRandom.mix(seed, 300)));
    }

    private static Light light(SeededRandom random) {
        List<Highlight> highlights = new ArrayList<>();
        int count = 1 + random.below(3);
        for (int i = 0; i < count; i++) {
            double angle = -2.4 + 0.8 * random.gaussian();
            double share = random.uniform();
            highlights.add(
                    new Highlight(angle, random.uniform(0.25, 1.1), 3 + 26 * share * share, random.uniform(0.3, 1)));
        }
        return new Light(
                1 + 0.02 * clip(random.gaussian()),
                2 * clip(random.gaussian()),
                1 + 0.03 * clip(random.gaussian()),
                -0.015 + 0.008 * clip(random.gaussian()),
                -0.01 + 0.008 * clip(random.gaussian()),
                highlights);
    }

    private static double clip(double value) {
        return Math.max(-2.5, Math.min(2.5, value));
    }
}
