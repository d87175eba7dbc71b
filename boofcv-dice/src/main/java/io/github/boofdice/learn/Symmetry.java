package io.github.boofdice.learn;

import io.github.boofdice.image.RigidPose;
import io.github.boofdice.template.Template;

/**
 * How a template maps onto itself.
 *
 * @param order rotational order: 1 = none, n = the same after 360 / n degrees, 0 = the same at every angle
 * @param x column of the centre of rotation, in pixels from the template's middle; 0 where there is none
 * @param y row of the centre of rotation, likewise
 */
record Symmetry(int order, double x, double y) {
    static final Symmetry NONE = new Symmetry(1, 0, 0);

    /** The point that a turn leaves where it is. */
    static Symmetry about(int order, RigidPose turn) {
        double c = 1 - turn.cos();
        double s = turn.sin();
        double length = c * c + s * s;
        return new Symmetry(order, (c * turn.x() - s * turn.y()) / length, (s * turn.x() + c * turn.y()) / length);
    }

    /** Whether a turned template always has its equal. */
    boolean free() {
        return order == Template.FREE;
    }
}
