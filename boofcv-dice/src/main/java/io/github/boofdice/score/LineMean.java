package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The greatest and the least mean along short straight lines through each pixel, over twenty-two directions: what is long and fine adds up, what is small does not.
 *
 * <p>A steep line takes one pixel from each of eighteen rows, in three pieces of six, each piece of two halves; flat lines are steep ones of the transposed plane. Halves are few, for many directions share them, and a direction's three pieces are alike, so that each
 * is added up once and serves three lines, one below the other; and the lines of another direction, where the two differ only in how far their pieces lie aside of each other.
 * Along itself a line is found again every three pixels, which is all that its length asks for. Since a loop over a hundred values is hardly worth its start, the upper and the lower half of the plane and of the transposed one, four parts, lie side by side. Holds the rows that it works on: one thread at a
 * time.
 */
final class LineMean {
    private static final Kernels KERNELS = Kernels.fastest();

    /** Pixels to the side over the six rows of a piece, either way; with the transposed plane's they cover the circle every 7 to 10 degrees. */
    private static final int MOST_ASIDE = 5;

    private static final int ROWS_OF_PIECE = 6;
    private static final int PIECES = 3;
    private static final int PARTS_OF_PLANE = 2;
    /** Rows that are transposed together. */
    private static final int TURNED = 4;

    /** Halves of pieces that lie above the middle of a line; as many lie below. */
    private static final int ABOVE = 3;

    private final int width;
    private final int height;
    private final int marginX;
    private final int marginY;
    private final int step;
    /** Pixels by which a line strays from its middle at most: what each part of the plane, and all of a row, has before and after it. */
    private final int furthest;

    private final int[][] halves;
    /** What the lines of steep directions are made of; some share one, since all that tells them apart is how far aside the next piece lies. */
    private final Piece[] pieces;
    /** By steep direction: number of the piece that its lines are made of. */
    private final int[] made = new int[2 * MOST_ASIDE + 1];
    /** Likewise, how far aside the next piece lies. */
    private final int[] apart = new int[made.length];

    /** Of each part of the plane; where their number is odd, the last of the lower part lies beyond the planes. */
    private final int lines;
    /** Where in a row each part of the plane begins. */
    private final int[] upright = new int[PARTS_OF_PLANE];
    /** Likewise of the transposed one. */
    private final int[] transposed = new int[PARTS_OF_PLANE];

    private final int length;
    /** The transposed plane, and later what is found in it. */
    private final float[] turned;

    private final float[][] rows;
    /** Of the last two groups of rows, by shape. */
    private final float[][][] halfSums;
    /** Of the last five groups of rows, by piece. */
    private final float[][][] pieceSums;

    /** Both halves of a piece. */
    private final float[][] both = new float[2][];

    private final float[][] room;
    private final float[][] light;
    private final float[][] dark;
    private final float[] straight;

    /**
     * How a piece is made of halves.
     *
     * @param upper shape of the upper half
     * @param lower shape of the lower one
     * @param begins where either begins beside the piece's middle
     */
    private record Piece(int upper, int lower, int[] begins) {}

    /** @param frame of the maps to come */
    LineMean(Frame frame) {
        marginX = (int) Math.max(0, Math.floor(frame.middleX() - frame.faceRadius()));
        marginY = frame.faceTop();
        step = Math.max(1, (int) Math.round(3 * frame.unit()));
        List<int[]> shapes = new ArrayList<>();
        List<int[]> unlike = new ArrayList<>();
        for (int d = 0; d < made.length; d++) {
            double slope = (d - MOST_ASIDE) / (double) ROWS_OF_PIECE;
            made[d] = number(piece(slope, shapes), unlike);
            apart[d] = (int) Math.round(2 * step * slope);
        }
        halves = shapes.toArray(new int[0][]);
        pieces = unlike.stream()
                .map(p -> new Piece(p[0], p[1], new int[] {p[2], p[3]}))
                .toArray(Piece[]::new);
        // A pixel more, since pieces are rounded apart from each other.
        furthest = 1 + (int) Math.ceil(ABOVE * step * MOST_ASIDE / (double) ROWS_OF_PIECE);
        width = frame.width() - 2 * marginX;
        height = frame.height() - 2 * marginY;
        lines = (Math.max(width, height) + PARTS_OF_PLANE * step - 1) / (PARTS_OF_PLANE * step);
        int end = 2 * furthest;
        for (int h = 0; h < PARTS_OF_PLANE; h++) {
            upright[h] = end;
            transposed[h] = end + width + furthest;
            end = transposed[h] + height + furthest;
        }
        length = KERNELS.filled(end - furthest);
        int whole = length + 2 * furthest;
        turned = new float[width * height];
        rows = new float[step][whole];
        halfSums = new float[2][halves.length][whole];
        pieceSums = new float[2 * PIECES - 1][pieces.length][whole];
        room = new float[2][whole];
        light = new float[lines][whole];
        dark = new float[lines][whole];
        straight = new float[width * height];
    }

    /** Shapes of the upper and the lower half, and where either begins. */
    private int[] piece(double slope, List<int[]> shapes) {
        int[] aside = new int[2 * step];
        for (int k = 0; k < aside.length; k++) {
            aside[k] = (int) Math.round((k - (aside.length - 1) / 2.0) * slope);
        }
        return new int[] {number(half(aside, 0), shapes), number(half(aside, step), shapes), aside[0], aside[step]};
    }

