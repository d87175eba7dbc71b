package io.github.boofdice.measure;

import io.github.boofdice.evaluate.Interval;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One measured number, as {@code measured.json} keeps it; what does not apply is absent.
 *
 * @param label what it is called in a table
 * @param unit what it counts in; a percentage is kept as a share of 1
 * @param value the number, rounded to six decimals
 * @param part of {@code whole}, where the value is a share of things that were counted
 * @param whole how many things were counted
 * @param interval both ends of its 95 % interval
 * @param atLeast what it must not fall below
 * @param atMost what it must not exceed
 * @param reached whether it keeps to both; absent where neither is given
 * @param seed the same figure of the seed project's method
 */
record Figure(
        String label,
        Unit unit,
        double value,
        @Nullable Long part,
        @Nullable Long whole,
        @Nullable List<Double> interval,
        @Nullable Double atLeast,
        @Nullable Double atMost,
        @Nullable Boolean reached,
        @Nullable Double seed) {
    Figure {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(unit, "unit");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(label + " must be a finite number but is " + value);
        }
    }

    static Figure of(String label, Unit unit, double value) {
        return new Figure(label, unit, round(value), null, null, null, null, null, null, null);
    }

    static Figure count(String label, long value) {
        return of(label, Unit.COUNT, (double) value);
    }

    /** A share of things that were counted. */
    static Figure share(String label, Unit unit, long part, long whole) {
        return new Figure(label, unit, round((double) part / whole), part, whole, null, null, null, null, null);
    }

    /** With its 95 % interval; an undefined one is left out. */
    Figure in(Interval ends) {
        boolean defined = Double.isFinite(ends.low()) && Double.isFinite(ends.high());
        List<Double> kept = defined ? List.of(round(ends.low()), round(ends.high())) : null;
        return new Figure(label, unit, value, part, whole, kept, atLeast, atMost, reached, seed);
    }

    Figure atLeast(double bound) {
        return bounded(bound, atMost);
    }

    Figure atMost(double bound) {
        return bounded(atLeast, bound);
    }

    /** With what the seed project's method has here. */
    Figure besideSeed(double seedsOwn) {
        return new Figure(label, unit, value, part, whole, interval, atLeast, atMost, reached, round(seedsOwn));
    }

    boolean hasBound() {
        return atLeast != null || atMost != null;
    }

    private Figure bounded(@Nullable Double least, @Nullable Double most) {
        boolean kept = (least == null || value >= least) && (most == null || value <= most);
        return new Figure(label, unit, value, part, whole, interval, least, most, kept, seed);
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
