package io.github.boofdice.decide;

import java.util.List;

/**
 * How one trait is spread over the good pictures of one face. Immutable.
 *
 * <p>A value is known by its rank among them, which asks nothing of their distribution.
 */
final class TraitReference {
    /** Ranks spread evenly over -1/2..1/2 have a variance of 1/12. */
    private static final double UNIT = Math.sqrt(12);

    private final double[] sorted;

    /** @param values unknown ones (NaN) count for nothing */
    TraitReference(List<Traits> values, Trait trait) {
        sorted = values.stream()
                .mapToDouble(v -> v.get(trait))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    int size() {
        return sorted.length;
    }

    double median() {
        return sorted[sorted.length / 2];
    }

    /** Rank of a value, equal ones shared: mean 0 and variance 1 for values like these, within plus or minus the square root of 3. */
    double rank(double value) {
        double below = count(value, false);
        double upTo = count(value, true);
        return UNIT * ((below + upTo) / 2 / sorted.length - 0.5);
    }

    /** How many lie below a value, or are no larger. */
    private int count(double value, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (inclusive && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
