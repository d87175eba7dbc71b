package io.github.boofdice.train;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.synth.SyntheticDefect;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Good pictures in {@linkplain OtherViews other views}, half of them with a synthetic defect. Immutable. */
final class Shots {
    private static final double DEFECTIVE = 0.5;
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
        GrayF32 good = OtherViews.of(pictures.get(random.nextInt(pictures.size())), frame, random);
        boolean defective = random.nextDouble() < DEFECTIVE;
        return new Shot(face, good, defective ? SyntheticDefect.over(good, frame, random) : null);
    }
}
