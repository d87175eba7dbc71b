package io.github.boofdice.image;

import java.util.Arrays;

/**
 * The pixels of a plane whose centres lie inside a disc round the plane's middle, row by row.
 *
 * <p>Each pixel has its index {@code y * width + x} and its offset from the middle; kernels run over these lists instead of testing a mask.
 */
public final class PixelDisc {
    private final int width;
    private final int height;
    private final int[] index;
    private final float[] dx;
    private final float[] dy;

    /**
     * @param width of the plane in pixels
     * @param height of the plane in pixels
     * @param radius in pixels, measured from ((width - 1) / 2, (height - 1) / 2)
     */
    public PixelDisc(int width, int height, double radius) {
        this.width = width;
        this.height = height;
        int[] at = new int[width * height];
        float[] offsetX = new float[at.length];
        float[] offsetY = new float[at.length];
        int n = 0;
        for (int y = 0; y < height; y++) {
            double v = y - (height - 1) / 2.0;
            for (int x = 0; x < width; x++) {
                double u = x - (width - 1) / 2.0;
                if (u * u + v * v <= radius * radius) {
                    at[n] = y * width + x;
                    offsetX[n] = (float) u;
                    offsetY[n] = (float) v;
                    n++;
                }
            }
        }
        index = Arrays.copyOf(at, n);
        dx = Arrays.copyOf(offsetX, n);
        dy = Arrays.copyOf(offsetY, n);
    }

    /** Number of pixels. */
    public int size() {
        return index.length;
    }

    /** Width of the plane in pixels. */
    public int width() {
        return width;
    }

    /** Height of the plane in pixels. */
    public int height() {
        return height;
    }

    /** Index of pixel {@code i} in a plane of stride {@code width}. */
    public int index(int i) {
        return index[i];
    }

    /** Column of pixel {@code i} less the middle's, in pixels. */
    public float dx(int i) {
        return dx[i];
    }

    /** Row of pixel {@code i} less the middle's, in pixels. */
    public float dy(int i) {
        return dy[i];
    }

    /** A plane-sized mask, true inside. */
    public boolean[] mask() {
        boolean[] inside = new boolean[width * height];
        for (int i : index) {
            inside[i] = true;
        }
        return inside;
    }
}
