package io.github.boofdice;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A polygon in pixels; whole numbers are the middles of pixels. One that crosses itself is filled by the even-odd rule. */
final class Polygon {
    /** Pixels by which rounding may move a crossing. */
    private static final double ROUNDING = 1e-9;

    private final List<double[]> vertices;

    /** @param vertices x and y of each, three or more, finite */
    Polygon(List<double[]> vertices) {
        this.vertices = List.copyOf(vertices);
    }

    /** Adds the pixels whose middles lie inside the polygon or on its edge, as {@code y * width + x}. */
    void fill(BitSet inside, int width, int height) {
        for (int y = 0; y < height; y++) {
            // A row is the limit of rows just below it and just above it: either alone would miss edges that lie in it.
            fill(crossings(y, false), y, width, inside);
            fill(crossings(y, true), y, width, inside);
        }
    }

    private double[] crossings(int y, boolean fromAbove) {
        double[] at = new double[vertices.size()];
        int n = 0;
        for (int i = 0; i < at.length; i++) {
            double[] a = vertices.get(i);
            double[] b = vertices.get((i + 1) % at.length);
            boolean crosses = fromAbove ? (a[1] < y) != (b[1] < y) : (a[1] <= y) != (b[1] <= y);
            if (crosses) {
                at[n++] = a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]);
            }
        }
        Arrays.sort(at, 0, n);
        return Arrays.copyOf(at, n);
    }

    private static void fill(double[] crossings, int y, int width, BitSet inside) {
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            int from = (int) Math.max(0, Math.ceil(crossings[i] - ROUNDING));
            int to = (int) Math.min(width - 1, Math.floor(crossings[i + 1] + ROUNDING));
            if (from <= to) {
                inside.set(y * width + from, y * width + to + 1);
            }
        }
    }
}
