package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/**
 * Finds where each place of a template lies in a picture: Gauss-Newton on the template's steepest places with Tukey weights, first one affine map for all of it at a
 * quarter of the size, then the cells of a coarse grid apart, held by springs, at a quarter and at half of the size.
 *
 * <p>A defect is a few places among many of its cell, and these are weighed down; the springs hold what is left. Where the edges do not agree at all, shifts and turns
 * are tried out first. Source of the iteration: S. Baker and I. Matthews, "Lucas-Kanade 20 years on", IJCV 56 (2004), doi:10.1023/B:VISI.0000011205.11775.fd.
 */
final class Registration {
    /** The local shift is no longer than this, in pixels. */
    private static final double MOST_ASIDE = 3.5;

    private static final double TUKEY = 4.685;
    /** The least scale of residuals, as a share of the contrast: wide while cells may still lie a pixel aside, or the edges of a stretched one would count as defects. */
    private static final double WIDE_SCALE = 0.25;

    private static final double LEAST_SCALE = 0.1;

    /** Below this correlation of edges the start is looked for. */
    private static final double AGREES = 0.75;

    /** What is tried: pixels of the quarter size either side, and steps of turns. */
    private static final int SEARCH_SHIFT = 4;

    private static final int SEARCH_TURNS = 4;
    private static final double SEARCH_TURN = 0.35 * Math.PI / 180;

    private static final int BINS = 256;
    /** Bins of an edge's displacement reach so far, in pixels. */
    private static final double MOST_DISPLACED = 4;

    final ShiftField field;
    private final CellEquations equations;
    private final int[] residuals = new int[BINS];
    private final int[] displaced = new int[BINS];
    private int counted;
    private double scale;
    private double correlation;
    double gain;
    double offset;

    Registration(int width, int height) {
        field = new ShiftField(width, height);
        equations = new CellEquations(field);
    }

    /** Registers; the field, gain and offset tell the outcome. */
    void register(FlatTemplate template, GrayF32 quarter, GrayF32 half) {
        Arrays.fill(field.dx, 0);
        Arrays.fill(field.dy, 0);
        levels(template, quarter);
        equations.begin();
        scale = WIDE_SCALE * gain * template.contrast;
        if (template.quarterPoints.size == 0) {
            return;
        }
        coarsely(template, quarter);
        if (correlation < AGREES) {
            search(template, quarter);
            coarsely(template, quarter);
        }
        for (int i = 0; i < 2; i++) {
            accumulate(quarter, template.quarterPoints, template.contrast, WIDE_SCALE);
            equations.moveCells(MOST_ASIDE);
        }
        for (int i = 0; i < 3; i++) {
            accumulate(half, template.halfPoints, template.contrast, i == 0 ? WIDE_SCALE : LEAST_SCALE);
            equations.moveCells(MOST_ASIDE);
        }
    }

    private void coarsely(FlatTemplate template, GrayF32 quarter) {
        for (int i = 0; i < 5; i++) {
            accumulate(quarter, template.quarterPoints, template.contrast, WIDE_SCALE);
            if (equations.moveAffine() < 0.1) {
                break;
            }
        }
    }

    /** Gain and offset that bring mean and spread of the template to those of the picture; no place need be known for that. */
    private void levels(FlatTemplate template, GrayF32 quarter) {
        double sum = 0;
        double squares = 0;
        int n = quarter.width * quarter.height;
        for (int i = 0; i < n; i++) {
            double v = quarter.data[i];
            sum += v;
            squares += v * v;
        }
        double mean = sum / n;
        double spread = Math.sqrt(Math.max(0, squares / n - mean * mean));
        gain = template.spread < 1 ? 1 : Math.max(0.25, Math.min(4, spread / template.spread));
        offset = mean - gain * template.mean;
    }

