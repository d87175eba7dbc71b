package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;
import io.github.boofdice.kernel.BitPlanes;
import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.LevelCounter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The seed project's difference method: a good die resembles one template far more than the others.
 *
 * <p>For a picture {@code x} and templates {@code t0, t1, ...}, all in 8 bits:
 *
 * <pre>
 * a_i     = number of pixels with |t_i - x| &gt; 127
 * x'      = saturate(round(|2.5 x - 100|))             halves to even; dark pixels are mirrored, not clamped to 0
 * s_i     = number of pixels with saturate(x' - t_i) &gt; 127
 * result  = min(a) / max(a)
 * result2 = min(s) / max(s)
 * </pre>
 *
 * <p>The picture is normal where {@code result < 0.045} and {@code result2 < 0.14}, else anomalous. Where all counts of a kind
 * are 0 the measure is 0/0: NaN, and so the picture is anomalous. It resembles every template alike, and nothing says
 * which face it shows.
 *
 * <p>Immutable and thread-safe.
 */
public final class DifferenceMethod {
    /** A pixel counts where its difference, in grey levels, is greater than this. */
    public static final int PIXEL_THRESHOLD = 127;

    /** A picture is normal where {@code result} is less than this. */
    public static final double RESULT_THRESHOLD = 0.045;

    /** A picture is normal where {@code result2} is less than this. */
    public static final double RESULT2_THRESHOLD = 0.14;

    private final int width;
    private final int height;
    private final int count;
    private final Supplier<LevelCounter> counters;
    /** The last caller's, until the next one takes it: a line that judges one picture after the other allocates nothing for it. */
    private final AtomicReference<@Nullable LevelCounter> counter = new AtomicReference<>();

    private final double resultThreshold;
    private final double result2Threshold;

    /**
     * The method with the seed project's thresholds.
     *
     * @param templates at least two 8-bit grey pictures of one size, one a pose; copied
     * @throws IllegalArgumentException if there are fewer than two, or their sizes differ
     */
    public DifferenceMethod(List<GrayU8> templates) {
        this(templates, PIXEL_THRESHOLD, RESULT_THRESHOLD, RESULT2_THRESHOLD);
    }

    /**
     * The method with thresholds of one's own.
     *
     * @param templates at least two 8-bit grey pictures of one size, one a pose; copied
     * @param pixelThreshold grey levels, 0..254
     * @param resultThreshold for {@code result}, greater than 0, at most 1
     * @param result2Threshold for {@code result2}, greater than 0, at most 1
     * @throws IllegalArgumentException if there are fewer than two templates, their sizes differ, or a threshold is out of
     *     range
     */
    public DifferenceMethod(
            List<GrayU8> templates, int pixelThreshold, double resultThreshold, double result2Threshold) {
        if (templates.size() < 2) {
            throw new IllegalArgumentException(
                    "templates has " + templates.size() + "; at least 2 are needed, since the method compares them");
        }
        for (int i = 1; i < templates.size(); i++) {
            Sizes.check("templates[" + i + "]", templates.get(i), "templates[0]", templates.get(0));
        }
        if (pixelThreshold < 0 || pixelThreshold > 254) {
            throw new IllegalArgumentException("pixelThreshold is " + pixelThreshold + "; 0 to 254 is allowed");
        }
        checkRatio("resultThreshold", resultThreshold);
        checkRatio("result2Threshold", result2Threshold);
        width = templates.get(0).width;
        height = templates.get(0).height;
        count = templates.size();
        counters = counters(templates, pixelThreshold);
        this.resultThreshold = resultThreshold;
        this.result2Threshold = result2Threshold;
    }

    /**
     * Judges one picture.
     *
     * @param picture 8-bit grey, of the templates' size; may be a sub-image; not modified
     * @return counts, measures and verdict
     * @throws IllegalArgumentException if its size differs from the templates'
     */
    public DifferenceResult inspect(GrayU8 picture) {
        Sizes.check("picture", picture, "a template", width, height);
        int[] absDiff = new int[count];
        int[] subtract = new int[count];
        LevelCounter kept = counter.getAndSet(null);
        LevelCounter mine = kept == null ? counters.get() : kept;
        copy(picture, mine.levels());
        mine.count(absDiff, subtract);
        counter.set(mine);
        double result = smallestOverLargest(absDiff);
        double result2 = smallestOverLargest(subtract);
        // Not turned round: NaN is less than nothing, so it makes a picture anomalous.
        boolean normal = result < resultThreshold && result2 < result2Threshold;
        return new DifferenceResult(absDiff, subtract, result, result2, !normal);
    }

    private static Supplier<LevelCounter> counters(List<GrayU8> templates, int threshold) {
        int pixels = templates.get(0).width * templates.get(0).height;
        byte[][] levels = new byte[templates.size()][pixels];
        for (int i = 0; i < levels.length; i++) {
            copy(templates.get(i), levels[i]);
        }
        return Kernels.fastest().levelCounters(levels, threshold).orElseGet(() -> {
            List<DifferenceLimits> limits = templates.stream()
                    .map(t -> DifferenceLimits.of(t, threshold))
                    .toList();
            return () -> new PlaneCounter(limits, new BitPlanes(pixels));
        });
    }

    private static void copy(GrayU8 image, byte[] levels) {
        if (image.stride == image.width) {
            System.arraycopy(image.data, image.startIndex, levels, 0, image.width * image.height);
            return;
        }
        for (int y = 0; y < image.height; y++) {
            System.arraycopy(image.data, image.startIndex + y * image.stride, levels, y * image.width, image.width);
        }
    }

    private static double smallestOverLargest(int[] counts) {
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        for (int count : counts) {
            smallest = Math.min(smallest, count);
            largest = Math.max(largest, count);
        }
        return (double) smallest / largest;
    }

    private static void checkRatio(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be greater than 0 and at most 1");
        }
    }
}
