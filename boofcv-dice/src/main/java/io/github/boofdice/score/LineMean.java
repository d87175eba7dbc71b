package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import java.util.Arrays;

/**
 * The greatest and the least mean along short straight lines through each pixel, over twelve directions: what is long and fine adds up, what is small does not.
 *
 * <p>A steep line takes one pixel from each of seventeen rows, so that a direction costs seventeen additions of shifted rows; flat lines are steep ones of the transposed plane.
 * Along itself a line is found again every three pixels, which is all that its length asks for. Holds the rows that it works on: one thread at a time.
 */
final class LineMean {
    /** Tilts from the vertical; with the transposed plane's they cover the circle every 15 degrees. */
    private static final double[] TILTS = {-37.5, -22.5, -7.5, 7.5, 22.5, 37.5};

    private final int marginX;
    private final int marginY;
    private final int reach;
    private final int step;
    private final int furthest;
    private final int[][] shifts;
    private final GrayF32 box;
    private final GrayF32 boxLight;
    private final GrayF32 boxDark;
    private final GrayF32 turned;
    private final GrayF32 turnedLight;
    private final GrayF32 turnedDark;
    private final Rows rows;
    private final Rows turnedRows;

    /** @param frame of the maps to come */
    LineMean(Frame frame) {
        marginX = (int) Math.max(0, Math.floor(frame.middleX() - frame.faceRadius()));
        marginY = (int) Math.max(0, Math.floor(frame.middleY() - frame.faceRadius()));
        reach = (int) Math.round(8 * frame.unit());
        step = Math.max(1, (int) Math.round(3 * frame.unit()));
        furthest = (int) Math.round(reach * StrictMath.tan(Math.toRadians(TILTS[TILTS.length - 1])));
        shifts = new int[TILTS.length][2 * reach + 1];
        for (int d = 0; d < TILTS.length; d++) {
            for (int k = -reach; k <= reach; k++) {
                shifts[d][k + reach] = (int) Math.round(k * StrictMath.tan(Math.toRadians(TILTS[d])));
            }
        }
        box = new GrayF32(frame.width() - 2 * marginX, frame.height() - 2 * marginY);
        boxLight = box.createSameShape();
        boxDark = box.createSameShape();
        turned = new GrayF32(box.height, box.width);
        turnedLight = turned.createSameShape();
        turnedDark = turned.createSameShape();
        rows = new Rows(box.width);
        turnedRows = new Rows(turned.width);
    }

    /**
     * Filters.
     *
     * @param deviation contiguous, of the frame, not modified
     * @param light takes the greatest mean along any line, at least 0
     * @param dark takes the least, its sign changed, at least 0; in both, all outside the box round the face disc is left as it was
     */
    void apply(GrayF32 deviation, GrayF32 light, GrayF32 dark) {
        for (int y = 0; y < box.height; y++) {
            System.arraycopy(
                    deviation.data, (y + marginY) * deviation.width + marginX, box.data, y * box.width, box.width);
        }
        transpose(box, turned);
        steep(box, rows, boxLight, boxDark);
        steep(turned, turnedRows, turnedLight, turnedDark);
        merge(turnedLight, boxLight, light, 1f / (2 * reach + 1));
        merge(turnedDark, boxDark, dark, 1f / (2 * reach + 1));
    }

    /** out = share * max(straight, the other transposed). */
    private void merge(GrayF32 other, GrayF32 straight, GrayF32 out, float share) {
        transpose(other, box);
        for (int y = 0; y < box.height; y++) {
            int to = (y + marginY) * out.width + marginX;
            for (int x = 0; x < box.width; x++) {
                int at = y * box.width + x;
                out.data[to + x] = share * Math.max(straight.data[at], box.data[at]);
            }
        }
    }

    private void steep(GrayF32 plane, Rows r, GrayF32 light, GrayF32 dark) {
        int width = plane.width;
        int height = plane.height;
        int loaded = 0;
        for (int top = 0; top < height; top += step) {
            int y = Math.min(height - 1, top + step / 2);
            for (; loaded < Math.min(height, y + reach + 1); loaded++) {
                r.load(plane, loaded);
            }
            Arrays.fill(r.light, 0);
            Arrays.fill(r.dark, 0);
            for (int[] shift : shifts) {
                Arrays.fill(r.line, r.none);
                for (int k = Math.max(-reach, -y); k <= Math.min(reach, height - 1 - y); k++) {
                    r.line[k + reach] = r.moved[(y + k) % r.moved.length][furthest + shift[k + reach]];
                }
                Arrays.fill(r.sum, 0);
                int last = r.line.length - 1;
                for (int k = 0; k < last; k += 4) {
                    addFour(r.sum, r.line[k], r.line[k + 1], r.line[k + 2], r.line[k + 3]);
                }
                keepGreatest(r.light, r.dark, r.sum, r.line[last]);
            }
            for (int row = top; row < Math.min(height, top + step); row++) {
                System.arraycopy(r.light, 0, light.data, row * width, width);
                System.arraycopy(r.dark, 0, dark.data, row * width, width);
            }
        }
    }

    /** A row is copied once for each shift, not once for each direction and output row that takes it. */
    private final class Rows {
        final float[][][] moved;
        final float[] padded;
        final float[] none;
        /** Rows of one direction in fours and one more, those beyond the line empty. */
        final float[][] line;

        final float[] sum;
        final float[] light;
        final float[] dark;

        Rows(int width) {
            int taps = 2 * reach + 1;
            moved = new float[taps + step][2 * furthest + 1][width];
            padded = new float[width + 2 * furthest];
            none = new float[width];
            line = new float[(taps + 2 & ~3) + 1][];
            sum = new float[width];
            light = new float[width];
            dark = new float[width];
        }

        void load(GrayF32 plane, int row) {
            System.arraycopy(plane.data, row * plane.width, padded, furthest, plane.width);
            for (int s = 0; s <= 2 * furthest; s++) {
                System.arraycopy(padded, s, moved[row % moved.length][s], 0, plane.width);
            }
        }
    }

    private static void transpose(GrayF32 in, GrayF32 out) {
        for (int y = 0; y < in.height; y++) {
            for (int x = 0; x < in.width; x++) {
                out.data[x * in.height + y] = in.data[y * in.width + x];
            }
        }
    }

    private static void addFour(float[] sum, float[] a, float[] b, float[] c, float[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    /** light = max(light, sum + last), dark = max(dark, -(sum + last)). */
    private static void keepGreatest(float[] light, float[] dark, float[] sum, float[] last) {
        for (int i = 0; i < light.length; i++) {
            float whole = sum[i] + last[i];
            light[i] = Math.max(light[i], whole);
            dark[i] = Math.max(dark[i], -whole);
        }
    }
}
