package io.github.boofdice.align;

import io.github.boofdice.image.RigidPose;

/**
 * Which template a picture shows and where.
 *
 * @param template index of the template in the list that was searched
 * @param pose template to picture, in pixels of the frame
 * @param gain contrast of the picture over that of the template
 * @param residual root mean square of the clipped difference inside the face disc, in grey levels of the band-pass
 * @param status whether the pose can be believed
 */
public record Alignment(int template, RigidPose pose, double gain, double residual, AlignmentStatus status) {
    /** {@return whether the pose can be used} */
    public boolean converged() {
        return status.converged();
    }
}
