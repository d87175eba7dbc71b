package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import java.util.Arrays;

/**
 * The greatest absolute mean along short straight lines through each pixel, over ten directions: what is long and fine adds up, what is small does not.
 *
 * <p>A steep line takes one pixel from each of thirteen rows, so that a direction costs thirteen additions of shifted rows; flat lines are steep ones of the transposed plane.
 * Along itself a line is found again every three pixels, which is all that its length asks for.
 */
final class LineMean {
    /** Tilts from the vertical; with the transposed plane's they cover the circle every 18 degrees. */
    private static final double[] TILTS = {-36, -18, 0, 18, 36};

    private final int marginX;
    private final int marginY;
    private final int reach;
    private final int step;
    private final int furthest;
    private final int[][] shifts;

    /** @param frame of the maps to come */
    LineMean(Frame frame) {
        marginX = (int) Math.max(0, Math.floor(frame.middleX() - frame.faceRadius()));
        marginY = (int) Math.max(0, Math.floor(frame.middleY() - frame.faceRadius()));
        reach = (int) Math.round(6 * frame.unit());
        step = Math.max(1, (int) Math.round(3 * frame.unit()));
        furthest = (int) Math.round(reach * StrictMath.tan(Math.toRadians(TILTS[TILTS.length - 1])));
        shifts = new int[TILTS.length][2 * reach + 1];
        for (int d = 0; d < TILTS.length; d++) {
            for (int k = -reach; k <= reach; k++) {
                shifts[d][k + reach] = (int) Math.round(k * StrictMath.tan(Math.toRadians(TILTS[d])));
            }
        }
    }

    /** Returns a plane of the size of {@code deviation}, which is contiguous and not modified; outside the box round the face disc all is zero. */
    GrayF32 apply(GrayF32 deviation) {
        GrayF32 box = new GrayF32(deviation.width - 2 * marginX, deviation.height - 2 * marginY);
        for (int y = 0; y < box.height; y++) {
            System.arraycopy(
                    deviation.data, (y + marginY) * deviation.width + marginX, box.data, y * box.width, box.width);
        }
        GrayF32 most = steep(box);
        keepGreatest(most.data, transpose(steep(transpose(box))).data);
        GrayF32 out = deviation.createSameShape();
        for (int y = 0; y < box.height; y++) {
            System.arraycopy(most.data, y * box.width, out.data, (y + marginY) * out.width + marginX, box.width);
        }
        return out;
    }

    private GrayF32 steep(GrayF32 plane) {
        int width = plane.width;
        int height = plane.height;
        int taps = 2 * reach + 1;
        // A row is copied once for each shift, not once for each direction and output row that takes it.
        float[][][] moved = new float[taps + step][2 * furthest + 1][width];
        float[] padded = new float[width + 2 * furthest];
        float[] none = new float[width];
        float[][] line = new float[taps + 3 & ~3][];
        GrayF32 out = plane.createSameShape();
        float[] sum = new float[width];
        float[] most = new float[width];
        int loaded = 0;
        for (int top = 0; top < height; top += step) {
            int y = Math.min(height - 1, top + step / 2);
            for (; loaded < Math.min(height, y + reach + 1); loaded++) {
                System.arraycopy(plane.data, loaded * width, padded, furthest, width);
                for (int s = 0; s <= 2 * furthest; s++) {
                    System.arraycopy(padded, s, moved[loaded % moved.length][s], 0, width);
                }
            }
            Arrays.fill(most, 0);
            for (int[] shift : shifts) {
                Arrays.fill(line, none);
                for (int k = Math.max(-reach, -y); k <= Math.min(reach, height - 1 - y); k++) {
                    line[k + reach] = moved[(y + k) % moved.length][furthest + shift[k + reach]];
                }
                Arrays.fill(sum, 0);
                for (int k = 0; k < line.length; k += 4) {
                    addFour(sum, line[k], line[k + 1], line[k + 2], line[k + 3]);
                }
                keepGreatest(most, sum);
            }
            for (int x = 0; x < width; x++) {
                most[x] /= taps;
            }
            for (int row = top; row < Math.min(height, top + step); row++) {
                System.arraycopy(most, 0, out.data, row * width, width);
            }
        }
        return out;
    }

    private static GrayF32 transpose(GrayF32 in) {
        GrayF32 out = new GrayF32(in.height, in.width);
        for (int y = 0; y < in.height; y++) {
            for (int x = 0; x < in.width; x++) {
                out.data[x * in.height + y] = in.data[y * in.width + x];
            }
        }
        return out;
    }

    private static void addFour(float[] sum, float[] a, float[] b, float[] c, float[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    /** most = max(most, |values|). */
    private static void keepGreatest(float[] most, float[] values) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], Math.abs(values[i]));
        }
    }
}
