package io.github.boofdice.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How exact one method was on one kind of picture.
 *
 * @param pictures "rendered" or "real"
 * @param grain standard deviation of the camera's noise in grey levels
 * @param method whose poses they are
 * @param samples how many pictures
 * @param converged share of them for which the method gave a pose that it stands by; only those enter what follows
 * @param cornerMedian root mean square error at the picture's corners in pixels, {@link PoseError#corner}
 * @param corner95 95 of 100 are no greater
 * @param angleMedian error of the angle in degrees, over faces that have one
 * @param angle95 95 of 100 are no greater
 */
record PoseFigures(
        String pictures,
        double grain,
        String method,
        int samples,
        double converged,
        @Nullable Double cornerMedian,
        @Nullable Double corner95,
        @Nullable Double angleMedian,
        @Nullable Double angle95) {

    /** Sums up the errors of the poses that a method gave for {@code samples} pictures. */
    static PoseFigures of(String pictures, double grain, String method, int samples, List<PoseError> errors) {
        return new PoseFigures(
                pictures,
                grain,
                method,
                samples,
                errors.size() / (double) samples,
                quantile(errors, PoseError::corner, 0.5),
                quantile(errors, PoseError::corner, 0.95),
                quantile(errors, PoseError::degrees, 0.5),
                quantile(errors, PoseError::degrees, 0.95));
    }

    /** The smallest value that at least a share of the values does not exceed; null where there are none. */
    static @Nullable Double quantile(List<PoseError> errors, ToDoubleFunction<PoseError> value, double share) {
        double[] sorted = errors.stream()
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sorted.length == 0 ? null : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
