package io.github.boofdice.align;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Samples;
import java.util.Arrays;
import org.ejml.data.DMatrix4;
import org.ejml.data.DMatrix4x4;
import org.ejml.dense.fixed.CommonOps_DDF4;

/**
 * Refines a rigid pose to a fraction of a pixel: inverse-compositional Gauss-Newton on the template's gradient, with a gain and Tukey weights, so
 * that neither the light nor the defect itself pulls the pose.
 *
 * <p>Only the pixels with the strongest gradient take part: flat ones say nothing about the pose. Sources: S. Baker and I. Matthews,
 * "Lucas-Kanade 20 years on", IJCV 56 (2004), doi:10.1023/B:VISI.0000011205.11775.fd; Tukey's biweight with scale 1.4826 MAD.
 */
final class GaussNewton {
    /**
     * Where a refinement ended.
     *
     * @param pose template to picture, in pixels of this level
     * @param gain picture contrast over template contrast
     * @param converged whether the last step was below a hundredth of a pixel
     */
    record Refined(RigidPose pose, double gain, boolean converged) {}

    /** What one thread works on. */
    static final class Memory {
        private final Samples samples = new Samples();
        private float[] size = {};
        private float[] residual = {};
        private float[] weight = {};
        private final int[] histogram = new int[MOST_LEVELS * BINS_A_LEVEL];
        private final DMatrix4x4 hessian = new DMatrix4x4();
        private final DMatrix4 right = new DMatrix4();
        private final DMatrix4 step = new DMatrix4();

        private void grow(int count) {
            if (size.length < count) {
                size = new float[count];
                residual = new float[count];
                weight = new float[count];
            }
        }

        /** Of a picture. */
        Samples samples() {
            return samples;
        }
    }

    /** A gain at either end says that the picture is not of this template. */
    static final double LEAST_GAIN = 0.25;

    static final double MOST_GAIN = 4;

    /** Pixels that take part, of a plane of 128 x 128: more cost time and move the pose by less than 0.01 pixels. */
    private static final double MOST_STRONG_SHARE = 0.08;

    private static final double STRONG_SHARE = 0.25;
    /** Below this step, in pixels, the Hessian is kept. */
    private static final double STEADY = 0.3;
    /** Below this step, in pixels, the pose has settled. */
    private static final double SETTLED = 0.01;

    private static final double TUKEY = 4.685;
    private static final double LEAST_SCALE = 1.5;
    private static final int BINS_A_LEVEL = 4;
    private static final int MOST_LEVELS = 128;

    private final PixelDisc strong;
    private final float middleX;
    private final float[] value;
    private final float[] stepX;
    private final float[] stepY;
    private final float[] stepTheta;
    private final boolean free;

    /**
     * @param plane the template's band-pass at this level
     * @param disc the pixels that may take part
     * @param free whether the template looks the same at every angle: then the angle is left alone
     */
    GaussNewton(GrayF32 plane, PixelDisc disc, boolean free) {
        this.free = free;
        middleX = (plane.width - 1) / 2f;
        int size = disc.size();
        float[] strength = new float[size];
        for (int i = 0; i < size; i++) {
            strength[i] = gradientX(plane, disc.index(i)) * gradientX(plane, disc.index(i))
                    + gradientY(plane, disc.index(i)) * gradientY(plane, disc.index(i));
        }
        float[] sorted = strength.clone();
        Arrays.sort(sorted);
        double most = Math.min(STRONG_SHARE * size, MOST_STRONG_SHARE * 128 * 128);
        float least = sorted[(int) (size - 1 - Math.min(size - 1, most))];
        int[] chosen = java.util.stream.IntStream.range(0, size)
                .filter(i -> strength[i] >= least)
                .toArray();
        strong = disc.subset(chosen);
        value = new float[chosen.length];
        stepX = new float[chosen.length];
        stepY = new float[chosen.length];
        stepTheta = new float[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            int at = strong.index(k);
            value[k] = plane.data[at];
            stepX[k] = gradientX(plane, at);
            stepY[k] = gradientY(plane, at);
            stepTheta[k] = free ? 0 : -strong.dy(k) * stepX[k] + strong.dx(k) * stepY[k];
        }
    }

    private static float gradientX(GrayF32 plane, int at) {
        int x = at % plane.width;
        float right = plane.data[x + 1 < plane.width ? at + 1 : at];
        float left = plane.data[x > 0 ? at - 1 : at];
        return (right - left) / 2;
    }

    private static float gradientY(GrayF32 plane, int at) {
        int y = at / plane.width;
        float below = plane.data[y + 1 < plane.height ? at + plane.width : at];
        float above = plane.data[y > 0 ? at - plane.width : at];
        return (below - above) / 2;
    }

