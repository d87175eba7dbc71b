package io.github.boofdice.align;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.PixelDisc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A disc's pixels in cells of two by two, from its first row and column on; at the rim a cell has fewer of them.
 *
 * <p>Cells with more pixels come first: the {@code j}-th pixel of each, for those that have one, stands in an array of its own, so that loops over cells take all their arrays at one index.
 */
final class DiscCells {
    /** Pixels of a whole cell. */
    static final int PIXELS = 4;

    private static final int SIDE = 2;

    /** index[j][c]: of the j-th pixel of cell c, in a plane of the disc's width. */
    private final int[][] index = new int[PIXELS][];

    private final float[] overCount;

    DiscCells(PixelDisc disc) {
        int left = Integer.MAX_VALUE;
        int top = disc.index(0) / disc.width();
        for (int i = 0; i < disc.size(); i++) {
            left = Math.min(left, disc.index(i) % disc.width());
        }
        TreeMap<Integer, List<Integer>> byPlace = new TreeMap<>();
        for (int i = 0; i < disc.size(); i++) {
            int x = disc.index(i) % disc.width() - left;
            int y = disc.index(i) / disc.width() - top;
            int place = y / SIDE * disc.width() + x / SIDE;
            byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(disc.index(i));
        }
        List<List<Integer>> cells = new ArrayList<>(byPlace.values());
        cells.sort(Comparator.comparingInt(cell -> -cell.size()));
        overCount = new float[cells.size()];
        for (int c = 0; c < overCount.length; c++) {
            overCount[c] = 1f / cells.get(c).size();
        }
        for (int j = 0; j < PIXELS; j++) {
            int pixel = j;
            index[j] = cells.stream()
                    .filter(cell -> cell.size() > pixel)
                    .mapToInt(cell -> cell.get(pixel))
                    .toArray();
        }
    }

    /** How many there are. */
    int size() {
        return overCount.length;
    }

    /** One over the number of pixels of each. */
    float[] overCount() {
        return overCount;
    }

    /** Room for a value a pixel, by pixel of the cell and cell; what is no pixel stays 0. */
    float[][] room() {
        return new float[PIXELS][size()];
    }

    /**
     * Takes a plane's values.
     *
     * @param plane not modified
     * @param from index of what the disc's plane begins with: 0, or more or less where it is shifted
     * @param values as {@link #room} made them
     */
    void gather(GrayF32 plane, int from, float[][] values) {
        for (int j = 0; j < PIXELS; j++) {
            int[] places = index[j];
            float[] out = values[j];
            for (int c = 0; c < places.length; c++) {
                out[c] = plane.data[from + places[c]];
            }
        }
    }

    /** Sums of the pixels of each cell. */
    static void sums(float[][] values, float[] sums) {
        float[] a = values[0];
        float[] b = values[1];
        float[] c = values[2];
        float[] d = values[3];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = a[i] + b[i] + c[i] + d[i];
        }
    }

    /** Sums of products of the pixels of each cell. */
    static void products(float[][] values, float[][] others, float[] sums) {
        sumProducts(values[0], others[0], values[1], others[1], values[2], others[2], values[3], others[3], sums);
    }

    private static void sumProducts(
            float[] a, float[] x, float[] b, float[] y, float[] c, float[] z, float[] d, float[] u, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = a[i] * x[i] + b[i] * y[i] + c[i] * z[i] + d[i] * u[i];
        }
    }
}
