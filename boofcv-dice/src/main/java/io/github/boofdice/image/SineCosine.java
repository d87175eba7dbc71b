package io.github.boofdice.image;

/**
 * Sine and cosine of a pose's angle: the same bits in every JVM, as {@code StrictMath} has, but without the small array that Java's own makes on each call from JDK 21 on.
 *
 * <p>The angle is brought to within an eighth of a turn of a multiple of a quarter, of which a part in 33 bits is taken off exactly (Cody and Waite, Software Manual for the Elementary Functions, 1980), and goes into
 * Taylor's series. The error is below 2<sup>-52</sup> up to a thousand turns.
 */
final class SineCosine {
    private static final double QUARTER = Math.PI / 2;
    private static final double QUARTER_HIGH = Double.longBitsToDouble(Double.doubleToLongBits(QUARTER) & -1L << 20);
    /** With what a double cannot hold of a quarter of a turn. */
    private static final double QUARTER_LOW = QUARTER - QUARTER_HIGH + 6.123233995736766e-17;

    /** Up to the 17th power for the sine and the 18th for the cosine, the highest first; beyond, terms are less than 1e-19. */
    private static final double[] SINE = series(17);

    private static final double[] COSINE = series(18);

    private SineCosine() {}

    /** Of so many powers of {@code r r}, without the first: {@code -1/3!, 1/5!, ...} or {@code -1/2!, 1/4!, ...}. */
    private static double[] series(int highest) {
        double[] factors = new double[(highest - 1) / 2 + (highest % 2 == 0 ? 1 : 0)];
        double factorial = 1;
        for (int power = 2; power <= highest; power++) {
            factorial *= power;
            if (power % 2 == highest % 2) {
                int term = power / 2;
                factors[factors.length - term] = (term % 2 == 0 ? 1 : -1) / factorial;
            }
        }
        return factors;
    }

    static double sine(double angle) {
        return of(angle, 0);
    }

    static double cosine(double angle) {
        return of(angle, 1);
    }

    /** The sine, so many quarters of a turn on. */
    private static double of(double angle, int ahead) {
        double quarters = Math.rint(angle / QUARTER);
        double r = angle - quarters * QUARTER_HIGH - quarters * QUARTER_LOW;
        double square = r * r;
        int quadrant = (int) ((long) quarters + ahead & 3);
        double value =
                quadrant % 2 == 0 ? r + r * square * polynomial(SINE, square) : 1 + square * polynomial(COSINE, square);
        return quadrant < 2 ? value : -value;
    }

    private static double polynomial(double[] factors, double x) {
        double sum = factors[0];
        for (int i = 1; i < factors.length; i++) {
            sum = sum * x + factors[i];
        }
        return sum;
    }
}