    /** Residuals of all points where the field puts them, into the equations of their cells. */
    private void accumulate(GrayF32 level, EdgePoints points, double contrast, double leastScale) {
        equations.clear();
        Arrays.fill(residuals, 0);
        Arrays.fill(displaced, 0);
        float[] data = level.data;
        int width = level.width;
        float lastX = width - 1.001f;
        float lastY = level.height - 1.001f;
        float inverse = 1f / points.factor;
        float g = (float) gain;
        float o = (float) offset;
        float share = (float) (1 / (TUKEY * scale));
        float bins = (float) ((BINS - 1) / Math.max(1, gain * contrast));
        float pixelBins = (float) (BINS / MOST_DISPLACED);
        double sumSeen = 0, sumValue = 0, seenSeen = 0, valueValue = 0, seenValue = 0;
        int n = 0;
        for (int i = 0; i < points.size; i++) {
            int knot = points.knot[i];
            float a = points.across[i];
            float b = points.down[i];
            float px = points.x[i] + inverse * ShiftField.at(field.dx, field.stride, knot, a, b);
            float py = points.y[i] + inverse * ShiftField.at(field.dy, field.stride, knot, a, b);
            if (!(px >= 0 && py >= 0 && px < lastX && py < lastY)) {
                continue;
            }
            int left = (int) px;
            int top = (int) py;
            float fx = px - left;
            float fy = py - top;
            int at = top * width + left;
            float upper = data[at] + fx * (data[at + 1] - data[at]);
            float lower = data[at + width] + fx * (data[at + width + 1] - data[at + width]);
            float seen = upper + fy * (lower - upper);
            float value = points.value[i];
            n++;
            sumSeen += seen;
            sumValue += value;
            seenSeen += seen * seen;
            valueValue += value * value;
            seenValue += seen * value;
            float r = seen - (g * value + o);
            float size = Math.abs(r);
            residuals[Math.min(BINS - 1, (int) (size * bins))]++;
            float gx = g * points.gradientX[i];
            float gy = g * points.gradientY[i];
            float square = gx * gx + gy * gy;
            displaced[Math.min(BINS - 1, (int) (size / (float) Math.sqrt(square) * pixelBins))]++;
            float u = r * share;
            float w = 1 - u * u;
            if (w > 0) {
                w *= w;
                int cell = points.cell[i];
                equations.xx[cell] += w * gx * gx;
                equations.xy[cell] += w * gx * gy;
                equations.yy[cell] += w * gy * gy;
                equations.bx[cell] -= w * gx * r;
                equations.by[cell] -= w * gy * r;
            }
        }
        counted = n;
        double meanSeen = sumSeen / Math.max(1, n);
        double meanValue = sumValue / Math.max(1, n);
        double spreadSeen = Math.max(1e-6, seenSeen / Math.max(1, n) - meanSeen * meanSeen);
        double spreadValue = Math.max(1e-6, valueValue / Math.max(1, n) - meanValue * meanValue);
        correlation = (seenValue / Math.max(1, n) - meanSeen * meanValue) / Math.sqrt(spreadSeen * spreadValue);
        scale = Math.max(leastScale * gain * contrast, 1.4826 * quantile(residuals, n, 0.5) / bins);
    }

    /** The bin below which so great a share lies, and a half. */
    static double quantile(int[] histogram, int n, double share) {
        int below = 0;
        int bin = 0;
        while (bin < histogram.length - 1 && below + histogram[bin] <= share * n) {
            below += histogram[bin++];
        }
        return bin + 0.5;
    }

    /** How far edges lie from where the field puts them, in pixels across the edge: the middle of all. */
    double edgeDisplacement() {
        return counted == 0 ? 0 : quantile(displaced, counted, 0.5) * MOST_DISPLACED / BINS;
    }

    /** Tries turns and shifts, and sets the field to the one in which the edges' values correlate best. */
    private void search(FlatTemplate template, GrayF32 quarter) {
        EdgePoints points = template.quarterPoints;
        double middleX = (quarter.width - 1) / 2.0;
        double middleY = (quarter.height - 1) / 2.0;
        double best = Double.NEGATIVE_INFINITY;
        double[] found = new double[3];
        for (int turn = -SEARCH_TURNS; turn <= SEARCH_TURNS; turn++) {
            double theta = turn * SEARCH_TURN;
            for (int dy = -SEARCH_SHIFT; dy <= SEARCH_SHIFT; dy++) {
                for (int dx = -SEARCH_SHIFT; dx <= SEARCH_SHIFT; dx++) {
                    double agrees = agreement(points, quarter, theta, dx, dy, middleX, middleY);
                    if (agrees > best) {
                        best = agrees;
                        found = new double[] {theta, dx, dy};
                    }
                }
            }
        }
        double factor = points.factor;
        for (int row = 0; row < field.rows; row++) {
            for (int column = 0; column < field.columns; column++) {
                int k = field.knot(column, row);
                double u = field.middleX(column) - (template.width - 1) / 2.0;
                double v = field.middleY(row) - (template.height - 1) / 2.0;
                field.dx[k] = (float) (factor * found[1] - found[0] * v);
                field.dy[k] = (float) (factor * found[2] + found[0] * u);
            }
        }
        field.extend(field.dx);
        field.extend(field.dy);
        scale = WIDE_SCALE * gain * template.contrast;
    }

    private static double agreement(
            EdgePoints points, GrayF32 quarter, double theta, double dx, double dy, double middleX, double middleY) {
        double sumSeen = 0, sumValue = 0, seenSeen = 0, valueValue = 0, seenValue = 0;
        int n = 0;
        float turn = (float) theta;
        float shiftX = (float) dx + 0.5f;
        float shiftY = (float) dy + 0.5f;
        for (int i = 0; i < points.size; i += 2) {
            int x = (int) (points.x[i] + shiftX - turn * (points.y[i] - (float) middleY));
            int y = (int) (points.y[i] + shiftY + turn * (points.x[i] - (float) middleX));
            if (x >= 0 && y >= 0 && x < quarter.width && y < quarter.height) {
                float seen = quarter.data[y * quarter.width + x];
                float value = points.value[i];
                n++;
                sumSeen += seen;
                sumValue += value;
                seenSeen += seen * seen;
                valueValue += value * value;
                seenValue += seen * value;
            }
        }
        if (n == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double meanSeen = sumSeen / n;
        double meanValue = sumValue / n;
        double spreads = Math.max(1e-6, seenSeen / n - meanSeen * meanSeen)
                * Math.max(1e-6, valueValue / n - meanValue * meanValue);
        return (seenValue / n - meanSeen * meanValue) / Math.sqrt(spreads);
    }
}
