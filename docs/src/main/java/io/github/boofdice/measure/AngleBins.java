package io.github.boofdice.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Pose errors over the angle by which a picture was turned, in bins of five degrees.
 *
 * @param middles of the bins that hold anything, in degrees, ascending
 * @param medians one a bin
 * @param high one a bin: 95 % of the errors lie below
 */
record AngleBins(double[] middles, double[] medians, double[] high) {
    /** Width of a bin in degrees. */
    static final int WIDTH = 5;

    /** Puts errors into bins; errors that are NaN are left out. */
    static AngleBins of(List<PoseError> errors, ToDoubleFunction<PoseError> error) {
        List<double[]> rows = new ArrayList<>();
        for (int from = -180; from < 180; from += WIDTH) {
            int left = from;
            double[] inside = errors.stream()
                    .filter(e -> e.turnedBy() >= left && e.turnedBy() < left + WIDTH)
                    .mapToDouble(error)
                    .filter(Double::isFinite)
                    .toArray();
            if (inside.length > 0) {
                rows.add(new double[] {from + WIDTH / 2.0, Percentiles.of(inside, 0.5), Percentiles.of(inside, 0.95)});
            }
        }
        return new AngleBins(column(rows, 0), column(rows, 1), column(rows, 2));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
