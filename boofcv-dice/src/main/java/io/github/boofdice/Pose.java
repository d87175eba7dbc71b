package io.github.boofdice;

/**
 * Where the recognised face lies in a picture.
 *
 * <p>A point at {@code (u, v)} from the template's middle lies at {@code (x + u cos theta - v sin theta,
 * y + u sin theta + v cos theta)} from the picture's middle. The middle of a picture of {@code w x h} pixels is
 * {@code ((w - 1) / 2, (h - 1) / 2)}; x runs to the right and y down, so that a positive angle turns clockwise as
 * seen.
 *
 * @param x where the template's middle lies, in pixels to the right of the picture's middle
 * @param y where the template's middle lies, in pixels below the picture's middle
 * @param theta the turn from template to picture in radians, clockwise as seen, in (-pi, pi]; NaN where the face has
 *     no angle (it looks the same at every one)
 * @see <a href="{@docRoot}/io/github/boofdice/tutorials/HowAlignmentWorks.html">Tutorial: how alignment works</a>
 */
public record Pose(double x, double y, double theta) {
    /**
     * Checks that the shift is a number; the angle may be NaN but not infinite.
     *
     * @throws IllegalArgumentException when x or y is not finite, or theta is infinite
     */
    public Pose {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("x and y must be finite but are " + x + " and " + y);
        }
        if (Double.isInfinite(theta)) {
            throw new IllegalArgumentException("theta must be an angle or NaN but is " + theta);
        }
    }

    /**
     * Tells whether the face has an angle.
     *
     * @return false for a face that looks the same at every angle, whose theta is NaN
     */
    public boolean hasAngle() {
        return !Double.isNaN(theta);
    }
}