    private int[] half(int[] aside, int first) {
        int[] shape = new int[step];
        for (int k = 0; k < step; k++) {
            shape[k] = aside[first + k] - aside[first];
        }
        return shape;
    }

    /** The number of what is alike among those there are; it is added where it is new. */
    private static int number(int[] one, List<int[]> known) {
        for (int i = 0; i < known.size(); i++) {
            if (Arrays.equals(known.get(i), one)) {
                return i;
            }
        }
        known.add(one);
        return known.size() - 1;
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
        for (int group = -ABOVE; group < lines + ABOVE - 1; group++) {
            for (int k = 0; k < step; k++) {
                load(deviation, group * step + step / 2 + k, rows[k]);
            }
            addHalves(of(halfSums, group));
            if (group > -ABOVE) {
                addPieces(of(halfSums, group - 1), of(halfSums, group), of(pieceSums, group - 1));
            }
            int line = group - ABOVE + 1;
            if (line >= 0) {
                KERNELS.keepLines(
                        of(pieceSums, line - 3),
                        of(pieceSums, line - 1),
                        of(pieceSums, line + 1),
                        made,
                        apart,
                        room,
                        light[line],
                        dark[line],
                        furthest,
                        length);
            }
        }
        merge(light, mostLight);
        merge(dark, mostDark);
    }

    /** Of those that are kept, one after the other in a ring. */
    private static float[][] of(float[][][] kept, int group) {
        return kept[(group + ABOVE) % kept.length];
    }

    private void addHalves(float[][] sums) {
        for (int s = 0; s < halves.length; s++) {
            KERNELS.addShifted(sums[s], rows, halves[s], room[0], furthest, length);
        }
    }

    private void addPieces(float[][] upper, float[][] lower, float[][] sums) {
        for (int p = 0; p < sums.length; p++) {
            both[0] = upper[pieces[p].upper];
            both[1] = lower[pieces[p].lower];
            KERNELS.addShifted(sums[p], both, pieces[p].begins, room[0], furthest, length);
        }
    }

    /** Some rows at once, so that what is written lies together. */
    private void transpose(GrayF32 plane) {
        float[] in = plane.data;
        int y = 0;
        for (; y + TURNED <= height; y += TURNED) {
            int a = (y + marginY) * plane.width + marginX;
            int b = a + plane.width;
            int c = b + plane.width;
            int d = c + plane.width;
            for (int x = 0; x < width; x++) {
                int at = x * height + y;
                turned[at] = in[a + x];
                turned[at + 1] = in[b + x];
                turned[at + 2] = in[c + x];
                turned[at + 3] = in[d + x];
            }
        }
        for (; y < height; y++) {
            int from = (y + marginY) * plane.width + marginX;
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = in[from + x];
            }
        }
    }

    /** The row of either part of either plane, side by side; beyond the planes there is nothing. */
    private void load(GrayF32 plane, int row, float[] out) {
        for (int h = 0; h < PARTS_OF_PLANE; h++) {
            int y = row + h * lines * step;
            copyRow(plane.data, (y + marginY) * plane.width + marginX, y >= 0 && y < height, width, out, upright[h]);
            copyRow(turned, y * height, y >= 0 && y < width, height, out, transposed[h]);
        }
    }

    private static void copyRow(float[] from, int start, boolean there, int count, float[] out, int to) {
        if (there) {
            System.arraycopy(from, start, out, to, count);
        } else {
            Arrays.fill(out, to, to + count, 0);
        }
    }

    /** The greater of what steep and flat lines have found, as a mean. */
    private void merge(float[][] found, GrayF32 out) {
        turnBack(found);
        for (int y = 0; y < height; y++) {
            int l = y / step;
            System.arraycopy(found[l % lines], upright[l / lines], straight, y * width, width);
        }
        greater(straight, turned, 1f / (2 * ABOVE * step));
        for (int y = 0; y < height; y++) {
            System.arraycopy(straight, y * width, out.data, (y + marginY) * out.width + marginX, width);
        }
    }

    /** What flat lines have found, pixel by pixel as the plane lies; some columns at once, likewise. */
    private void turnBack(float[][] found) {
        int x = 0;
        for (; x + TURNED <= width; x += TURNED) {
            float[] a = line(found, x);
            float[] b = line(found, x + 1);
            float[] c = line(found, x + 2);
            float[] d = line(found, x + 3);
            int fromA = from(x);
            int fromB = from(x + 1);
            int fromC = from(x + 2);
            int fromD = from(x + 3);
            for (int y = 0; y < height; y++) {
                int at = y * width + x;
                turned[at] = a[fromA + y];
                turned[at + 1] = b[fromB + y];
                turned[at + 2] = c[fromC + y];
                turned[at + 3] = d[fromD + y];
            }
        }
        for (; x < width; x++) {
            float[] a = line(found, x);
            int fromA = from(x);
            for (int y = 0; y < height; y++) {
                turned[y * width + x] = a[fromA + y];
            }
        }
    }

    private float[] line(float[][] found, int x) {
        return found[x / step % lines];
    }

    private int from(int x) {
        return transposed[x / step / lines];
    }

    private static void greater(float[] a, float[] b, float share) {
        for (int i = 0; i < a.length; i++) {
            a[i] = share * Math.max(a[i], b[i]);
        }
    }
}
