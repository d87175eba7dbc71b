package io.github.boofdice.benchmarks;

import io.github.boofdice.image.Frame;
import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * How far a pose that was found is from the true one; poses that look the same count as the same.
 *
 * @param corner root mean square over the picture's four corners of the distance between where either pose puts them, in
 *     pixels; of a face without an angle, how far the template's middle is off
 * @param degrees size of the angle between them; NaN for a face without an angle
 */
record PoseError(double corner, double degrees) {
    /** Compares; {@code symmetry} is the template's. */
    static PoseError of(RigidPose found, RigidPose truth, int symmetry, Frame frame) {
        if (symmetry == Template.FREE) {
            return new PoseError(Math.hypot(found.x() - truth.x(), found.y() - truth.y()), Double.NaN);
        }
        double period = 2 * Math.PI / symmetry;
        double turns = Math.rint((found.theta() - truth.theta()) / period);
        RigidPose nearest = truth.after(new RigidPose(0, 0, turns * period));
        double squares = 0;
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 == 0 ? -frame.middleX() : frame.middleX();
            double y = corner < 2 ? -frame.middleY() : frame.middleY();
            RigidPose point = new RigidPose(x, y, 0);
            RigidPose a = found.after(point);
            RigidPose b = nearest.after(point);
            squares += (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
        }
        double angle = RigidPose.wrap(found.theta() - nearest.theta());
        return new PoseError(Math.sqrt(squares / 4), Math.toDegrees(Math.abs(angle)));
    }
}
