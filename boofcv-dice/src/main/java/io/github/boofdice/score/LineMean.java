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
 * is added up once and serves three lines, one below the other.
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
    private final List<Direction> directions = new ArrayList<>();

    /** Of each part of the plane; where their number is odd, the last of the lower part lies beyond the planes. */
    private final int lines;
    /** Where in a row each part of the plane begins. */
    private final int[] upright = new int[PARTS_OF_PLANE];
    /** Likewise of the transposed one. */
    private final int[] transposed = new int[PARTS_OF_PLANE];

    private final int length;
    private final float[] turned;
    private final float[][] rows;
    /** Of the last two groups of rows, by shape. */
    private final float[][][] halfSums;
    /** Of the last five groups of rows, by direction. */
    private final float[][][] pieceSums;

    private final float[][] room;
    private final float[][] light;
    private final float[][] dark;
    private final float[] straight;
    private final float[] flat;
    private final float[] across;

    /**
     * How the lines of one tilt are laid.
     *
     * @param upper shape of a piece's upper half, lower that of its lower one
     * @param toUpper where the upper half begins beside the piece's middle, toLower where the lower one does
     * @param back where the piece above lies beside the middle one, on where the one below does
     */
    private record Direction(int upper, int toUpper, int lower, int toLower, int back, int on) {}

    /** @param frame of the maps to come */
    LineMean(Frame frame) {
        marginX = (int) Math.max(0, Math.floor(frame.middleX() - frame.faceRadius()));
        marginY = frame.faceTop();
        step = Math.max(1, (int) Math.round(3 * frame.unit()));
        List<int[]> shapes = new ArrayList<>();
        for (int aside = -MOST_ASIDE; aside <= MOST_ASIDE; aside++) {
            directions.add(direction(aside / (double) ROWS_OF_PIECE, shapes));
        }
        halves = shapes.toArray(new int[0][]);
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
        length = end - furthest;
        int whole = end + furthest;
        turned = new float[width * height];
        rows = new float[step][whole];
        halfSums = new float[2][halves.length][whole];
        pieceSums = new float[2 * PIECES - 1][directions.size()][whole];
        room = new float[2][whole];
        light = new float[lines][whole];
        dark = new float[lines][whole];
        straight = new float[width];
        flat = new float[(width + step - 1) / step];
        across = new float[flat.length * step];
    }

    private Direction direction(double slope, List<int[]> shapes) {
        int[] piece = new int[2 * step];
        for (int k = 0; k < piece.length; k++) {
            piece[k] = (int) Math.round((k - (piece.length - 1) / 2.0) * slope);
        }
        int apart = (int) Math.round(piece.length * slope);
        return new Direction(shape(piece, 0, shapes), piece[0], shape(piece, step, shapes), piece[step], -apart, apart);
    }

    /** The number of a shape among those there are; it is added where it is new. */
    private int shape(int[] piece, int first, List<int[]> shapes) {
        int[] shape = new int[step];
        for (int k = 0; k < step; k++) {
            shape[k] = piece[first + k] - piece[first];
        }
        for (int i = 0; i < shapes.size(); i++) {
            if (Arrays.equals(shapes.get(i), shape)) {
                return i;
            }
        }
        shapes.add(shape);
        return shapes.size() - 1;
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
                keepLines(
                        of(pieceSums, line - 3),
                        of(pieceSums, line - 1),
                        of(pieceSums, line + 1),
                        light[line],
                        dark[line]);
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
            System.arraycopy(rows[0], furthest, sums[s], furthest, length);
            for (int k = 1; k < step; k++) {
                KERNELS.addShifted(sums[s], rows[k], halves[s][k], room[0], furthest, length);
            }
        }
    }

    private void addPieces(float[][] upper, float[][] lower, float[][] sums) {
        for (int d = 0; d < sums.length; d++) {
            Direction direction = directions.get(d);
            System.arraycopy(upper[direction.upper], furthest + direction.toUpper, sums[d], furthest, length);
            KERNELS.addShifted(sums[d], lower[direction.lower], direction.toLower, room[0], furthest, length);
        }
    }

    private void keepLines(float[][] above, float[][] middle, float[][] below, float[] most, float[] least) {
        Arrays.fill(most, 0);
        Arrays.fill(least, 0);
        for (int d = 0; d < middle.length; d++) {
            Direction direction = directions.get(d);
            KERNELS.keepLines(
                    above[d], direction.back, middle[d], below[d], direction.on, room, most, least, furthest, length);
        }
    }

    private void transpose(GrayF32 plane) {
        for (int y = 0; y < height; y++) {
            int from = (y + marginY) * plane.width + marginX;
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = plane.data[from + x];
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
        float share = 1f / (2 * ABOVE * step);
        for (int y = 0; y < height; y++) {
            int l = y / step;
            System.arraycopy(found[l % lines], upright[l / lines], straight, 0, width);
            for (int h = 0; h < PARTS_OF_PLANE; h++) {
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
