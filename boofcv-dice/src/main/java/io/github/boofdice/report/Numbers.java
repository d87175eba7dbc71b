package io.github.boofdice.report;

import io.github.boofdice.evaluate.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the pages show them, the same in every locale. */
final class Numbers {
    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** Four digits after the point or fewer; more where it would look like 0 or 1 and is not. */
    static String decimal(double value) {
        return rounded(value, 1, 4);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? rounded(share, 100, 2) : rounded(100 * share, 100, 2) + " %";
    }

    static String decimals(Interval interval) {
        return Double.isNaN(interval.low()) ? "" : decimal(interval.low()) + " .. " + decimal(interval.high());
    }

    static String percents(Interval interval) {
        return Double.isNaN(interval.low()) ? "" : percent(interval.low()) + " .. " + percent(interval.high());
    }

    /** A score: three digits that count, at least one after the point. */
    static String score(double score) {
        return String.format(Locale.ROOT, score < 10 ? "%.2f" : score < 1e6 ? "%,.1f" : "%.3g", score);
    }

    static String pValue(double pValue) {
        return pValue < 1e-6 ? "< 0.000001" : rounded(pValue, 1, pValue < 0.001 ? 7 : 4);
    }

    static String milliseconds(double time) {
        return Double.isNaN(time) ? "undefined" : String.format(Locale.ROOT, time < 10 ? "%.2f ms" : "%,.0f ms", time);
    }

    static String seconds(double time) {
        return String.format(Locale.ROOT, "%,.1f s", time);
    }

    private static String rounded(double value, double whole, int digits) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal out = exact.setScale(digits, RoundingMode.HALF_EVEN);
        for (int more = digits; more < MOST_DIGITS && hides(out.doubleValue(), value, whole); ) {
            out = exact.setScale(++more, RoundingMode.HALF_EVEN);
        }
        return out.signum() == 0 ? "0" : out.stripTrailingZeros().toPlainString();
    }

    private static boolean hides(double shown, double value, double whole) {
        return shown != value && (shown == 0 || shown == whole);
    }
}
