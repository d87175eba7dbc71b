package io.github.boofdice.testdata;

/**
 * Where a die lies in a picture: its middle and the angle by which it is turned.
 *
 * @param x middle of the die, in pixels to the right of the picture's middle (w - 1) / 2
 * @param y middle of the die, in pixels below the picture's middle (h - 1) / 2
 * @param theta angle from die to picture in radians, clockwise as seen
 */
public record DiePose(double x, double y, double theta) {

    /** The die in the middle of the picture, upright. */
    public static final DiePose IDENTITY = new DiePose(0, 0, 0);

    /**
     * Checks that the pose is finite.
     *
     * @throws IllegalArgumentException where a number is infinite or not a number
     */
    public DiePose {
        Check.finite("x", x);
        Check.finite("y", y);
        Check.finite("theta", theta);
    }

    /**
     * {@return this pose with the die turned further}
     *
     * @param angle radians, clockwise as seen
     */
    public DiePose turned(double angle) {
        return new DiePose(x, y, theta + angle);
    }

    /**
     * {@return this pose with the die moved}
     *
     * @param dx pixels to the right
     * @param dy pixels down
     */
    public DiePose shifted(double dx, double dy) {
        return new DiePose(x + dx, y + dy, theta);
    }

    /** {@return the way from picture to die coordinates, with sine and cosine taken once} */
    Turn toDie() {
        return new Turn(x, y, StrictMath.cos(theta), StrictMath.sin(theta));
    }

    /**
     * {@return the picture coordinate x of a point of the die}
     *
     * @param u die x
     * @param v die y, both in pixels
     */
    public double pictureX(double u, double v) {
        return x + StrictMath.cos(theta) * u - StrictMath.sin(theta) * v;
    }

    /**
     * {@return the picture coordinate y of a point of the die}
     *
     * @param u die x
     * @param v die y, both in pixels
     */
    public double pictureY(double u, double v) {
        return y + StrictMath.sin(theta) * u + StrictMath.cos(theta) * v;
    }

    /** From picture to die coordinates. */
    record Turn(double x, double y, double cos, double sin) {
        double u(double px, double py) {
            return cos * (px - x) + sin * (py - y);
        }

        double v(double px, double py) {
            return cos * (py - y) - sin * (px - x);
        }

        /** The x in the picture of a direction (du, dv) on the die. */
        double backX(double du, double dv) {
            return cos * du - sin * dv;
        }

        /** The y in the picture of a direction (du, dv) on the die. */
        double backY(double du, double dv) {
            return sin * du + cos * dv;
        }
    }
}
