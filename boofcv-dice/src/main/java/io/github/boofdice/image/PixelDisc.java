package io.github.boofdice.image;

import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/**
 * The pixels of a plane whose centres lie inside a disc round the plane's middle, row by row.
 *
 * <p>Each pixel has its index {@code y * width + x} and its offset from the middle; kernels run over these lists instead of testing a mask.
 */
public final class PixelDisc {
    private final int width;
    private final int height;
    private final double radius;
    private final int[] index;
    private final int[] runs;
    /** Not to be modified. */
    final float[] dx;
    /** Nor these. */
    final float[] dy;

    /**
     * Finds the pixels of a disc about the middle of a plane.
     *
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
        runs = runs(index);
        dx = Arrays.copyOf(offsetX, n);
        dy = Arrays.copyOf(offsetY, n);
        this.radius = radius;
    }

    /**
     * The disc that is scored.
     *
     * @param frame the size of the plane
     * @return the disc
     */
    public static PixelDisc scored(Frame frame) {
        return new PixelDisc(frame.width(), frame.height(), frame.scoredRadius());
    }

    private PixelDisc(int width, int height, double radius, int[] index, float[] dx, float[] dy) {
        this.width = width;
        this.height = height;
        this.radius = radius;
        this.index = index;
        runs = runs(index);
        this.dx = dx;
        this.dy = dy;
    }

    /** {@return the number of pixels} */
    public int size() {
        return index.length;
    }

    /** {@return the width of the plane in pixels} */
    public int width() {
        return width;
    }

    /** {@return the height of the plane in pixels} */
    public int height() {
        return height;
    }

    /**
     * Index of pixel {@code i} in a plane of stride {@code width}.
     *
     * @param i 0 to size - 1
     * @return the index
     */
    public int index(int i) {
        return index[i];
    }

    /**
     * Column of pixel {@code i} less the middle's, in pixels.
     *
     * @param i 0 to size - 1
     * @return pixels to the right
     */
    public float dx(int i) {
        return dx[i];
    }

    /**
     * Row of pixel {@code i} less the middle's, in pixels.
     *
     * @param i 0 to size - 1
     * @return pixels down
     */
    public float dy(int i) {
        return dy[i];
    }

    /**
     * Some of this disc's pixels, by their numbers.
     *
     * @param chosen each 0 to size - 1; not modified
     * @return a disc with those pixels, in that order
     */
    public PixelDisc subset(int[] chosen) {
        int[] at = new int[chosen.length];
        float[] offsetX = new float[chosen.length];
        float[] offsetY = new float[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            at[k] = index[chosen[k]];
            offsetX[k] = dx[chosen[k]];
            offsetY[k] = dy[chosen[k]];
        }
        return new PixelDisc(width, height, radius, at, offsetX, offsetY);
    }

    /**
     * A plane's values inside.
     *
     * @param plane contiguous, of the disc's width and height, not modified
     * @return a value a pixel, in this disc's order
     */
    public float[] values(GrayF32 plane) {
        float[] out = new float[index.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = plane.data[index[i]];
        }
        return out;
    }

    /**
     * Lays values where the pixels lie; what lies outside is left as it is.
     *
     * @param values a value a pixel, in this disc's order, not modified
     * @param plane contiguous, of the disc's width and height
     */
    public void lay(float[] values, GrayF32 plane) {
        for (int r = 0; r + 1 < runs.length; r++) {
            System.arraycopy(values, runs[r], plane.data, index[runs[r]], runs[r + 1] - runs[r]);
        }
    }

    /** The first of each row of pixels that lie side by side, and the end. */
    private static int[] runs(int[] index) {
        int[] starts = new int[index.length + 1];
        int n = 0;
        for (int i = 0; i < index.length; i++) {
            if (i == 0 || index[i] != index[i - 1] + 1) {
                starts[n++] = i;
            }
        }
        starts[n++] = index.length;
        return Arrays.copyOf(starts, n);
    }

    /** Whether a pose carries every pixel, and its neighbours, into a plane of this size. */
    boolean inside(RigidPose pose) {
        return radius + Math.abs(pose.x()) < (width - 1) / 2.0 - 1
                && radius + Math.abs(pose.y()) < (height - 1) / 2.0 - 1;
    }

    /** {@return a plane-sized mask, true inside} */
    public boolean[] mask() {
        boolean[] inside = new boolean[width * height];
        for (int i : index) {
            inside[i] = true;
        }
        return inside;
    }
}
