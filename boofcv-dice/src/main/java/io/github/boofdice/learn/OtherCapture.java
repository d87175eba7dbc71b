package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.GaussianBlur;
import java.util.SplittableRandom;

/**
 * Shows a good picture as another day's capture might: another exposure, contrast, focus, distance, light from elsewhere, and a speck of dust.
 *
 * <p>Good pictures of one capture do not tell how far those of the next will lie from them; a threshold that knows only the one rejects good parts of the other. Each change is drawn evenly up to a bound that any line
 * sees.
 */
public final class OtherCapture {
    private static final int WHITE = 255;
    private static final double MOST_GAIN = 0.2;
    private static final double MOST_GAMMA = 0.2;
    /** Share of the distance. */
    private static final double MOST_ZOOM = 0.01;
    /** Pixels of a 128 x 128 frame by which the focus changes, either way. */
    private static final double MOST_BLUR = 0.5;
    /** Less than this is no blur at all, in pixels. */
    private static final double LEAST_BLUR = 0.15;
    /** Share by which a patch of light brightens. */
    private static final double MOST_LIGHT = 0.3;
    /** Diameter of a speck in pixels of a 128 x 128 frame. */
    private static final double DUST = 2;
    /**
     * Grey levels. The strongest speck on flat white of the good pictures of {@code original} stands 57 above or below the median of 7 x 7 pixels once its picture is aligned; nine of ten such specks, drawn anywhere between pixels and aligned, keep
     * 0.69 of their contrast or more: 83, and so 80. (With 60, which does not know of the alignment, five good pictures of one die of a later capture lie up to 3 % above the threshold for 0.1 %.)
     */
    private static final double MOST_DUST = 80;

    private OtherCapture() {}

    /** What one thread works on, and what it gets: the next picture overwrites the last. */
    static final class Memory {
        private final GrayF32 out;
        private final GrayF32 blurred;
        private final GaussianBlur.Memory blurring = new GaussianBlur.Memory();

        Memory(Frame frame) {
            out = new GrayF32(frame.width(), frame.height());
            blurred = out.createSameShape();
        }
    }

    /**
     * What another capture changes, before it is known in what picture.
     *
     * @param change of light and optics
     * @param speck of dust
     */
    record Dusty(Change change, Speck speck) {
        static Dusty next(SplittableRandom random) {
            return new Dusty(Change.next(random), Speck.next(MOST_DUST * even(random), random));
        }

        /** Returns a changed copy of a frame-sized picture with levels 0..255, with a speck of dust on it: what a threshold has to bear. */
        GrayF32 of(GrayF32 grey, Frame frame, Memory memory) {
            GrayF32 out = change.of(grey, frame, memory);
            speck.layOn(out, frame);
            return out;
        }
    }

    /**
     * Lays a speck of dust on a picture.
     *
     * @param plane frame-sized grey levels; the speck is drawn into it
     * @param frame its size
     * @param random says where and how dark
     */
    public static void dust(GrayF32 plane, Frame frame, SplittableRandom random) {
        Speck.next(MOST_DUST * even(random), random).layOn(plane, frame);
    }

    /**
     * Likewise, without dust: what limits have to know, place by place.
     *
     * @param grey frame-sized, levels 0..255; not modified
     * @param frame its size
     * @param random says how it changes
     * @return a new picture
     */
    public static GrayF32 clean(GrayF32 grey, Frame frame, SplittableRandom random) {
        return clean(grey, frame, random, new Memory(frame));
    }

    /** Likewise, in memory that is there. */
    static GrayF32 clean(GrayF32 grey, Frame frame, SplittableRandom random, Memory memory) {
        return Change.next(random).of(grey, frame, memory);
    }

    /**
     * Shares of what changes at most: the first two and the last two from -1 to 1, the others from 0.
     *
     * @param way whence light falls, in turns
     */
    private record Change(double zoom, double blur, double light, double way, double width, double gain, double gamma) {
        static Change next(SplittableRandom random) {
            return new Change(
                    even(random),
                    even(random),
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    even(random),
                    even(random));
        }

        GrayF32 of(GrayF32 grey, Frame frame, Memory memory) {
            GrayF32 out = memory.out;
            enlarge(grey, 1 + MOST_ZOOM * zoom, out);
            refocus(out, MOST_BLUR * frame.unit() * blur, memory);
            brighten(out, frame, MOST_LIGHT * light, 2 * Math.PI * way, (10 + 15 * width) * frame.unit());
            tone(out, StrictMath.exp(MOST_GAIN * gain), StrictMath.exp(MOST_GAMMA * gamma));
            return out;
        }
    }

    /** What the camera makes of a level, on straight lines between whole grey levels. */
    private static void tone(GrayF32 plane, double gain, double gamma) {
        float[] curve = new float[WHITE + 2];
        for (int level = 0; level <= WHITE; level++) {
            curve[level] = (float) Math.min(WHITE, WHITE * gain * StrictMath.pow(level / (double) WHITE, gamma));
        }
        curve[WHITE + 1] = curve[WHITE];
        for (int i = 0; i < plane.data.length; i++) {
            float level = Math.max(0, Math.min(WHITE, plane.data[i]));
            int below = (int) level;
            plane.data[i] = curve[below] + (level - below) * (curve[below + 1] - curve[below]);
        }
    }

