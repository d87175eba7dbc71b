package io.github.boofdice.score;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import java.util.Arrays;

/**
 * The greatest absolute mean along short straight lines through each pixel, over all directions: what is long and fine adds up, what is small does not.
 *
 * <p>A line is built from sums of three neighbours, so that a direction costs six additions a pixel for a line of thirteen. Sums run over whole planes shifted by a
 * constant number of pixels; a shift that runs over a row's end meets only pixels outside the face disc, which are zero.
 */
final class LineMean {
    private static final int DIRECTIONS = 10;
    private static final int TRIPLES = 4;

    private final int first;
    private final int length;
    private final int[] near = new int[DIRECTIONS];
    private final int[][] triples = new int[DIRECTIONS][TRIPLES];

    /** @param frame of the maps to come */
    LineMean(Frame frame) {
        int margin = (int) Math.max(0, Math.floor(frame.middleY() - frame.faceRadius()));
        first = margin * frame.width();
        length = (frame.height() - 2 * margin) * frame.width();
        for (int d = 0; d < DIRECTIONS; d++) {
            double angle = d * Math.PI / DIRECTIONS;
            near[d] = offset(frame, angle, frame.unit());
            for (int k = 0; k < TRIPLES; k++) {
                triples[d][k] = offset(frame, angle, 3 * frame.unit() * (k - (TRIPLES - 1) / 2.0));
            }
        }
    }

    private static int offset(Frame frame, double angle, double along) {
        return (int) Math.round(along * Math.sin(angle)) * frame.width() + (int) Math.round(along * Math.cos(angle));
    }

    /** Returns a plane of the size of {@code deviation}, which is contiguous, zero outside the face disc, and not modified. */
    GrayF32 apply(GrayF32 deviation) {
        float[] centre = Arrays.copyOfRange(deviation.data, first, first + length);
        float[] shifted = new float[length];
        float[] triple = new float[length];
        float[] sum = new float[length];
        float[] most = new float[length];
        for (int d = 0; d < DIRECTIONS; d++) {
            System.arraycopy(centre, 0, triple, 0, length);
            addShifted(triple, centre, near[d], shifted);
            addShifted(triple, centre, -near[d], shifted);
            Arrays.fill(sum, 0);
            for (int offset : triples[d]) {
                addShifted(sum, triple, offset, shifted);
            }
            keepGreatest(most, sum);
        }
        GrayF32 out = deviation.createSameShape();
        for (int i = 0; i < length; i++) {
            out.data[first + i] = most[i] / (3 * TRIPLES);
        }
        return out;
    }

    /** sum[i] += in[i + offset], where there is such a pixel. */
    private static void addShifted(float[] sum, float[] in, int offset, float[] shifted) {
        int from = Math.max(0, offset);
        int to = Math.max(0, -offset);
        int count = in.length - Math.abs(offset);
        Arrays.fill(shifted, 0, to, 0);
        System.arraycopy(in, from, shifted, to, count);
        Arrays.fill(shifted, to + count, in.length, 0);
        add(sum, shifted);
    }

    private static void add(float[] sum, float[] row) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += row[i];
        }
    }

    private static void keepGreatest(float[] most, float[] sum) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], Math.abs(sum[i]));
        }
    }
}
