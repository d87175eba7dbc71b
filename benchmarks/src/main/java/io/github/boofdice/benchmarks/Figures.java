package io.github.boofdice.benchmarks;

import java.util.Locale;

/** Numbers as the page shows them: three digits, the unit that suits them. */
final class Figures {
    private static final double KILO = 1e3;

    private Figures() {}

    /** A time that is given in microseconds. */
    static String time(double microseconds) {
        if (microseconds < KILO) {
            return digits(microseconds) + " us";
        }
        double milliseconds = microseconds / KILO;
        return milliseconds < KILO ? digits(milliseconds) + " ms" : digits(milliseconds / KILO) + " s";
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    /** A quotient of two times. */
    static String ratio(double ratio) {
        return digits(ratio) + "x";
    }

    static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f", bytes);
    }

    private static String digits(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
