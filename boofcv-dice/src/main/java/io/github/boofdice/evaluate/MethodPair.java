package io.github.boofdice.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two methods on the same pictures: where only one of them is right, and whether that can be chance.
 *
 * <p>The test is McNemar's, exact and two-sided, over runs of near-identical frames: thirty frames of one die are one
 * witness, not thirty. A run speaks for the method that alone is right on more of its pictures, and for none where both are
 * so equally often. If the methods were equally good, a run that speaks would speak for either with chance 1/2; the p-value is
 * the chance of runs so one-sided or more. Where each picture is a run of its own this is McNemar's exact test on
 * pictures.
 *
 * <p>Source: Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages",
 * Psychometrika 12 (1947), doi:10.1007/BF02295996.
 *
 * @param first the name of one method
 * @param second the name of the other
 * @param firstRight pictures on which the first is right and the second wrong
 * @param secondRight pictures on which the second is right and the first wrong
 * @param firstRuns runs that speak for the first
 * @param secondRuns runs that speak for the second
 * @param pValue the test's p-value in 0..1; 1 where no run speaks
 */
public record MethodPair(
        String first, String second, int firstRight, int secondRight, int firstRuns, int secondRuns, double pValue) {
    static MethodPair of(MethodResult first, MethodResult second) {
        List<? extends ScoredPicture> a = first.pictures();
        List<? extends ScoredPicture> b = second.pictures();
        int firstRight = 0;
        int secondRight = 0;
        Map<Integer, Integer> balance = new HashMap<>();
        for (int i = 0; i < a.size(); i++) {
            boolean aRight = a.get(i).right();
            if (aRight == b.get(i).right()) {
                continue;
            }
            balance.merge(a.get(i).run(), aRight ? 1 : -1, Integer::sum);
            if (aRight) {
                firstRight++;
            } else {
                secondRight++;
            }
        }
        int firstRuns = (int) balance.values().stream().filter(sum -> sum > 0).count();
        int secondRuns = (int) balance.values().stream().filter(sum -> sum < 0).count();
        return new MethodPair(
                first.name(),
                second.name(),
                firstRight,
                secondRight,
                firstRuns,
                secondRuns,
                exactTest(firstRuns, secondRuns));
    }

    /**
     * Counts the pictures on which the two disagree. There are two verdicts, so one of the methods is right on each of them.
     *
     * @return {@code firstRight + secondRight}
     */
    public int disagreements() {
        return firstRight + secondRight;
    }

    /** min(1, 2 P(X <= min(a, b))) for X the number of heads in a + b tosses of a fair coin. */
    static double exactTest(int a, int b) {
        int n = a + b;
        int k = Math.min(a, b);
        // Logarithms: 2^-n is 0 in double precision from n = 1075 on.
        double logTerm = -n * StrictMath.log(2);
        double sum = StrictMath.exp(logTerm);
        for (int i = 1; i <= k; i++) {
            logTerm += StrictMath.log((double) (n - i + 1) / i);
            sum += StrictMath.exp(logTerm);
        }
        return Math.min(1, 2 * sum);
    }
}
