package io.github.boofdice.align;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Kernels KERNELS = Kernels.fastest();
    private static final double STEP = Math.toRadians(6);
    private static final int REACH = 2;
    private static final int SIDE = 2 * REACH + 1;
    private static final int SHIFTS = SIDE * SIDE;

    /** What one thread works on. */
    static final class Memory {
        /** By shift and pixel. */
        private final float[] seen;
        /** By shift and angle. */
        private final float[][] products;

        /** By shift. */
        private final float[] overLength = new float[SHIFTS];

        private final float[] best;
        private final int[] bestShift;

        private Memory(int pixels, int angles, int filled) {
            seen = new float[SHIFTS * pixels];
            products = new float[SHIFTS][filled];
            best = new float[angles];
            bestShift = new int[angles];
        }
    }

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
        weights = new float[disc.size()][KERNELS.filled(n)];
        for (int t = 0; t < n; t++) {
            for (int p = 0; p < disc.size(); p++) {
                weights[p][t] = rotated.get(t)[p];
            }
        }
    }

    /** Makes the memory of one thread. */
    Memory memory() {
        return new Memory(disc.size(), templateOf.length, weights[0].length);
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
     * @param memory to work on
     */
    List<Candidate> search(GrayF32 coarse, int most, Memory memory) {
        int size = disc.size();
        Arrays.fill(memory.best, Float.NEGATIVE_INFINITY);
        for (int s = 0; s < SHIFTS; s++) {
            int at = coarse.startIndex + (s / SIDE - REACH) * coarse.stride + s % SIDE - REACH;
            for (int p = 0; p < size; p++) {
                memory.seen[s * size + p] = coarse.data[at + disc.index(p)];
            }
        }
        KERNELS.weightedSums(memory.products, weights, memory.seen, memory.products[0].length);
        for (int s = 0; s < SHIFTS; s += SIDE) {
            measure(memory, s);
        }
        for (int s = 0; s < SHIFTS; s++) {
            keepBest(memory, s);
        }
        return pick(memory.best, memory.bestShift, most);
    }

    /** One over the length of the picture's part under the disc, freed of its mean, at five shifts from the first on: a sum waits for each of its additions, five sums wait together. */
    private void measure(Memory memory, int first) {
        float[] seen = memory.seen;
        int size = disc.size();
        int at1 = first * size;
        int at2 = at1 + size;
        int at3 = at2 + size;
        int at4 = at3 + size;
        int at5 = at4 + size;
        double sum1 = 0, sum2 = 0, sum3 = 0, sum4 = 0, sum5 = 0;
        double squares1 = 0, squares2 = 0, squares3 = 0, squares4 = 0, squares5 = 0;
        for (int i = 0; i < size; i++) {
            float a = seen[at1 + i];
            float b = seen[at2 + i];
            float c = seen[at3 + i];
            float d = seen[at4 + i];
            float e = seen[at5 + i];
            sum1 += a;
            sum2 += b;
            sum3 += c;
            sum4 += d;
            sum5 += e;
            squares1 += a * a;
            squares2 += b * b;
            squares3 += c * c;
            squares4 += d * d;
            squares5 += e * e;
        }
        memory.overLength[first] = overLength(sum1, squares1, size);
        memory.overLength[first + 1] = overLength(sum2, squares2, size);
        memory.overLength[first + 2] = overLength(sum3, squares3, size);
        memory.overLength[first + 3] = overLength(sum4, squares4, size);
        memory.overLength[first + 4] = overLength(sum5, squares5, size);
    }

    private static float overLength(double sum, double squares, int size) {
        return (float) (1 / Math.sqrt(Math.max(1e-6, squares - sum * sum / size)));
    }

    private static void keepBest(Memory memory, int shift) {
        float[] products = memory.products[shift];
        float overLength = memory.overLength[shift];
        for (int t = 0; t < memory.best.length; t++) {
            float value = products[t] * overLength;
            if (value > memory.best[t]) {
                memory.best[t] = value;
                memory.bestShift[t] = shift;
            }
        }
    }

    private List<Candidate> pick(float[] best, int[] bestShift, int most) {
        List<Candidate> out = new ArrayList<>();
        while (out.size() < most) {
            int top = 0;
            for (int t = 1; t < best.length; t++) {
                top = best[t] > best[top] ? t : top;
            }
            if (best[top] == Float.NEGATIVE_INFINITY) {
                break;
            }
            double x = (bestShift[top] % SIDE - REACH) * (double) factor;
            double y = (bestShift[top] / SIDE - REACH) * (double) factor;
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
