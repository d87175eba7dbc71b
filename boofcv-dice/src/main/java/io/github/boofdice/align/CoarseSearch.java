package io.github.boofdice.align;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * The global search: every template at every angle and every whole-cell shift, by masked correlation on the coarse level.
 *
 * <p>Zero-mean normalised cross-correlation over the face disc. All angles of all templates stand side by side in one matrix, so that the search is
 * one product of a (shift x pixel) by a (pixel x angle) matrix whose inner loop runs over angles.
 */
final class CoarseSearch {
    /** A place worth refining. */
    record Candidate(int template, RigidPose pose, double correlation) {}

    private static final double STEP = Math.toRadians(6);
    private static final int REACH = 2;

    private final PixelDisc disc;
    private final int factor;
    private final int[] templateOf;
    private final double[] angleOf;
    /** weights[p][t]: pixel p of rotated template t, of zero mean and unit length. */
    private final float[][] weights;

    private final boolean[] free;
    private final double[] period;

    CoarseSearch(List<Template> templates, PictureLevels.Factory levels) {
        factor = levels.coarseFactor();
        GrayF32 first = levels.coarse(templates.get(0).grey());
        disc = new PixelDisc(
                first.width,
                first.height,
                Math.min(
                        levels.frame().faceRadius() / factor, Math.min(first.width, first.height) / 2.0 - REACH - 0.5));
        List<float[]> rotated = new ArrayList<>();
        List<Integer> owner = new ArrayList<>();
        List<Double> angle = new ArrayList<>();
        free = new boolean[templates.size()];
        period = new double[templates.size()];
        for (int t = 0; t < templates.size(); t++) {
            Template template = templates.get(t);
            free[t] = template.symmetry() == Template.FREE;
            period[t] = free[t] ? 2 * Math.PI : template.period();
            int steps = free[t] ? 1 : (int) Math.round(period[t] / STEP);
            GrayF32 middle = levels.middle(template.grey());
            for (int k = 0; k < steps; k++) {
                double theta = k * period[t] / steps;
                rotated.add(normalised(levels.coarseTurned(middle, theta)));
                owner.add(t);
                angle.add(theta);
            }
        }
        int n = rotated.size();
        templateOf = owner.stream().mapToInt(Integer::intValue).toArray();
        angleOf = angle.stream().mapToDouble(Double::doubleValue).toArray();
        weights = new float[disc.size()][n];
        for (int t = 0; t < n; t++) {
            for (int p = 0; p < disc.size(); p++) {
                weights[p][t] = rotated.get(t)[p];
            }
        }
    }

    private float[] normalised(GrayF32 plane) {
        float[] values = new float[disc.size()];
        double sum = 0;
        for (int p = 0; p < values.length; p++) {
            values[p] = plane.data[disc.index(p)];
            sum += values[p];
        }
        double mean = sum / values.length;
        double squares = 0;
        for (int p = 0; p < values.length; p++) {
            values[p] -= (float) mean;
            squares += values[p] * values[p];
        }
        float share = (float) (1 / Math.max(1e-9, Math.sqrt(squares)));
        for (int p = 0; p < values.length; p++) {
            values[p] *= share;
        }
        return values;
    }

    /**
     * Returns the best places, best first, no two of one template nearer than 13 degrees.
     *
     * @param coarse the picture's coarse level, contiguous
     * @param most how many to return
     */
    List<Candidate> search(GrayF32 coarse, int most) {
        int n = templateOf.length;
        float[] best = new float[n];
        java.util.Arrays.fill(best, Float.NEGATIVE_INFINITY);
        int[] bestShift = new int[n];
        float[] products = new float[n];
        int shift = 0;
        for (int sy = -REACH; sy <= REACH; sy++) {
            for (int sx = -REACH; sx <= REACH; sx++, shift++) {
                int offset = coarse.startIndex + sy * coarse.stride + sx;
                float scale = correlate(coarse, offset, products);
                for (int t = 0; t < n; t++) {
                    float value = products[t] * scale;
                    if (value > best[t]) {
                        best[t] = value;
                        bestShift[t] = shift;
                    }
                }
            }
        }
        return pick(best, bestShift, most);
    }

    /** Fills {@code products} and returns one over the length of the picture's part under the disc. */
    private float correlate(GrayF32 coarse, int offset, float[] products) {
        java.util.Arrays.fill(products, 0);
        double sum = 0;
        double squares = 0;
        int size = disc.size();
        int p = 0;
        for (; p + 3 < size; p += 4) {
            float a = coarse.data[offset + disc.index(p)];
            float b = coarse.data[offset + disc.index(p + 1)];
            float c = coarse.data[offset + disc.index(p + 2)];
            float d = coarse.data[offset + disc.index(p + 3)];
            sum += a + b + c + d;
            squares += a * a + b * b + c * c + d * d;
            addFour(products, a, weights[p], b, weights[p + 1], c, weights[p + 2], d, weights[p + 3]);
        }
        for (; p < size; p++) {
            float a = coarse.data[offset + disc.index(p)];
            sum += a;
            squares += a * a;
            addFour(products, a, weights[p], 0, weights[p], 0, weights[p], 0, weights[p]);
        }
        return (float) (1 / Math.sqrt(Math.max(1e-6, squares - sum * sum / size)));
    }

    private static void addFour(
            float[] sums, float a, float[] wa, float b, float[] wb, float c, float[] wc, float d, float[] wd) {
        for (int t = 0; t < sums.length; t++) {
            sums[t] += a * wa[t] + b * wb[t] + c * wc[t] + d * wd[t];
        }
    }

    private List<Candidate> pick(float[] best, int[] bestShift, int most) {
        int side = 2 * REACH + 1;
        List<Candidate> out = new ArrayList<>();
        while (out.size() < most) {
            int top = 0;
            for (int t = 1; t < best.length; t++) {
                top = best[t] > best[top] ? t : top;
            }
            if (best[top] == Float.NEGATIVE_INFINITY) {
                break;
            }
            double x = (bestShift[top] % side - REACH) * (double) factor;
            double y = (bestShift[top] / side - REACH) * (double) factor;
            out.add(new Candidate(templateOf[top], new RigidPose(x, y, RigidPose.wrap(angleOf[top])), best[top]));
            for (int t = 0; t < best.length; t++) {
                best[t] = near(t, top) ? Float.NEGATIVE_INFINITY : best[t];
            }
        }
        return out;
    }

    private boolean near(int a, int b) {
        if (templateOf[a] != templateOf[b]) {
            return false;
        }
        double gap = Math.abs(Math.IEEEremainder(angleOf[a] - angleOf[b], period[templateOf[a]]));
        return gap < Math.toRadians(13);
    }
}
