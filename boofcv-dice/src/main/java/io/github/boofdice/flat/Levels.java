package io.github.boofdice.flat;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/**
 * What the template's grey levels are in the picture, and how far flat places stray from that: gain and offset for all of it, by least squares with Tukey weights, and a
 * share of light that changes slowly over the picture, on the cells of the field. One thread at a time.
 */
final class Levels {
    private static final double TUKEY = 4.685;
    private static final int ROUNDS = 2;
    private static final int SWEEPS = 8;
    private static final float SPRING = 1;
    private static final float ANCHOR = 0.05f;
    private static final double MOST_LIGHT = 1.5;
    private static final int BINS_A_LEVEL = 4;

    /** The noise is what so many flat places keep to. */
    private static final double QUIET_SHARE = 0.98;

    private final ShiftField field;
    /** Factor of the light at the knots of the field. */
    final float[] light;

    private final float[] products;
    private final float[] squares;
    private final int[] histogram = new int[256 * BINS_A_LEVEL];
    private float[] seen = new float[0];
    private float[] value = new float[0];
    private int[] cell = new int[0];
    private int size;
    double gain;
    double offset;
    /** Grey levels of the picture that 98 % of flat places stray no further than. */
    double noise;

    Levels(ShiftField field) {
        this.field = field;
        light = new float[field.knots()];
        products = new float[field.knots()];
        squares = new float[field.knots()];
    }

    void measure(FlatTemplate template, GrayF32 picture, double startGain, double startOffset) {
        gain = startGain;
        offset = startOffset;
        Arrays.fill(light, 1);
        sample(template, picture);
        double scale = Math.max(2, 1.4826 * quantile(0.5));
        for (int round = 0; round < ROUNDS; round++) {
            fit(scale);
            scale = Math.max(2, 1.4826 * quantile(0.5));
        }
        lightOf(scale);
        noise = quantile(QUIET_SHARE);
    }

    private void sample(FlatTemplate template, GrayF32 picture) {
        int[] flat = template.flat;
        if (seen.length < flat.length) {
            seen = new float[flat.length];
            value = new float[flat.length];
            cell = new int[flat.length];
        }
        size = 0;
        for (int at : flat) {
            int x = at % template.width;
            int y = at / template.width;
            int px = Math.round(x + field.at(field.dx, x, y));
            int py = Math.round(y + field.at(field.dy, x, y));
            if (px >= 1 && py >= 1 && px < picture.width - 1 && py < picture.height - 1) {
                seen[size] = mean(picture.data, picture.startIndex + py * picture.stride + px, picture.stride);
                value[size] = mean(template.plane.data, at, template.width);
                cell[size++] = field.cell(x, y);
            }
        }
    }

    /** Of 3 x 3 pixels: the evidence of a defect is such a mean too. */
    private static float mean(float[] data, int at, int stride) {
        float sum = 0;
        for (int row = at - stride; row <= at + stride; row += stride) {
            sum += data[row - 1] + data[row] + data[row + 1];
        }
        return sum / 9;
    }

    /** Gain and offset from all flat places; the gain stays where they are all of one level. */
    private void fit(double scale) {
        float share = (float) (1 / (TUKEY * scale));
        double n = 0, v = 0, s = 0, vv = 0, vs = 0;
        for (int i = 0; i < size; i++) {
            float u = (seen[i] - model(i)) * share;
            float w = 1 - u * u;
            if (w > 0) {
                w *= w;
                n += w;
                v += w * value[i];
                s += w * seen[i];
                vv += w * value[i] * value[i];
                vs += w * value[i] * seen[i];
            }
        }
        if (n < 8) {
            return;
        }
        double variance = vv / n - v / n * (v / n);
        if (variance > 25) {
            gain = Math.max(0.25, Math.min(4, (vs / n - v / n * (s / n)) / variance));
        }
        offset = s / n - gain * v / n;
    }

    /** What the picture should show of a level of the template, 0..255. */
    double model(double level, double lightThere) {
        return Math.max(0, Math.min(255, lightThere * (gain * level + offset)));
    }

    private float model(int i) {
        return Math.max(0, Math.min(255, (float) (gain * value[i] + offset)));
    }

    private double quantile(double share) {
        Arrays.fill(histogram, 0);
        for (int i = 0; i < size; i++) {
            float strays = Math.abs(seen[i] - Math.min(255, light[cell[i]] * model(i)));
            histogram[Math.min(histogram.length - 1, (int) (strays * BINS_A_LEVEL))]++;
        }
        return size == 0 ? 0 : Registration.quantile(histogram, size, share) / BINS_A_LEVEL;
    }

    private void lightOf(double scale) {
        Arrays.fill(products, 0);
        Arrays.fill(squares, 0);
        // Slow light moves whole cells by more than the noise: what is far off all the same is a defect.
        float share = (float) (1 / (TUKEY * Math.max(8, 2 * scale)));
        double all = 0;
        for (int i = 0; i < size; i++) {
            float m = model(i);
            float u = (seen[i] - m) * share;
            float w = 1 - u * u;
            // What is clipped tells nothing of the light.
            if (w > 0 && seen[i] < 254.5f) {
                w *= w;
                products[cell[i]] += w * m * seen[i];
                squares[cell[i]] += w * m * m;
                all += w * m * m;
            }
        }
        float mean = (float) (all / (field.columns * field.rows));
        if (!(mean > 0)) {
            return;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int row = 0; row < field.rows; row++) {
                for (int column = 0; column < field.columns; column++) {
                    relax(column, row, SPRING * mean, ANCHOR * mean);
                }
            }
        }
        field.extend(light);
    }

    private void relax(int column, int row, float spring, float anchor) {
        int k = field.knot(column, row);
        float want = products[k] + anchor;
        float hold = squares[k] + anchor;
        if (column > 0) {
            want += spring * light[k - 1];
            hold += spring;
        }
        if (column < field.columns - 1) {
            want += spring * light[k + 1];
            hold += spring;
        }
        if (row > 0) {
            want += spring * light[k - field.stride];
            hold += spring;
        }
        if (row < field.rows - 1) {
            want += spring * light[k + field.stride];
            hold += spring;
        }
        light[k] = (float) Math.max(1 / MOST_LIGHT, Math.min(MOST_LIGHT, want / hold));
    }
}