    private static double even(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }

    /** By a factor about the middle, bilinear: along each of the two rows that a row lies between, then between those; rows come one after another, and most are needed twice. */
    private static void enlarge(GrayF32 grey, double factor, GrayF32 out) {
        int[] lefts = new int[grey.width];
        float[] shares = new float[grey.width];
        for (int x = 0; x < grey.width; x++) {
            float place = place(x, grey.width, (float) factor);
            lefts[x] = Math.min(grey.width - 2, (int) place);
            shares[x] = place - lefts[x];
        }
        float[] upper = new float[grey.width];
        float[] lower = new float[grey.width];
        float[] row = new float[grey.width];
        int known = -2;
        for (int y = 0; y < out.height; y++) {
            float place = place(y, out.height, (float) factor);
            int top = Math.min(out.height - 2, (int) place);
            if (top == known + 1) {
                float[] last = upper;
                upper = lower;
                lower = last;
                row(grey, top + 1, lefts, shares, lower);
            } else if (top != known) {
                row(grey, top, lefts, shares, upper);
                row(grey, top + 1, lefts, shares, lower);
            }
            known = top;
            between(upper, lower, place - top, row);
            System.arraycopy(row, 0, out.data, y * out.width, row.length);
        }
    }

    private static void row(GrayF32 grey, int y, int[] lefts, float[] shares, float[] out) {
        int row = grey.startIndex + y * grey.stride;
        for (int x = 0; x < out.length; x++) {
            int at = row + lefts[x];
            out[x] = grey.data[at] + shares[x] * (grey.data[at + 1] - grey.data[at]);
        }
    }

    private static void between(float[] upper, float[] lower, float share, float[] out) {
        for (int x = 0; x < upper.length; x++) {
            out[x] = upper[x] + share * (lower[x] - upper[x]);
        }
    }

    private static float place(int i, int length, float step) {
        float middle = (length - 1) / 2f;
        return Math.max(0, Math.min(length - 1, middle + (i - middle) * step));
    }

    /** Blurs, or sharpens by as much as a blur would take. */
    private static void refocus(GrayF32 plane, double sigma, Memory memory) {
        if (Math.abs(sigma) < LEAST_BLUR) {
            return;
        }
        GrayF32 blurred = memory.blurred;
        new GaussianBlur(Math.abs(sigma)).apply(plane, memory.blurring, blurred);
        for (int i = 0; i < plane.data.length; i++) {
            plane.data[i] = sigma > 0 ? blurred.data[i] : 2 * plane.data[i] - blurred.data[i];
        }
    }

    private static void brighten(GrayF32 plane, Frame frame, double strength, double way, double width) {
        double x0 = frame.middleX() + 45 * frame.unit() * StrictMath.cos(way);
        double y0 = frame.middleY() + 45 * frame.unit() * StrictMath.sin(way);
        float[] across = bell(plane.width, x0, width);
        float[] down = bell(plane.height, y0, width);
        float[] row = new float[plane.width];
        for (int y = 0; y < plane.height; y++) {
            System.arraycopy(plane.data, y * plane.width, row, 0, row.length);
            brighten(row, across, (float) strength * down[y]);
            System.arraycopy(row, 0, plane.data, y * plane.width, row.length);
        }
    }

    private static void brighten(float[] row, float[] across, float strength) {
        for (int x = 0; x < row.length; x++) {
            row[x] *= 1 + strength * across[x];
        }
    }

    /** A Gaussian's values at whole numbers; the product of two is a round one's. */
    private static float[] bell(int length, double middle, double sigma) {
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            double far = (i - middle) / sigma;
            out[i] = (float) StrictMath.exp(-far * far / 2);
        }
        return out;
    }

    /**
     * A speck of dust.
     *
     * @param contrast in grey levels
     * @param far share of the scored disc's area that lies nearer to the middle
     * @param way where it lies, in turns
     */
    private record Speck(double contrast, double far, double way) {
        static Speck next(double contrast, SplittableRandom random) {
            return new Speck(contrast, random.nextDouble(), random.nextDouble());
        }

        void layOn(GrayF32 plane, Frame frame) {
            double away = frame.scoredRadius() * Math.sqrt(far);
            double x0 = frame.middleX() + away * StrictMath.cos(2 * Math.PI * way);
            double y0 = frame.middleY() + away * StrictMath.sin(2 * Math.PI * way);
            double radius = DUST * frame.unit() / 2;
            int reach = (int) Math.ceil(radius + 1);
            int bottom = Math.min(plane.height - 1, (int) y0 + reach);
            int right = Math.min(plane.width - 1, (int) x0 + reach);
            for (int y = Math.max(0, (int) y0 - reach); y <= bottom; y++) {
                for (int x = Math.max(0, (int) x0 - reach); x <= right; x++) {
                    double covered = radius + 0.5 - StrictMath.hypot(x - x0, y - y0);
                    float level =
                            plane.data[y * plane.width + x] + (float) (contrast * Math.max(0, Math.min(1, covered)));
                    plane.data[y * plane.width + x] = Math.max(0, Math.min(255, level));
                }
            }
        }
    }
}