    /**
     * Refines from {@code start}.
     *
     * @param picture band-pass of the picture at this level, not modified
     * @param start in pixels of this level
     * @param most iterations at the most
     * @param memory to work on
     */
    Refined refine(GrayF32 picture, RigidPose start, int most, Memory memory) {
        memory.grow(value.length);
        DMatrix4x4 hessian = memory.hessian;
        DMatrix4 right = memory.right;
        DMatrix4 step = memory.step;
        RigidPose pose = start;
        float[] seen = memory.samples.of(strong, picture, pose);
        double gain = gain(seen);
        boolean converged = false;
        double moved = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < most && !converged; iteration++) {
            if (iteration > 0) {
                seen = memory.samples.of(strong, picture, pose);
            }
            measure(seen, 1 / gain, memory.size);
            double scale = Math.max(LEAST_SCALE, 1.4826 * median(memory.size, value.length, memory.histogram));
            weigh(seen, (float) gain, (float) (1 / (TUKEY * scale * gain)), memory.residual, memory.weight);
            if (moved > STEADY) {
                accumulate(memory.residual, memory.weight, hessian, right);
                if (!CommonOps_DDF4.invert(hessian, hessian)) {
                    break;
                }
            } else {
                // Near the end the weights hardly change: the last Hessian serves.
                accumulateRight(memory.residual, memory.weight, right);
            }
            CommonOps_DDF4.mult(hessian, right, step);
            if (!Double.isFinite(step.a1 + step.a2 + step.a3 + step.a4)) {
                break;
            }
            gain = Math.min(MOST_GAIN, Math.max(LEAST_GAIN, gain + step.a4));
            RigidPose move =
                    new RigidPose(limit(step.a1 / gain), limit(step.a2 / gain), free ? 0 : limitTurn(step.a3 / gain));
            pose = pose.after(move.inverse());
            moved = Math.max(move.shift(), Math.abs(move.theta()) * middleX);
            converged = moved < SETTLED;
        }
        return new Refined(pose, gain, converged);
    }

    private static double limit(double step) {
        return Math.max(-3, Math.min(3, step));
    }

    private static double limitTurn(double step) {
        return Math.max(-0.15, Math.min(0.15, step));
    }

    private void measure(float[] seen, double overGain, float[] size) {
        for (int i = 0; i < value.length; i++) {
            size[i] = Math.abs((float) (seen[i] * overGain - value[i]));
        }
    }

    /** Residuals of seen = gain value, and Tukey's weights; apart from the sums, for this loop becomes vector instructions, and a weight of 0 costs less than a branch. */
    private void weigh(float[] seen, float gain, float share, float[] residual, float[] weight) {
        for (int i = 0; i < value.length; i++) {
            float r = seen[i] - gain * value[i];
            float u = r * share;
            float w = Math.max(0, 1 - u * u);
            residual[i] = r;
            weight[i] = w * w;
        }
    }

    /** Weighted normal equations over (x, y, theta, gain). */
    private void accumulate(float[] residual, float[] weight, DMatrix4x4 h, DMatrix4 b) {
        double xx = 0, xy = 0, xt = 0, xg = 0, yy = 0, yt = 0, yg = 0, tt = 0, tg = 0, gg = 0;
        double bx = 0, by = 0, bt = 0, bg = 0;
        for (int i = 0; i < value.length; i++) {
            float r = residual[i];
            float x = stepX[i];
            float y = stepY[i];
            float t = stepTheta[i];
            float v = value[i];
            float wx = weight[i] * x;
            float wy = weight[i] * y;
            float wt = weight[i] * t;
            float wv = weight[i] * v;
            xx += wx * x;
            xy += wx * y;
            xt += wx * t;
            xg += wx * v;
            yy += wy * y;
            yt += wy * t;
            yg += wy * v;
            tt += wt * t;
            tg += wt * v;
            gg += wv * v;
            bx += wx * r;
            by += wy * r;
            bt += wt * r;
            bg += wv * r;
        }
        double ridge = 1e-6;
        h.a11 = xx + ridge;
        h.a12 = h.a21 = xy;
        h.a13 = h.a31 = xt;
        h.a14 = h.a41 = xg;
        h.a22 = yy + ridge;
        h.a23 = h.a32 = yt;
        h.a24 = h.a42 = yg;
        h.a33 = free ? 1 : tt + ridge;
        h.a34 = h.a43 = tg;
        h.a44 = gg + ridge;
        b.a1 = bx;
        b.a2 = by;
        b.a3 = bt;
        b.a4 = bg;
    }

    /** The right-hand side alone. */
    private void accumulateRight(float[] residual, float[] weight, DMatrix4 b) {
        double bx = 0, by = 0, bt = 0, bg = 0;
        for (int i = 0; i < value.length; i++) {
            float wr = weight[i] * residual[i];
            bx += wr * stepX[i];
            by += wr * stepY[i];
            bt += wr * stepTheta[i];
            bg += wr * value[i];
        }
        b.a1 = bx;
        b.a2 = by;
        b.a3 = bt;
        b.a4 = bg;
    }

    private double gain(float[] seen) {
        double products = 0;
        double squares = 1e-9;
        for (int i = 0; i < value.length; i++) {
            products += seen[i] * value[i];
            squares += value[i] * value[i];
        }
        return Math.min(MOST_GAIN, Math.max(LEAST_GAIN, products / squares));
    }

    /** Median to a quarter of a grey level; beyond 128 levels all count alike. */
    private static double median(float[] sizes, int count, int[] histogram) {
        Arrays.fill(histogram, 0);
        for (int i = 0; i < count; i++) {
            histogram[Math.min(histogram.length - 1, (int) (sizes[i] * BINS_A_LEVEL))]++;
        }
        int below = 0;
        int bin = 0;
        while (below + histogram[bin] <= count / 2) {
            below += histogram[bin++];
        }
        return (bin + 0.5) / BINS_A_LEVEL;
    }
}
