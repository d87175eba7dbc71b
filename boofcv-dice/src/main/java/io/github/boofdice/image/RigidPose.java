package io.github.boofdice.image;

/**
 * Where a template lies in a picture: a turn about the middle, then a shift.
 *
 * <p>A template point at offset {@code q} from the template's middle lies in the picture at offset {@code R(theta) q + (x, y)} from the
 * picture's middle.
 *
 * @param x shift to the right, in pixels
 * @param y shift down, in pixels
 * @param theta turn in radians, clockwise as seen (y points down)
 */
public record RigidPose(double x, double y, double theta) {
    /** No turn, no shift. */
    public static final RigidPose IDENTITY = new RigidPose(0, 0, 0);

    /**
     * The pose that first applies {@code inner}, then this one.
     *
     * @param inner applied first
     * @return the composed pose
     */
    public RigidPose after(RigidPose inner) {
        double c = cos();
        double s = sin();
        return new RigidPose(x + c * inner.x - s * inner.y, y + s * inner.x + c * inner.y, wrap(theta + inner.theta));
    }

    /** {@return the pose that undoes this one} */
    public RigidPose inverse() {
        double c = cos();
        double s = sin();
        return new RigidPose(-c * x - s * y, s * x - c * y, wrap(-theta));
    }

    /**
     * This pose in a plane whose pixels are {@code scale} times as many a length.
     *
     * @param scale above 0
     * @return the shift multiplied, the angle kept
     */
    public RigidPose scaled(double scale) {
        return new RigidPose(x * scale, y * scale, theta);
    }

    /** {@return the cosine of the turn, the same bits in every JVM} */
    public double cos() {
        return SineCosine.cosine(theta);
    }

    /** {@return the sine of the turn, likewise} */
    public double sin() {
        return SineCosine.sine(theta);
    }

    /** {@return the length of the shift, in pixels} */
    public double shift() {
        return StrictMath.hypot(x, y);
    }

    /**
     * The angle brought into (-pi, pi].
     *
     * @param angle in radians
     * @return the same direction, in (-pi, pi]
     */
    public static double wrap(double angle) {
        double turned = Math.IEEEremainder(angle, 2 * Math.PI);
        return turned <= -Math.PI ? turned + 2 * Math.PI : turned;
    }
}
