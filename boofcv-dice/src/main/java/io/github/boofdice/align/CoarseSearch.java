package io.github.boofdice.align;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PictureLevels;
import io.github.boofdice.image.PixelDisc;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.kernel.Kernels;
import io.github.boofdice.kernel.RowLoops;
import io.github.boofdice.template.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The global search: every template at every angle and every whole-cell shift, by masked correlation on the coarse level.
 *
 * <p>Zero-mean normalised cross-correlation over the face disc. Most places need not be looked at pixel by pixel: the correlation is that of means over two by two pixels and of what is
 * left in both pictures, and the latter is at most the product of both lengths (Cauchy and Schwarz). All angles of all templates stand side by side in one matrix, so that the bounds of
 * all places are one product of a (shift x mean) by a (mean x angle) matrix whose inner loop runs over angles. Then whatever has the greatest bound is computed, until no bound exceeds
 * the greatest correlation: what comes out is what a look at all places would find. M. Gharavi-Alkhansari, "A fast globally optimal algorithm for template matching using low-resolution
 * pruning", IEEE Transactions on Image Processing 10(4), 2001, doi:10.1109/83.913587.
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
        /** By shift. */
        private final float[][][] seen = new float[SHIFTS][][];
        /** Of cells, by shift and cell. */
        private final float[] sums;
        /** By shift: one over the length of the picture's part under the disc, freed of its mean. */
        private final float[] overLength = new float[SHIFTS];
        /** By shift: the length of what is left of it without the cells' means. */
        private final float[] rest = new float[SHIFTS];
        /** By shift and angle: what the correlation does not exceed, minus infinity once it is known. */
        private final float[][] bounds;
        /** By angle: what the correlation does not exceed at any shift. */
        private final float[] bound;
        /** By angle: the greatest correlation that is known. */
        private final float[] known;

        private final int[] knownShift;
        private final float[] cellSums;
        private final float[] cellProducts;

        private Memory(DiscCells cells, int angles, int filled) {
            for (int s = 0; s < SHIFTS; s++) {
                seen[s] = cells.room();
            }
            sums = new float[SHIFTS * cells.size()];
            bounds = new float[SHIFTS][filled];
            bound = new float[filled];
            known = new float[angles];
            knownShift = new int[angles];
            cellSums = new float[cells.size()];
            cellProducts = new float[cells.size()];
        }
    }

    private final DiscCells cells;
    private final int pixels;
    private final int factor;
    private final int[] templateOf;
    private final double[] angleOf;
    /** By angle: the rotated templates, of zero mean and unit length. */
    private final float[][][] weights;
    /** By cell and angle. */
    private final float[][] means;
    /** By angle: the length of what is left of the template without the cells' means. */
    private final float[] rest;

    private final boolean[] free;
    private final double[] period;

    CoarseSearch(List<Template> templates, PictureLevels.Factory levels) {
        factor = levels.coarseFactor();
        GrayF32 first = levels.coarse(templates.get(0).grey());
        PixelDisc disc = new PixelDisc(
                first.width,
                first.height,
                Math.min(
                        levels.frame().faceRadius() / factor, Math.min(first.width, first.height) / 2.0 - REACH - 0.5));
        pixels = disc.size();
        cells = new DiscCells(disc);
        List<float[][]> rotated = new ArrayList<>();
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
            int quarter = quarter(steps, period[t], middle, first);
            List<GrayF32> planes = new ArrayList<>();
            for (int k = 0; k < steps; k++) {
                double theta = k * period[t] / steps;
                planes.add(
                        k < quarter
                                ? normalised(levels.coarseTurned(middle, theta), disc)
                                : quarterTurn(planes.get(k - quarter)));
                float[][] values = cells.room();
                cells.gather(planes.get(k), 0, values);
                rotated.add(values);
                owner.add(t);
                angle.add(theta);
            }
        }
        weights = rotated.toArray(new float[0][][]);
        templateOf = owner.stream().mapToInt(Integer::intValue).toArray();
        angleOf = angle.stream().mapToDouble(Double::doubleValue).toArray();
        int filled = KERNELS.filled(weights.length);
        means = new float[cells.size()][filled];
        rest = new float[filled];
        for (int t = 0; t < weights.length; t++) {
            setMeans(t);
        }
    }

    private void setMeans(int t) {
        float[] sums = new float[cells.size()];
        float[] squares = new float[cells.size()];
        DiscCells.sums(weights[t], sums);
        DiscCells.products(weights[t], weights[t], squares);
        double left = 0;
        for (int c = 0; c < sums.length; c++) {
            means[c][t] = sums[c] * cells.overCount()[c];
            left += squares[c] - (double) sums[c] * means[c][t];
        }
        rest[t] = (float) Math.sqrt(Math.max(0, left));
    }

    /** Makes the memory of one thread. */
    Memory memory() {
        return new Memory(cells, weights.length, rest.length);
    }

    private GrayF32 normalised(GrayF32 plane, PixelDisc disc) {
        double sum = 0;
        for (int p = 0; p < pixels; p++) {
            sum += plane.data[disc.index(p)];
        }
        double mean = sum / pixels;
        double squares = 0;
        for (int p = 0; p < pixels; p++) {
            plane.data[disc.index(p)] -= (float) mean;
            squares += plane.data[disc.index(p)] * plane.data[disc.index(p)];
        }
        float share = (float) (1 / Math.max(1e-9, Math.sqrt(squares)));
        for (int p = 0; p < pixels; p++) {
            plane.data[disc.index(p)] *= share;
        }
        return plane;
    }

    /** How many steps make a quarter of a turn, by which pixels come to lie on pixels, so that nothing need be resampled; of planes that are not square, or are shrunk unevenly, all. */
    private static int quarter(int steps, double period, GrayF32 middle, GrayF32 coarse) {
        int whole = (int) Math.round(2 * Math.PI / period) * steps;
        boolean even = middle.width == middle.height && middle.width % coarse.width == 0;
        return even && whole % 4 == 0 ? whole / 4 : steps;
    }

    private static GrayF32 quarterTurn(GrayF32 plane) {
        GrayF32 out = plane.createSameShape();
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                out.data[y * out.width + x] = plane.data[(plane.height - 1 - x) * plane.width + y];
            }
        }
        return out;
    }

    /**
     * Returns the best places, best first, no two of one template nearer than 13 degrees.
     *
     * @param coarse the picture's coarse level, contiguous
     * @param most how many to return
     * @param memory to work on
     */
    List<Candidate> search(GrayF32 coarse, int most, Memory memory) {
        for (int s = 0; s < SHIFTS; s++) {
            int from = coarse.startIndex + (s / SIDE - REACH) * coarse.stride + s % SIDE - REACH;
            cells.gather(coarse, from, memory.seen[s]);
            measure(memory, s);
        }
        KERNELS.weightedSums(memory.bounds, means, memory.sums, rest.length);
        Arrays.fill(memory.bound, Float.NEGATIVE_INFINITY);
        Arrays.fill(memory.known, Float.NEGATIVE_INFINITY);
        for (int s = 0; s < SHIFTS; s++) {
            raise(memory.bounds[s], rest, memory.rest[s], memory.overLength[s], memory.bound);
        }
        return pick(memory, most);
    }

    /** What of the picture is needed at one shift. */
    private void measure(Memory memory, int shift) {
        float[] sums = memory.cellSums;
        float[] squares = memory.cellProducts;
        float[] overCount = cells.overCount();
        DiscCells.sums(memory.seen[shift], sums);
        DiscCells.products(memory.seen[shift], memory.seen[shift], squares);
        System.arraycopy(sums, 0, memory.sums, shift * sums.length, sums.length);
        double sum = 0;
        double square = 0;
        double ofMeans = 0;
        for (int c = 0; c < sums.length; c++) {
            double s = sums[c];
            sum += s;
            square += squares[c];
            ofMeans += s * s * overCount[c];
        }
        memory.overLength[shift] = (float) (1 / Math.sqrt(Math.max(1e-6, square - sum * sum / pixels)));
        memory.rest[shift] = (float) Math.sqrt(Math.max(0, square - ofMeans));
    }

    /** Makes bounds of products of means. */
    private static void raise(float[] bounds, float[] rest, float seenRest, float overLength, float[] greatest) {
        for (int t = 0; t < bounds.length; t++) {
            float bound = (bounds[t] + seenRest * rest[t]) * overLength;
            bounds[t] = bound;
            greatest[t] = Math.max(greatest[t], bound);
        }
    }

    private List<Candidate> pick(Memory memory, int most) {
        List<Candidate> out = new ArrayList<>();
        while (out.size() < most) {
            int top = top(memory.bound);
            if (memory.bound[top] == Float.NEGATIVE_INFINITY) {
                break;
            }
            if (memory.bound[top] > memory.known[top]) {
                look(memory, top);
                continue;
            }
            int shift = memory.knownShift[top];
            double x = (shift % SIDE - REACH) * (double) factor;
            double y = (shift / SIDE - REACH) * (double) factor;
            RigidPose pose = new RigidPose(x, y, RigidPose.wrap(angleOf[top]));
            out.add(new Candidate(templateOf[top], pose, memory.known[top]));
            for (int t = 0; t < weights.length; t++) {
                memory.bound[t] = near(t, top) ? Float.NEGATIVE_INFINITY : memory.bound[t];
            }
        }
        return out;
    }

    private int top(float[] bound) {
        int top = 0;
        for (int t = 1; t < weights.length; t++) {
            top = bound[t] > bound[top] ? t : top;
        }
        return top;
    }

    /** Correlates at the shift of which most may be hoped for. */
    private void look(Memory memory, int t) {
        int shift = 0;
        for (int s = 1; s < SHIFTS; s++) {
            shift = memory.bounds[s][t] > memory.bounds[shift][t] ? s : shift;
        }
        DiscCells.products(memory.seen[shift], weights[t], memory.cellProducts);
        float found = RowLoops.total(memory.cellProducts, 0, cells.size()) * memory.overLength[shift];
        memory.bounds[shift][t] = Float.NEGATIVE_INFINITY;
        if (found > memory.known[t]) {
            memory.known[t] = found;
            memory.knownShift[t] = shift;
        }
        float bound = memory.known[t];
        for (int s = 0; s < SHIFTS; s++) {
            bound = Math.max(bound, memory.bounds[s][t]);
        }
        memory.bound[t] = bound;
    }

    private boolean near(int a, int b) {
        if (templateOf[a] != templateOf[b]) {
            return false;
        }
        double gap = Math.abs(Math.IEEEremainder(angleOf[a] - angleOf[b], period[templateOf[a]]));
        return gap < Math.toRadians(13);
    }
}
