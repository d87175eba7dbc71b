package io.github.boofdice.train;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.Warp;
import io.github.boofdice.learn.OtherCapture;
import io.github.boofdice.learn.RandomTurns;
import io.github.boofdice.synth.Reflection;
import io.github.boofdice.synth.SyntheticDefect;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Shows good pictures anew: turned, as another capture might, with grain and specks of dust, half of them with a synthetic defect. Immutable. */
final class Shots {
    private static final double DEFECTIVE = 0.5;
    private static final double TURNED = 0.8;
    /** Grey levels, as a standard deviation. */
    private static final double MOST_GRAIN = 2.5;

    private static final int MOST_REFLECTIONS = 2;
    private static final double DUSTY = 0.5;
    private static final int MOST_SPECKS = 3;

    private final List<List<GrayF32>> goods;
    private final Frame frame;
    private final long seed;

    /**
     * @param goods frame-sized pictures, grey levels 0..255, a list a face
     * @param seed of everything
     */
    Shots(List<List<GrayF32>> goods, Frame frame, long seed) {
        this.goods = goods;
        this.frame = frame;
        this.seed = seed;
    }

    /**
     * One picture.
     *
     * @param face that it shows
     * @param good without the defect
     * @param defect over it, if it has one
     */
    record Shot(int face, GrayF32 good, @Nullable SyntheticDefect defect) {
        GrayF32 picture() {
            return defect == null ? good : defect.picture();
        }
    }

    /** What decides about an example. */
    SplittableRandom random(long number) {
        return new SplittableRandom(new SplittableRandom(seed ^ number).nextLong() + number);
    }

    Shot next(SplittableRandom random) {
        int face = random.nextInt(goods.size());
        List<GrayF32> pictures = goods.get(face);
        GrayF32 good = seen(pictures.get(random.nextInt(pictures.size())), random);
        boolean defective = random.nextDouble() < DEFECTIVE;
        return new Shot(face, good, defective ? SyntheticDefect.over(good, frame, random) : null);
    }

    private GrayF32 seen(GrayF32 picture, SplittableRandom random) {
        GrayF32 turned =
                random.nextDouble() < TURNED ? Warp.toTemplate(picture, RandomTurns.next(random, frame)) : picture;
        GrayF32 out = random.nextBoolean() ? OtherCapture.clean(turned, frame, random) : turned.clone();
        for (int i = random.nextInt(MOST_REFLECTIONS + 1); i > 0; i--) {
            Reflection.over(out, frame, random);
        }
        int specks = random.nextDouble() < DUSTY ? 1 + random.nextInt(MOST_SPECKS) : 0;
        for (int i = 0; i < specks; i++) {
            OtherCapture.dust(out, frame, random);
        }
        addGrain(out, MOST_GRAIN * Math.max(0, 2 * random.nextDouble() - 1), random);
        return out;
    }

    private static void addGrain(GrayF32 plane, double spread, SplittableRandom random) {
        for (int i = 0; i < plane.data.length; i++) {
            // The sum of three even numbers is near enough to a normal one; its standard deviation is a half.
            double grain = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            plane.data[i] = (float) Math.max(0, Math.min(255, plane.data[i] + 2 * spread * grain));
        }
    }
}
