package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.score.Evidence;
import io.github.boofdice.score.EvidenceLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Gathers how much evidence good pictures show at each pixel of a face, fold by fold, and makes limits of it.
 *
 * <p>A limit is the power mean, of the eighth degree, over pictures, equivalent poses and the pixels around: it lies between the spread and the maximum, so that a place where now and then light is
 * reflected or print strays gets a wide limit, though on most pictures it is quiet. Few pictures lean on what is to be expected of the template alone: {@link RegistrationLimits}.
 */
final class LimitCollector {
    /** As many pictures as what is to be expected counts for. */
    static final double EXPECTED_WEIGHT = 5;
    /** What the grain of a flat good surface leaves in each filter at most, in grey levels. */
    private static final double[] GRAIN = {2, 1, 0.3};
    /** Times the uncertainty of the pose by which the print of good parts strays. */
    private static final double STRAY = 3;

    /**
     * Added to the limit of each filter, in grey levels: what a speck of dust may add. Chosen on {@code original} alone, on defects and specks painted over held-out good pictures.
     */
    private static final double[] FLOOR = {1.5, 0.6, 0.4};

    private final Frame frame;
    private final int symmetry;
    private final int[] counts;
    private final double[][][] light;
    private final double[][][] dark;

    /**
     * @param frame of the evidence to come
     * @param symmetry rotational order of the face, 0 = free
     * @param folds how many parts the pictures are divided into
     */
    LimitCollector(Frame frame, int symmetry, int folds) {
        this.frame = frame;
        this.symmetry = symmetry;
        int size = frame.width() * frame.height();
        counts = new int[folds];
        light = new double[folds][Evidence.FILTERS][size];
        dark = new double[folds][Evidence.FILTERS][size];
    }

    /** Adds one picture's evidence, not modified. */
    void add(int fold, Evidence evidence) {
        counts[fold]++;
        for (int f = 0; f < Evidence.FILTERS; f++) {
            addPowers(light[fold][f], evidence.light(f).data);
        }
        // Of texture nothing is darker.
        for (int f = 0; f < Evidence.SIGNED; f++) {
            addPowers(dark[fold][f], evidence.dark(f).data);
        }
    }

    private static void addPowers(double[] sums, float[] evidence) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += SharedPowers.power(evidence[i]);
        }
    }

    private static void addAll(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    /** How many pictures lie outside a fold; of -1, all. */
    int pictures(int withoutFold) {
        int n = 0;
        for (int k = 0; k < counts.length; k++) {
            n += k == withoutFold ? 0 : counts[k];
        }
        return n;
    }

    /**
     * Limits from all folds but one.
     *
     * @param fold to leave out, -1 leaves none out
     * @param expected of the face's template alone, with the texture that is usual outside the fold
     */
    EvidenceLimits without(int fold, EvidenceLimits expected) {
        return new EvidenceLimits(
                planes(fold, light, f -> expected.light().get(f)),
                planes(fold, dark, f -> expected.dark().get(f)),
                expected.usualTexture());
    }

    private List<GrayF32> planes(int without, double[][][] sums, IntFunction<GrayF32> expected) {
        List<GrayF32> out = new ArrayList<>();
        int pictures = pictures(without);
        double[] sum = new double[frame.width() * frame.height()];
        GrayF32 mean = new GrayF32(frame.width(), frame.height());
        for (int f = 0; f < Evidence.FILTERS; f++) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < sums.length; k++) {
                if (k != without) {
                    addAll(sum, sums[k][f]);
                }
            }
            for (int i = 0; i < sum.length; i++) {
                mean.data[i] = (float) (sum[i] / Math.max(1, pictures));
            }
            GrayF32 shared = SharedPowers.of(mean, symmetry, frame);
            float[] usual = expected.apply(f).data;
            for (int i = 0; i < shared.data.length; i++) {
                double prior = SharedPowers.power(GRAIN[f] + STRAY * usual[i]);
                double power = (pictures * Math.max(0, shared.data[i]) + EXPECTED_WEIGHT * prior)
                        / (pictures + EXPECTED_WEIGHT);
                shared.data[i] = (float) (SharedPowers.root(power) + FLOOR[f] + usual[i]);
            }
            out.add(shared);
        }
        return out;
    }
}
