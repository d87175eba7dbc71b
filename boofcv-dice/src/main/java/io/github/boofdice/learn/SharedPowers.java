package io.github.boofdice.learn;

import boofcv.struct.image.GrayF32;
import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.image.Warp;
import io.github.boofdice.template.Template;

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
        GrayF32 out = plane.createSameShape();
        for (int y = 0; y < plane.height; y++) {
            int row = y * plane.width;
            for (int away = -reach; away <= reach; away++) {
                int last = Math.min(plane.width, plane.width - away);
                for (int x = Math.max(0, -away); x < last; x++) {
                    out.data[row + x] += plane.data[row + x + away] / (2 * reach + 1);
                }
            }
        }
        return out;
    }

    private static GrayF32 alongColumns(GrayF32 plane, int reach) {
        GrayF32 out = plane.createSameShape();
        for (int y = 0; y < plane.height; y++) {
            for (int v = Math.max(0, y - reach); v <= Math.min(plane.height - 1, y + reach); v++) {
                for (int x = 0; x < plane.width; x++) {
                    out.data[y * plane.width + x] += plane.data[v * plane.width + x] / (2 * reach + 1);
                }
            }
        }
        return out;
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
