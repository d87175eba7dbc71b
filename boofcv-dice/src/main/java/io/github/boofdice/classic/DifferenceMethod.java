package io.github.boofdice.classic;

import boofcv.struct.image.GrayU8;
import io.github.boofdice.kernel.ByteWords;
import io.github.boofdice.kernel.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

    private static final Kernels KERNELS = Kernels.fastest();

    private final int width;
    private final int height;
    private final List<Limits> limits;
    /** Of the last caller, until the next one takes it: a line that judges one picture after the other allocates nothing for it. */
    private final AtomicReference<@Nullable Room> room = new AtomicReference<>();

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
        limits = templates.stream().map(t -> Limits.of(t, pixelThreshold)).toList();
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
        int[] absDiff = new int[limits.size()];
        int[] subtract = new int[limits.size()];
        Room mine = room.getAndSet(null);
        Room here = mine == null ? new Room(width * height) : mine;
        here.take(picture);
        for (int i = 0; i < absDiff.length; i++) {
            Limits of = limits.get(i);
            long counts = KERNELS.differences(here.picture, here.stretched, of.lowest(), of.highest(), here.sums);
            absDiff[i] = (int) counts;
            subtract[i] = (int) (counts >>> Integer.SIZE);
        }
        room.set(here);
        double result = smallestOverLargest(absDiff);
        double result2 = smallestOverLargest(subtract);
        // Not turned round: NaN is less than nothing, so it makes a picture anomalous.
        boolean normal = result < resultThreshold && result2 < result2Threshold;
        return new DifferenceResult(absDiff, subtract, result, result2, !normal);
    }

    private static double smallestOverLargest(int[] counts) {
        return (double) Arrays.stream(counts).min().orElseThrow()
                / Arrays.stream(counts).max().orElseThrow();
    }

    private static void checkRatio(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be greater than 0 and at most 1");
        }
    }

    /** Of each pixel the levels that differ from a template by no more than the threshold. */
    private record Limits(long[][] lowest, long[][] highest) {
        static Limits of(GrayU8 template, int threshold) {
            // What lies beyond the picture's end is never outside.
            long[][] lowest = ByteWords.blocks(template.width * template.height, 0);
            long[][] highest = ByteWords.blocks(template.width * template.height, 255);
            for (int i = 0; i < template.width * template.height; i++) {
                int level = template.get(i % template.width, i / template.width);
                ByteWords.set(lowest, i, Math.max(0, level - threshold));
                ByteWords.set(highest, i, Math.min(255, level + threshold));
            }
            return new Limits(lowest, highest);
        }
    }

    /** What one picture is laid out in. */
    private static final class Room {
        final byte[] levels;
        final long[][] picture;
        final long[][] stretched;
        final long[][] sums = new long[2][Kernels.BLOCK];

        Room(int pixels) {
            levels = new byte[(pixels + Long.BYTES - 1) / Long.BYTES * Long.BYTES];
            picture = ByteWords.blocks(pixels, 0);
            stretched = ByteWords.blocks(pixels, 0);
        }

        void take(GrayU8 image) {
            for (int y = 0; y < image.height; y++) {
                System.arraycopy(image.data, image.startIndex + y * image.stride, levels, y * image.width, image.width);
            }
            ByteWords.copy(levels, picture);
            ByteWords.stretch(picture, stretched);
        }
    }
}
