package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;
import java.util.Arrays;

/** Eighth powers of evidence, shared over the poses in which a face looks the same and over the pixels around: where they are large on one side of an edge, the other must be tolerated too. */
final class SharedPowers {
    /** Side of the square over which powers are shared, in pixels of a 128 x 128 frame. */
    private static final double SHARED = 5;

    private static final int FREE_TURNS = 24;

    private SharedPowers() {}

    /** The eighth power; 0 of what is negative. */
    static double power(double evidence) {
        double v = Math.max(0, evidence);
        double square = v * v;
        double fourth = square * square;
        return fourth * fourth;
    }

    /** The eighth root. */
    static double root(double power) {
        return Math.sqrt(Math.sqrt(Math.sqrt(power)));
    }

    /**
     * Shares powers; a running sum would lose what is small beside the eighth power of what is large.
     *
     * @param powers of a frame's pixels, not modified
     * @param symmetry rotational order of the face, 0 = free
     * @param frame the size of the plane
     */
    static GrayF32 of(GrayF32 powers, int symmetry, Frame frame) {
        int reach = (int) Math.round((SHARED * frame.unit() - 1) / 2);
        return alongRows(alongColumns(inAllPoses(powers, symmetry), reach), reach);
    }

    private static GrayF32 alongRows(GrayF32 plane, int reach) {
        GrayF32 share = divided(plane, 2 * reach + 1);
        GrayF32 out = plane.createSameShape();
        float[] sum = new float[plane.width];
        float[] beside = new float[plane.width];
        for (int y = 0; y < plane.height; y++) {
            int row = y * plane.width;
            Arrays.fill(sum, 0);
            for (int away = -reach; away <= reach; away++) {
                Arrays.fill(beside, 0);
                System.arraycopy(
                        share.data, row + Math.max(0, away), beside, Math.max(0, -away), plane.width - Math.abs(away));
                add(sum, beside);
            }
            System.arraycopy(sum, 0, out.data, row, plane.width);
        }
        return out;
    }

    private static GrayF32 alongColumns(GrayF32 plane, int reach) {
        GrayF32 share = divided(plane, 2 * reach + 1);
        GrayF32 out = plane.createSameShape();
        float[] sum = new float[plane.width];
        float[] row = new float[plane.width];
        for (int y = 0; y < plane.height; y++) {
            Arrays.fill(sum, 0);
            for (int v = Math.max(0, y - reach); v <= Math.min(plane.height - 1, y + reach); v++) {
                System.arraycopy(share.data, v * plane.width, row, 0, plane.width);
                add(sum, row);
            }
            System.arraycopy(sum, 0, out.data, y * plane.width, plane.width);
        }
        return out;
    }

    private static GrayF32 divided(GrayF32 plane, int by) {
        GrayF32 out = plane.createSameShape();
        for (int i = 0; i < out.data.length; i++) {
            out.data[i] = plane.data[i] / by;
        }
        return out;
    }

    /** What is added was copied to where it is added: a loop over arrays indexed alike becomes vector instructions. */
    private static void add(float[] sum, float[] more) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += more[x];
        }
    }

    /** The mean of a plane over all poses in which the face looks the same. */
    private static GrayF32 inAllPoses(GrayF32 plane, int symmetry) {
        int poses = symmetry == Template.FREE ? FREE_TURNS : symmetry;
        if (poses == 1) {
            return plane;
        }
        GrayF32 out = plane.createSameShape();
        GrayF32 turned = plane.clone();
        for (int k = 0; k < poses; k++) {
            if (k > 0) {
                Warp.quickly(plane, new RigidPose(0, 0, k * 2 * Math.PI / poses), turned);
            }
            for (int i = 0; i < out.data.length; i++) {
                out.data[i] += turned.data[i] / poses;
            }
        }
        return out;
    }
}
