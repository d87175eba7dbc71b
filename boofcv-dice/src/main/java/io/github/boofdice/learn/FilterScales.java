package io.github.boofdice.learn;

import io.github.boofdice.score.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Brings the filters of all faces to one scale: the factor by which a filter's limits are to be multiplied so that the strongest evidence of one good picture in twenty exceeds them.
 *
 * <p>Without it the filter that is loudest by its nature would decide alone. A face with few pictures leans on the factor of all faces.
 */
final class FilterScales {
    private static final double SHARE_BELOW = 0.95;
    /** As many pictures as the factor of all faces counts for. */
    private static final double COMMON_WEIGHT = 20;

    private static final double LEAST = 1e-3;

    /**
     * Times by which a filter's limits lie above that quantile: lines stray less far beyond it than patches. Chosen on {@code original} alone, like the filters.
     */
    private static final double[] ABOVE = {1, 0.95, 1};

    private FilterScales() {}

    /** Returns a factor for each filter of each face. */
    static double[][] of(List<CrossFitting.Measured> measured, int faces) {
        double[][] factors = new double[faces][Evidence.FILTERS];
        List<CrossFitting.Measured> aligned =
                measured.stream().filter(m -> m.strongest().length > 0).toList();
        for (int f = 0; f < Evidence.FILTERS; f++) {
            int filter = f;
            double common = quantile(aligned, m -> true, filter);
            for (int face = 0; face < faces; face++) {
                int own = face;
                long pictures = aligned.stream().filter(m -> m.face() == own).count();
                double ownFactor = pictures == 0 ? common : quantile(aligned, m -> m.face() == own, filter);
                factors[face][filter] = ABOVE[filter]
                        * StrictMath.exp((pictures * StrictMath.log(ownFactor) + COMMON_WEIGHT * StrictMath.log(common))
                                / (pictures + COMMON_WEIGHT));
            }
        }
        return factors;
    }

    /** Of the evidence in the pose in which this filter finds least; 1 of none. */
    private static double quantile(
            List<CrossFitting.Measured> aligned, Predicate<CrossFitting.Measured> which, int filter) {
        double[] sorted = aligned.stream()
                .filter(which)
                .mapToDouble(m -> Arrays.stream(m.strongest())
                        .mapToDouble(pose -> pose[filter])
                        .min()
                        .orElseThrow())
                .sorted()
                .toArray();
        return sorted.length == 0 ? 1 : Math.max(LEAST, sorted[(int) (SHARE_BELOW * (sorted.length - 1))]);
    }
}
