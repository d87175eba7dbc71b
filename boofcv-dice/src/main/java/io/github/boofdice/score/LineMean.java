package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.kernel.Kernels;
import java.util.Arrays;

/**
 * The greatest and the least mean along short straight lines through each pixel, over twelve directions: what is long and fine adds up, what is small does not.
 *
 * <p>A steep line takes one pixel from each of seventeen rows, so that a direction costs seventeen additions of shifted rows; flat lines are steep ones of the transposed plane.
 * Along itself a line is found again every three pixels, which is all that its length asks for. Since a loop over a hundred values is hardly worth its start, the upper and the lower half of the plane and of the transposed one, four parts, lie side by side. Holds the rows that it works on: one thread at a
 * time.
 */
final class LineMean {
    private static final Kernels KERNELS = Kernels.fastest();

    /** Tilts from the vertical; with the transposed plane's they cover the circle every 15 degrees. */
    private static final double[] TILTS = {-37.5, -22.5, -7.5, 7.5, 22.5, 37.5};

    private static final int HALVES = 2;

    private final int width;
    private final int height;
    private final int marginX;
    private final int marginY;
    private final int reach;
    private final int step;
    private final int furthest;
    private final int[][] shifts;
    /** Of each half; where their number is odd, the last of the lower half lies beyond the planes. */
    private final int lines;
    /** Where in a row each half of the plane begins. */
    private final int[] upright = new int[HALVES];
    /** Likewise of the transposed one. */
    private final int[] transposed = new int[HALVES];

    private final float[] turned;
    /** Of each row that lies within a line's reach its copies, each shifted by a pixel more: made once, not once for each direction and line that takes it; or the row alone, where shifts need no copies. */
    private final float[][][] moved;

    /** Those that a line takes. */
    private final float[][][] near;

    private final float[] padded;
    /** Rows of one direction, in fours and one more. */
    private final float[][] line;

    /** Where in its row each begins. */
    private final int[] offsets;

    private final float[] sum;
    private final float[][] light;
    private final float[][] dark;
    private final float[] straight;
    private final float[] flat;
    private final float[] across;

    /** @param frame of the maps to come */
    LineMean(Frame frame) {
        marginX = (int) Math.max(0, Math.floor(frame.middleX() - frame.faceRadius()));
        marginY = frame.faceTop();
        reach = (int) Math.round(8 * frame.unit());
        step = Math.max(1, (int) Math.round(3 * frame.unit()));
        furthest = (int) Math.round(reach * StrictMath.tan(Math.toRadians(TILTS[TILTS.length - 1])));
        shifts = new int[TILTS.length][2 * reach + 1];
        for (int d = 0; d < TILTS.length; d++) {
            for (int k = -reach; k <= reach; k++) {
                shifts[d][k + reach] = (int) Math.round(k * StrictMath.tan(Math.toRadians(TILTS[d])));
            }
        }
        width = frame.width() - 2 * marginX;
        height = frame.height() - 2 * marginY;
        lines = (Math.max(width, height) + HALVES * step - 1) / (HALVES * step);
        int end = 0;
        for (int h = 0; h < HALVES; h++) {
            upright[h] = end;
            transposed[h] = end + width + 2 * furthest;
            end = transposed[h] + height + 2 * furthest;
        }
        int length = KERNELS.filled(end - 2 * furthest);
        int taps = 2 * reach + 1;
        turned = new float[width * height];
        moved = KERNELS.shiftsFreely()
                ? new float[taps + step][1][length + 2 * furthest]
                : new float[taps + step][2 * furthest + 1][length];
        padded = new float[length + 2 * furthest];
        line = new float[(taps + 2 & ~3) + 1][];
        offsets = new int[line.length];
        sum = new float[length];
        // What is not set for a line stays empty.
        Arrays.fill(line, new float[length]);
        near = new float[taps][][];
        light = new float[lines][length];
        dark = new float[lines][length];
        straight = new float[width];
        flat = new float[(width + step - 1) / step];
        across = new float[flat.length * step];
    }

    /**
     * Filters.
     *
     * @param deviation contiguous, of the frame, not modified
     * @param mostLight takes the greatest mean along any line, at least 0
     * @param mostDark takes the least, its sign changed, at least 0; in both, all outside the box round the face disc is left as it was
     */
    void apply(GrayF32 deviation, GrayF32 mostLight, GrayF32 mostDark) {
        transpose(deviation);
        int loaded = -reach;
        for (int l = 0; l < lines; l++) {
            int y = l * step + step / 2;
            for (; loaded <= y + reach; loaded++) {
                load(deviation, loaded);
            }
            for (int k = 0; k < near.length; k++) {
                near[k] = moved[ring(y + k - reach)];
            }
            Arrays.fill(light[l], 0);
            Arrays.fill(dark[l], 0);
            for (int[] shift : shifts) {
                choose(shift);
                KERNELS.keepLines(line, offsets, sum, light[l], dark[l], sum.length);
            }
        }
        merge(light, mostLight);
        merge(dark, mostDark);
    }

    private void choose(int[] shift) {
        boolean copied = near[0].length > 1;
        for (int k = 0; k < shift.length; k++) {
            line[k] = near[k][copied ? furthest + shift[k] : 0];
            offsets[k] = copied ? 0 : furthest + shift[k];
        }
    }

    private int ring(int row) {
        return (row + reach) % moved.length;
    }

    private void transpose(GrayF32 plane) {
        for (int y = 0; y < height; y++) {
            int from = (y + marginY) * plane.width + marginX;
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = plane.data[from + x];
            }
        }
    }

    /** The row of either half of either plane, side by side, and its shifted copies; beyond the planes there is nothing. */
    private void load(GrayF32 plane, int row) {
        for (int h = 0; h < HALVES; h++) {
            int y = row + h * lines * step;
            copyRow(plane.data, (y + marginY) * plane.width + marginX, y >= 0 && y < height, width, upright[h]);
            copyRow(turned, y * height, y >= 0 && y < width, height, transposed[h]);
        }
        float[][] copies = moved[ring(row)];
        for (int c = 0; c < copies.length; c++) {
            System.arraycopy(padded, c, copies[c], 0, copies[c].length);
        }
    }

    private void copyRow(float[] from, int start, boolean there, int count, int to) {
        if (there) {
            System.arraycopy(from, start, padded, furthest + to, count);
        } else {
            Arrays.fill(padded, furthest + to, furthest + to + count, 0);
        }
    }

    /** The greater of what steep and flat lines have found, as a mean. */
    private void merge(float[][] found, GrayF32 out) {
        float share = 1f / (2 * reach + 1);
        for (int y = 0; y < height; y++) {
            int l = y / step;
            System.arraycopy(found[l % lines], upright[l / lines], straight, 0, width);
            for (int h = 0; h < HALVES; h++) {
                column(found, transposed[h] + y, h * lines);
            }
            for (int i = 0; i < step; i++) {
                for (int f = 0; f < flat.length; f++) {
                    across[f * step + i] = flat[f];
                }
            }
            greater(straight, across, share);
            System.arraycopy(straight, 0, out.data, (y + marginY) * out.width + marginX, width);
        }
    }

    private void column(float[][] found, int at, int first) {
        int count = Math.min(lines, flat.length - first);
        for (int l = 0; l < count; l++) {
            flat[first + l] = found[l][at];
        }
    }

    private static void greater(float[] a, float[] b, float share) {
        for (int i = 0; i < a.length; i++) {
            a[i] = share * Math.max(a[i], b[i]);
        }
    }
}
