package io.github.boofdice.measure;

import io.github.boofdice.Pose;
import io.github.boofdice.evaluate.JudgedPicture;
import io.github.boofdice.evaluate.TurnedPictures.Turn;
import io.github.boofdice.image.RigidPose;
import java.util.Optional;

/**
 * By how much the pose found in a turned picture misses the one that it must have: the pose found in the picture as it was taken, carried along by
 * the turn. Nobody knows the true pose of a photographed die, so the errors of both are in it.
 *
 * @param turnedBy the angle by which the picture was turned, in degrees, -180..180
 * @param degrees least turn between the two poses, equivalent poses of a symmetric face being one; NaN for a face without an angle
 * @param pixels distance between the two middles
 */
record PoseError(double turnedBy, double degrees, double pixels) {
    /**
     * Compares the two poses of one picture.
     *
     * @return empty where one of them did not align, or they show different faces
     */
    static Optional<PoseError> of(JudgedPicture upright, JudgedPicture turned, Turn turn) {
        if (!upright.converged() || !turned.converged() || !upright.face().equals(turned.face())) {
            return Optional.empty();
        }
        RigidPose wanted = turn.aboutMiddle().after(rigid(upright.pose()));
        RigidPose found = rigid(turned.pose());
        double pixels = Math.hypot(found.x() - wanted.x(), found.y() - wanted.y());
        double degrees = turned.symmetry() == 0
                ? Double.NaN
                : Math.abs(
                        Math.IEEEremainder(Math.toDegrees(found.theta() - wanted.theta()), 360.0 / turned.symmetry()));
        return Optional.of(new PoseError(Math.toDegrees(turn.angle()), degrees, pixels));
    }

    private static RigidPose rigid(Pose pose) {
        return new RigidPose(pose.x(), pose.y(), Double.isNaN(pose.theta()) ? 0 : pose.theta());
    }
}
